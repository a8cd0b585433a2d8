package fi.vastine.backend.admin;

import fi.vastine.backend.Backend;
import fi.vastine.contract.due.DueDates;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.reference.Person;
import fi.vastine.contract.wire.Devices.Device;
import java.io.PrintStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What whoever runs the backend has done on laptops. */
record LaptopOrders(Backend backend, PersonId operator, PrintStream out) {
    private static final String LINE = "%-36s  %-24s  %-30s  %-16s  %-10s  %-13s  %s%n";
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    /** False for words that are no order; throws {@link IllegalArgumentException} for what is no id. */
    boolean carryOut(List<String> words) {
        switch (String.join(" ", words.subList(0, 1)) + " " + words.size()) {
            case "erase 2" -> {
                backend.erasing().erase(CaseId.of(words.getLast()), operator, null);
                backend.upkeep().compact();
                out.println("Erased here; each laptop erases it at its next contact. Which have not yet: devices.");
            }
            case "block 2" -> block(DeviceId.of(words.getLast()));
            case "devices 1" -> list();
            case "restored 1" -> {
                backend.restored();
                out.println("Laptops begin anew at their next contact.");
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void block(DeviceId device) {
        boolean known = backend.devices().isKnown(device);
        backend.blocks().block(device, operator, null);
        out.println(
                known
                        ? "Blocked; the laptop wipes itself at its next contact. Whether it was told to: devices."
                        : "No laptop here has that id, which is blocked all the same. Is it the one you meant?");
    }

    private void list() {
        out.printf(LINE, "device", "name", "people", "last contact", "program", "erasures left", "blocked");
        List<Device> all = backend.devices().all();
        all.forEach(this::print);
        out.println("Laptops: " + all.size() + ". With erasures not yet carried out: "
                + all.stream()
                        .filter(each -> each.erasuresOpen() > 0 && each.blockedAt() == null)
                        .count()
                + ". Blocked: "
                + all.stream().filter(each -> each.blockedAt() != null).count() + ".");
    }

    private void print(Device each) {
        out.printf(
                LINE,
                each.id(),
                each.name(),
                each.people().stream().map(this::name).collect(Collectors.joining(", ")),
                minute(each.lastContact()),
                Optional.ofNullable(each.program()).orElse(""),
                each.erasuresOpen() == 0 ? "" : each.erasuresOpen(),
                blocked(each));
    }

    private static String blocked(Device each) {
        @Nullable Instant at = each.blockedAt();
        @Nullable Instant told = each.wipeToldAt();
        if (at == null) {
            return "";
        }
        return minute(at) + (told == null ? ", not here since" : ", told to wipe itself " + minute(told));
    }

    /** By the clock on the wall of whoever reads it. */
    private static String minute(Instant at) {
        return MINUTE.format(at.atZone(DueDates.ZONE));
    }

    private String name(PersonId person) {
        return backend.directory()
                .organisation()
                .person(person)
                .map(Person::name)
                .orElse(person.value());
    }
}
