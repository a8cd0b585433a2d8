package fi.vastine.simulation.seeds;

import fi.vastine.backend.identity.Accounts;
import fi.vastine.contract.due.DueDates;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Substitution;
import fi.vastine.contract.reference.Unit;
import fi.vastine.contract.wire.Devices;
import fi.vastine.core.outbox.Registration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is done at the backend by those who run it and those who administer the organisation. */
final class Administration {
    private final World world;
    private @Nullable Tables backup;
    private Set<CaseId> inBackup = Set.of();
    private boolean ledgerLost;

    Administration(World world) {
        this.world = world;
    }

    void restart() {
        tell("is restarted");
        world.house().restart();
    }

    void backUp() {
        tell("is backed up");
        backup = world.house().backup();
        inBackup = Set.copyOf(world.ledger().feedback().keySet());
    }

    void restore(Step.RestoreBackup each) {
        if (backup == null) {
            return;
        }
        tell("is restored from its backup" + (each.ledgerLost() ? ", and its ledger is lost" : ""));
        Set<CaseId> lost = new HashSet<>(world.ledger().feedback().keySet());
        lost.removeAll(inBackup);
        Set<CommandId> stillHeld =
                world.laptops().stream().flatMap(SeededLaptop::offers).collect(Collectors.toSet());
        world.ledger().newEpoch(lost, stillHeld);
        if (each.ledgerLost()) {
            ledgerLost = true;
            world.ledger().blocksForgotten();
            world.house().loseLedger();
        }
        world.house().restore(backup);
    }

    void substitute(Step.Substitute each) {
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

    void endGrants(Step.EndGrant each) {
        grants(each.person(), lastDay(each.days()));
    }

    void grantAgain(Step.GrantAgain each) {
        grants(each.person(), null);
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

    void endUnit(Step.EndUnit each) {
        unit(each.unit(), lastDay(each.days()));
    }

    void unitAgain(Step.UnitAgain each) {
        unit(each.unit(), null);
    }

    private void unit(UnitId unit, @Nullable LocalDate until) {
        tell("unit " + unit + (until == null ? " is there again" : " is there until " + until));
        put(County.unit(unit, County.responsible(unit), until));
    }

    void merge(Step.MergeUnit each) {
        UnitId above = world.house()
                .directory()
                .organisation()
                .unit(each.into())
                .orElseThrow()
                .parent();
        if (!County.ALL.equals(above)) {
            // It has gone into another itself.
            return;
        }
        LocalDate until = lastDay(each.days());
        tell("unit " + each.unit() + " goes into " + each.into() + " after " + until);
        put(County.below(each.into(), each.unit(), County.responsible(each.into()), until));
    }

    private void put(Unit unit) {
        world.house().directory().put(List.of(), List.of(unit), List.of(), List.of());
    }

    void erase(Step.Erase each) {
        List<CaseId> there = Truth.of(world.house().jdbi()).cases().keySet().stream()
                .sorted(Comparator.comparing(CaseId::toString))
                .toList();
        if (there.isEmpty()) {
            return;
        }
        CaseId id = there.get(new SplittableRandom(each.roll()).nextInt(there.size()));
        tell("erases " + world.story().name(id));
        world.ledger().erase(id);
        world.house().running().erasing().erase(id, County.QUALITY, null);
    }

    /**
     * The laptop as the list of laptops has it: after a restore it may be known there as another device than it holds. With the ledger
     * the key is lost whose orders laptops obey.
     */
    void block(SeededLaptop laptop) {
        List<DeviceId> listed = world.house().running().devices().all().stream()
                .filter(each -> each.name().equals(laptop.deviceName()))
                .map(Devices.Device::id)
                .toList();
        if (listed.isEmpty() || laptop.isWiped() || ledgerLost) {
            return;
        }
        tell("blocks " + laptop.name());
        listed.forEach(each -> world.house().running().blocks().block(each, County.QUALITY, null));
        boolean itself = laptop.outbox()
                .registration()
                .map(Registration::device)
                .filter(world.house()::isBlocked)
                .isPresent();
        if (itself) {
            world.ledger().block(laptop.name());
        }
    }

    void revoke(Step.Revoke each) {
        tell("ends all sessions of " + each.person());
        Accounts accounts = world.house().running().accounts();
        accounts.reset(each.person(), each.person().value(), County.PASSWORD);
    }

    private LocalDate lastDay(int days) {
        return today().plusDays(days - 1L);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(world.clock().instant(), DueDates.ZONE);
    }

    private void tell(String what) {
        world.story().tell("backend", what);
    }
}
