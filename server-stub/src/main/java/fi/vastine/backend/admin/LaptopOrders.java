package fi.vastine.backend.admin;

import fi.vastine.backend.Backend;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.reference.Person;
import fi.vastine.contract.wire.Devices.Device;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What whoever runs the backend has done on laptops. */
record LaptopOrders(Backend backend, PrintStream out) {
    private static final String LINE = "%-38s %-24s %-30s %-26s %-16s %6s %s%n";

    /** False for words that are no order; throws {@link IllegalArgumentException} for what is no id. */
    boolean carryOut(List<String> words) {
        switch (String.join(" ", words.subList(0, 1)) + " " + words.size()) {
            case "erase 2" -> {
                backend.erasing().erase(CaseId.of(words.getLast()));
                backend.upkeep().compact();
                out.println("Erased here; each laptop erases it at its next contact.");
            }
            case "block 2" -> {
                backend.blocks().block(DeviceId.of(words.getLast()));
                out.println("Blocked; the laptop wipes itself at its next contact.");
            }
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

    private void list() {
        out.printf(LINE, "device", "name", "people", "last contact", "program", "erase", "blocked");
        backend.devices().all().forEach(this::print);
    }

    private void print(Device each) {
        out.printf(
                LINE,
                each.id(),
                each.name(),
                each.people().stream().map(this::name).collect(Collectors.joining(", ")),
                each.lastContact(),
                Optional.ofNullable(each.program()).orElse(""),
                each.erasuresOpen(),
                each.blockedAt() == null ? "" : each.blockedAt());
    }

    private String name(PersonId person) {
        return backend.directory()
                .organisation()
                .person(person)
                .map(Person::name)
                .orElse(person.value());
    }
}
