package fi.vastine.simulation.seeds;

import static java.nio.charset.StandardCharsets.UTF_8;

import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.wire.Intake;
import fi.vastine.simulation.wire.Asked;
import fi.vastine.simulation.wire.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;

/** Lets a plan happen in a world, step by step. */
final class Run {
    private static final Duration UNSEEN = Duration.ofMinutes(1);

    private final World world;
    private final Administration administration;
    private int marks;

    private Run(World world) {
        this.world = world;
        this.administration = new Administration(world);
    }

    /** The promises that were broken on the way; the plan ends with the first. */
    static List<Broken> of(World world, Plan plan) {
        var run = new Run(world);
        world.laptops().forEach(SeededLaptop::signIn);
        for (Plan.Planned each : plan.steps()) {
            run.pass(each.after());
            run.take(each.step());
            int touched = each.step().laptop();
            List<Broken> broken = touched < 0 ? List.of() : brokenOn(run.laptop(touched), each.step());
            if (!broken.isEmpty()) {
                return broken;
            }
        }
        return List.of();
    }

    /** The backend looks at the organisation once a second; what happens within a minute may come before it has looked. */
    private void pass(Duration time) {
        if (time.compareTo(UNSEEN) > 0) {
            world.house().look();
        }
        world.clock().pass(time);
        if (time.compareTo(UNSEEN) > 0) {
            world.house().look();
        }
    }

    private static List<Broken> brokenOn(SeededLaptop laptop, Step step) {
        // How long the backend was not heard the program looks at once a minute, and here as it works.
        Optional<Broken> lease = step instanceof Step.Work ? laptop.wrongLease() : Optional.empty();
        return lease.map(List::of).orElseGet(() -> Screen.brokenOn(laptop));
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
            case Step.RestartBackend each -> administration.restart();
            case Step.Backup each -> administration.backUp();
            case Step.RestoreBackup each -> administration.restore(each);
            case Step.Letter letter -> {
                tell("will have a letter " + letter.fate());
                world.mails().next(letter.fate());
            }
            case Step.Feedback feedback -> feedback(feedback);
            case Step.Substitute each -> administration.substitute(each);
            case Step.EndGrant each -> administration.endGrants(each);
            case Step.GrantAgain each -> administration.grantAgain(each);
            case Step.EndUnit each -> administration.endUnit(each);
            case Step.UnitAgain each -> administration.unitAgain(each);
            case Step.MergeUnit each -> administration.merge(each);
            case Step.Erase each -> administration.erase(each);
            case Step.Block each -> administration.block(laptop(each.laptop()));
            case Step.Revoke each -> administration.revoke(each);
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

    private SeededLaptop laptop(int place) {
        return world.laptops().get(place);
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
