package fi.vastine.simulation.seeds;

import static java.nio.charset.StandardCharsets.UTF_8;

import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.due.DueDates;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Substitution;
import fi.vastine.contract.wire.Intake;
import fi.vastine.simulation.wire.Asked;
import fi.vastine.simulation.wire.Reply;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lets a plan happen in a world, step by step. */
final class Run {
    private final World world;
    private int marks;
    private int epochs;
    private @Nullable Tables backup;
    private Set<CaseId> inBackup = Set.of();

    private Run(World world) {
        this.world = world;
    }

    /** The promises that were broken on the way; the plan ends with the first. */
    static List<Broken> of(World world, Plan plan) {
        var run = new Run(world);
        world.laptops().forEach(SeededLaptop::signIn);
        for (Plan.Planned each : plan.steps()) {
            world.clock().pass(each.after());
            run.take(each.step());
            int touched = each.step().laptop();
            List<Broken> broken = touched < 0 ? List.of() : Screen.brokenOn(run.laptop(touched));
            if (!broken.isEmpty()) {
                return broken;
            }
        }
        return List.of();
    }

    private void take(Step step) {
        switch (step) {
            case Step.Act act -> act(act);
            case Step.Work work -> laptop(work.laptop()).work(work.exchanges());
            case Step.Listen each -> laptop(each.laptop()).listen();
            case Step.Disconnect each -> {
                tell(laptop(each.laptop()), "has no network");
                laptop(each.laptop()).wire().disconnect();
            }
            case Step.Connect each -> {
                tell(laptop(each.laptop()), "has a network");
                laptop(each.laptop()).wire().connect();
            }
            case Step.Disturb each -> laptop(each.laptop()).wire().trouble(each.nth(), each.fault(), each.part());
            case Step.DeliverLate each -> laptop(each.laptop()).wire().deliverLate();
            case Step.CrashAt each -> laptop(each.laptop()).fragile().crashAt(each.nth(), each.when());
            case Step.CrashNow each -> laptop(each.laptop()).crashNow();
            case Step.Restart each -> {
                tell(laptop(each.laptop()), "is closed and started again");
                laptop(each.laptop()).restart();
            }
            case Step.SignIn each -> {
                if (laptop(each.laptop()).needsSignIn()) {
                    laptop(each.laptop()).signIn();
                }
            }
            case Step.TakeImage each -> {
                tell(laptop(each.laptop()), "has an image of its disk taken");
                laptop(each.laptop()).takeImage();
            }
            case Step.RestoreImage each -> {
                if (laptop(each.laptop()).restoreImage()) {
                    tell(laptop(each.laptop()), "is restored from its image");
                }
            }
            case Step.BackendWorks each -> backendWorks();
            case Step.RestartBackend each -> {
                tell("is restarted");
                world.house().restart();
            }
            case Step.Backup each -> {
                tell("is backed up");
                backup = world.house().backup();
                inBackup = Set.copyOf(world.ledger().feedback().keySet());
            }
            case Step.RestoreBackup each -> restoreBackup();
            case Step.Letter letter -> {
                tell("will have a letter " + letter.fate());
                world.mails().next(letter.fate());
            }
            case Step.Feedback feedback -> feedback(feedback);
            case Step.Substitute each -> substitute(each);
            case Step.EndGrant each -> grants(each.person(), today().plusDays(each.days() - 1L));
            case Step.GrantAgain each -> grants(each.person(), null);
            case Step.EndUnit each -> unit(each.unit(), today().plusDays(each.days() - 1L));
            case Step.UnitAgain each -> unit(each.unit(), null);
        }
    }

    private void act(Step.Act act) {
        SeededLaptop laptop = laptop(act.laptop());
        if (laptop.outbox().registration().isEmpty()) {
            return;
        }
        var roll = new SplittableRandom(act.roll());
        String mark = nextMark();
        laptop.guarded(
                () -> new Hands(laptop, roll, world.clock(), world.ledger(), world.story(), mark).perform(act.doing()));
    }

    private void backendWorks() {
        try {
            world.house().step();
        } catch (Crash crash) {
            tell("crashes " + crash.getMessage() + " and is started again");
        }
    }

    private void restoreBackup() {
        if (backup == null) {
            return;
        }
        tell("is restored from its backup");
        epochs++;
        Set<CaseId> lost = new HashSet<>(world.ledger().feedback().keySet());
        lost.removeAll(inBackup);
        Set<CommandId> stillHeld =
                world.laptops().stream().flatMap(SeededLaptop::commands).collect(Collectors.toSet());
        world.ledger().newEpoch(lost, stillHeld);
        world.house().restore(backup, "restored-" + epochs);
    }

    private void feedback(Step.Feedback feedback) {
        String text = "palaute " + nextMark();
        var roll = new SplittableRandom(feedback.roll());
        UUID id = new UUID((roll.nextLong() & ~0xF000L) | 0x4000L, (roll.nextLong() >>> 2) | 0x8000_0000_0000_0000L);
        var form = new Intake.Form(
                id,
                feedback.unit().value(),
                Channel.WEB,
                FeedbackKind.CRITICISM,
                Language.FI,
                text,
                List.of(),
                null,
                feedback.replyWished() ? new Intake.Contact(Way.MAIL, "asiakas@example.fi", null) : null);
        byte[] body = SeededLaptop.JSON.write(form).getBytes(UTF_8);
        for (int i = 0; i < (feedback.twice() ? 2 : 1); i++) {
            Reply reply =
                    world.ask(new Asked("POST", "/v1/feedback", Map.of("content-type", "application/json"), body));
            if (reply.status() != 201) {
                throw new AssertionError("Feedback was not taken: " + reply.status() + " " + reply.text());
            }
            CaseId kept = new CaseId(
                    SeededLaptop.JSON.read(reply.text(), Intake.Receipt.class).id());
            world.ledger().receipt(kept, text);
            tell("takes in " + world.story().name(kept) + ", " + text + ", for " + feedback.unit());
        }
    }

    private void substitute(Step.Substitute each) {
        if (each.away().equals(each.substitute())) {
            return;
        }
        LocalDate today = today();
        try {
            world.house()
                    .directory()
                    .substitute(new Substitution(each.away(), each.substitute(), today, today.plusDays(each.days())));
            tell(each.substitute() + " stands in for " + each.away() + " until " + today.plusDays(each.days()));
        } catch (IllegalArgumentException circle) {
            tell(each.substitute() + " cannot stand in for " + each.away());
        }
    }

    private void grants(PersonId person, @Nullable LocalDate to) {
        var grants = County.GRANTS.stream()
                .filter(grant -> grant.person().equals(person))
                .map(grant -> County.grant(person, grant.role(), grant.unit(), to))
                .toList();
        if (grants.isEmpty()) {
            return;
        }
        tell("grants of " + person + (to == null ? " hold again" : " hold until " + to));
        world.house().directory().put(List.of(), List.of(), grants, List.of());
    }

    private void unit(UnitId unit, @Nullable LocalDate until) {
        tell("unit " + unit + (until == null ? " is there again" : " is there until " + until));
        world.house()
                .directory()
                .put(List.of(), List.of(County.unit(unit, County.responsible(unit), until)), List.of(), List.of());
    }

    private SeededLaptop laptop(int place) {
        return world.laptops().get(place);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(world.clock().instant(), DueDates.ZONE);
    }

    private String nextMark() {
        marks++;
        return "#" + marks + "#";
    }

    private void tell(SeededLaptop laptop, String what) {
        world.story().tell(laptop.name(), what);
    }

    private void tell(String what) {
        world.story().tell("backend", what);
    }
}
