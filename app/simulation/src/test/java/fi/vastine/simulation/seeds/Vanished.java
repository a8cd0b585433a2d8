package fi.vastine.simulation.seeds;

import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.id.CaseId;
import fi.vastine.core.outbox.Entry;
import fi.vastine.simulation.seeds.Broken.Promise;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Whether what was to vanish has: erased cases everywhere, and all that was on a blocked laptop. */
final class Vanished {
    private final World world;
    private final Truth truth;
    private final List<Broken> broken = new ArrayList<>();

    private Vanished(World world, Truth truth) {
        this.world = world;
        this.truth = truth;
    }

    static List<Broken> brokenIn(World world, Truth truth) {
        var vanished = new Vanished(world, truth);
        vanished.blockedLaptopsAreWiped();
        vanished.erasedIsNowhere();
        vanished.withdrawnWasNeverThere();
        return vanished.broken;
    }

    private void blockedLaptopsAreWiped() {
        world.ledger()
                .blocked()
                .forEach(each -> broken(Promise.A_BLOCKED_LAPTOP_IS_WIPED, each + " is blocked and was not wiped"));
        world.ledger()
                .wipedUnasked()
                .forEach(each -> broken(Promise.A_BLOCKED_LAPTOP_IS_WIPED, each + " was wiped and is not blocked"));
    }

    private void erasedIsNowhere() {
        Set<CaseId> erased = world.house().erased();
        if (erased.isEmpty()) {
            return;
        }
        Set<String> words = new TreeSet<>();
        erased.forEach(each -> words.addAll(world.ledger().wordsOf(each)));
        Tables backend = world.house().backup();
        words.stream()
                .filter(backend::contain)
                .forEach(word -> broken(Promise.WHAT_IS_ERASED_IS_NOWHERE, "the backend still has " + word));
        for (SeededLaptop laptop : world.laptops()) {
            if (!laptop.isWiped()) {
                erased.forEach(each -> isGoneFrom(laptop, each));
                areGoneFrom(laptop, words);
                hasSaidSo(laptop);
            }
        }
    }

    /** What the backend has accepted: nobody is shown it, and no figure is left of it. */
    private void withdrawnWasNeverThere() {
        for (Ledger.Kept each : world.ledger().withdrawals()) {
            if (truth.outcomes().get(each.id()) instanceof Outcome.Applied) {
                if (truth.cases().containsKey(each.caseId())) {
                    broken(
                            Promise.WHAT_IS_WITHDRAWN_WAS_NEVER_THERE,
                            "the backend still has " + world.story().name(each.caseId()) + ", which was withdrawn");
                }
                world.laptops().stream()
                        .filter(laptop -> !laptop.isWiped() && shows(laptop, each.caseId()))
                        .forEach(laptop -> broken(
                                Promise.WHAT_IS_WITHDRAWN_WAS_NEVER_THERE,
                                laptop.name() + " shows " + world.story().name(each.caseId())
                                        + ", which was withdrawn"));
            }
        }
        if (world.house().figuresOfErased() > world.ledger().ordered()) {
            broken(
                    Promise.WHAT_IS_WITHDRAWN_WAS_NEVER_THERE,
                    world.house().figuresOfErased() + " figures are left of "
                            + world.ledger().ordered() + " erased cases");
        }
    }

    private static boolean shows(SeededLaptop laptop, CaseId id) {
        return laptop.workings().desk().books().value().row(id).isPresent();
    }

    private void isGoneFrom(SeededLaptop laptop, CaseId id) {
        boolean held = laptop.replica().snapshot(id).isPresent()
                || laptop.outbox().draft(id).isPresent()
                || laptop.outbox().opened().contains(id)
                || laptop.outbox().intentions().stream()
                        .anyMatch(each -> each.submission().caseId().equals(id))
                || laptop.outbox().entries().stream()
                        .map(Entry::envelope)
                        .anyMatch(each -> each.caseId().equals(id) && !(each.command() instanceof Command.Voided));
        boolean shown = laptop.workings().desk().books().value().row(id).isPresent()
                || !laptop.workings().desk().pendingOf(id).isEmpty();
        if (held || shown) {
            broken(
                    Promise.WHAT_IS_ERASED_IS_NOWHERE,
                    laptop.name() + (held ? " holds " : " shows ")
                            + world.story().name(id) + ", which is erased");
        }
    }

    private void areGoneFrom(SeededLaptop laptop, Collection<String> words) {
        String outbox = laptop.outbox().entries() + " " + laptop.outbox().intentions() + " "
                + laptop.outbox().drafts();
        words.stream()
                .filter(outbox::contains)
                .forEach(word -> broken(Promise.WHAT_IS_ERASED_IS_NOWHERE, laptop.name() + " still has " + word));
        laptop.legible(words)
                .forEach(word ->
                        broken(Promise.WHAT_IS_ERASED_IS_NOWHERE, "files of " + laptop.name() + " still have " + word));
    }

    private void hasSaidSo(SeededLaptop laptop) {
        laptop.outbox()
                .registration()
                .filter(held -> !world.house().hasErased(held.device()))
                .ifPresent(held -> broken(
                        Promise.WHAT_IS_ERASED_IS_NOWHERE, laptop.name() + " has not said that all of it is erased"));
    }

    private void broken(Promise promise, String how) {
        broken.add(new Broken(promise, how));
    }
}
