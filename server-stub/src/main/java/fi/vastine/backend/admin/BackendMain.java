package fi.vastine.backend.admin;

import fi.vastine.backend.Backend;
import fi.vastine.backend.BackendSettings;
import fi.vastine.backend.identity.WantedProgram;
import fi.vastine.backend.store.DatabaseUnavailable;
import fi.vastine.backend.store.Json;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.recovery.RecoveryFile;
import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The backend as a program of its own. */
public final class BackendMain {
    static final int DONE = 0;
    static final int WRONG_USE = 2;
    static final int BAD_SETTING = 3;
    static final int NO_DATABASE = 4;
    static final int BAD_LINES = 5;
    static final int AUDIT_BROKEN = 6;

    private static final Set<String> OPTIONS = Set.of(
            "--config",
            "--folder",
            "--port",
            "--units",
            "--people",
            "--substitutes",
            "--case",
            "--person",
            "--file",
            "--unit",
            "--from",
            "--to",
            "--oldest",
            "--address");
    private static final String USAGE = """
            Usage: vastine-backend [command] [options]
              serve                                    answer requests until stopped (what is done without a command)
              import [--units FILE] [--people FILE] [--substitutes FILE] [--dry-run]
                                                       take these from CSV files, all or nothing
              import-form FILE [--dry-run]             take a version of a form from a FHIR R4 Questionnaire in JSON
              export-answers --unit UNIT --from DAY --to DAY --file FILE
                                                       write what was answered in a unit and below it, as FHIR R4
                                                       QuestionnaireResponse, one a line, to a new file for you only
              account PERSON USER                      let a person sign in; asks for the password
              recovery-key FILE                        make a recovery key: the private half into the file, which must not
                                                       be there yet; tells the setting with the public half
              end-account PERSON                       let a person sign in no more, and end all her sessions
              audit --file FILE [--case CASE] [--person PERSON]
                                                       write who read and did what to a new CSV file
              audit-verify                             tell whether the audit log is as it was written
              audit-restored                           a backup was restored: what came after it is lost
              erase CASE                               erase a case here and on every laptop, for good
              devices                                  list the laptops
              block DEVICE                             let a laptop in no more, and have it wipe itself
              program VERSION [--oldest VERSION] [--address URL]
                                                       tell laptops which version of the program is wanted, from which
                                                       on commands are taken, and where users find it; may be said while
                                                       the backend runs
              program none                             say nothing of it any more
              restored                                 a backup was restored: laptops begin anew
            Options: --config FILE   settings, as the README tells
                     --folder FOLDER where the database is
                     --port PORT     where to listen
            Ends with 0 done, 2 wrong use, 3 a bad setting, 4 no database, 5 bad lines in a file,
            6 an audit log that is not as it was written.
            """;

    private final Map<String, String> environment;
    private final FirstStart.Asking asking;
    private final PrintStream out;

    BackendMain(Map<String, String> environment, FirstStart.Asking asking, PrintStream out) {
        this.environment = environment;
        this.asking = asking;
        this.out = out;
    }

    private record Order(List<String> words, Map<String, String> options, boolean dryRun) {}

    /** Runs one command; only {@code serve} goes on until the process is told to end. */
    public static void main(String[] arguments) {
        // For whoever runs the program; the log has the other stream to itself.
        var terminal = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = new BackendMain(System.getenv(), new Terminal(System.console()), terminal).run(arguments);
        if (code != DONE) {
            System.exit(code);
        }
    }

    int run(String... arguments) {
        Order order = order(arguments);
        if (order == null) {
            out.print(USAGE);
            return WRONG_USE;
        }
        try {
            return switch (String.join(
                    " ", order.words().subList(0, Math.min(1, order.words().size())))) {
                case "", "serve" -> serve(order);
                case "import" -> importFiles(order);
                case "import-form" -> importForm(order);
                case "export-answers" -> exportAnswers(order);
                case "account" -> account(order);
                case "recovery-key" -> recoveryKey(order);
                case "end-account" -> endAccount(order);
                case "audit" -> audit(order);
                case "audit-verify" -> verifyAudit(order);
                case "audit-restored" -> restoredAudit(order);
                case "program" -> program(order);
                case "erase", "devices", "block", "restored" -> laptops(order);
                default -> {
                    out.print(USAGE);
                    yield WRONG_USE;
                }
            };
        } catch (BackendConfig.BadSetting e) {
            out.println(e.getMessage());
            return BAD_SETTING;
        } catch (DatabaseUnavailable e) {
            out.println(e.getMessage());
            return NO_DATABASE;
        }
    }

    private int serve(Order order) {
        BackendConfig config = config(order);
        Backend backend = new Backend(config.settings(), InstantSource.system());
        try {
            new FirstStart(backend.directory(), backend.accounts()).ifNeeded(config, asking);
        } catch (BackendConfig.BadSetting e) {
            backend.close();
            throw e;
        }
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(backend::close));
        backend.forms().addShipped();
        backend.start();
        out.println("Vastine's backend listens on port " + backend.port() + ".");
        return DONE;
    }

    private int importFiles(Order order) {
        Path units = path(order, "--units");
        Path people = path(order, "--people");
        Path substitutes = path(order, "--substitutes");
        if (units == null && people == null && substitutes == null) {
            out.print(USAGE);
            return WRONG_USE;
        }
        try (Backend backend = new Backend(config(order).settings(), InstantSource.system())) {
            var files = new OrganisationFiles(units, people, substitutes, backend.directory());
            files.bad().forEach(out::println);
            if (!files.bad().isEmpty()) {
                out.println("Nothing was taken: " + files.bad().size() + " bad lines.");
                return BAD_LINES;
            }
            if (!order.dryRun()) {
                files.putInto(backend.directory());
            }
            out.println((order.dryRun() ? "Would be taken: " : "Taken: ") + files.summary() + ".");
            return DONE;
        }
    }

    private int importForm(Order order) {
        if (order.words().size() != 2) {
            return wrongUse();
        }
        try (Backend backend = new Backend(config(order).settings(), InstantSource.system())) {
            Path file = Path.of(order.words().getLast());
            return new FormOrders(backend, out).take(file, order.dryRun()) ? DONE : BAD_LINES;
        }
    }

    private int exportAnswers(Order order) {
        try (Backend backend = new Backend(config(order).settings(), InstantSource.system())) {
            return new FormOrders(backend, out).export(order.options(), operator()) ? DONE : wrongUse();
        }
    }

    private int account(Order order) {
        if (order.words().size() != 3) {
            out.print(USAGE);
            return WRONG_USE;
        }
        var person = new PersonId(order.words().get(1));
        try (Backend backend = new Backend(config(order).settings(), InstantSource.system())) {
            if (backend.directory().organisation().person(person).isEmpty()) {
                throw new BackendConfig.BadSetting("No such person: " + person);
            }
            String password = asking.secret("Password: ");
            if (password == null) {
                throw new BackendConfig.BadSetting("A password is asked for at a terminal only.");
            }
            backend.accounts().reset(person, order.words().get(2), password);
            return DONE;
        } catch (IllegalArgumentException e) {
            throw new BackendConfig.BadSetting(String.valueOf(e.getMessage()));
        }
    }

    private int recoveryKey(Order order) {
        if (order.words().size() != 2) {
            out.print(USAGE);
            return WRONG_USE;
        }
        Path path = Path.of(order.words().get(1));
        RecoveryFile file = RecoveryFile.generate();
        try {
            OwnerOnlyFile.write(path, file.text());
        } catch (IOException e) {
            throw new BackendConfig.BadSetting("The file " + path + " cannot be made, or is there already.");
        }
        out.println("The private half is in " + path + ". Take it away from this machine and keep it where no network");
        out.println("reaches it, in two places: it is not made again, and it opens what waits on lost laptops.");
        out.println("Give the backend the public half as a setting, then start it anew:");
        out.println("recovery.key=" + file.publicHalf().text());
        return DONE;
    }

    private int endAccount(Order order) {
        if (order.words().size() != 2) {
            out.print(USAGE);
            return WRONG_USE;
        }
        var person = new PersonId(order.words().get(1));
        try (Backend backend = new Backend(config(order).settings(), InstantSource.system())) {
            if (!backend.accounts().has(person)) {
                throw new BackendConfig.BadSetting("No such account: " + person);
            }
            backend.accounts().end(person);
            return DONE;
        }
    }

    private int audit(Order order) {
        Path file = path(order, "--file");
        if (file == null) {
            out.print(USAGE);
            return WRONG_USE;
        }
        try (Backend backend = new Backend(config(order).settings(), InstantSource.system())) {
            orders(backend).search(order.options(), file);
            return DONE;
        } catch (IllegalArgumentException e) {
            throw new BackendConfig.BadSetting("That is not an id: " + e.getMessage());
        }
    }

    private int verifyAudit(Order order) {
        try (Backend backend = new Backend(config(order).settings(), InstantSource.system())) {
            return orders(backend).verify() ? DONE : AUDIT_BROKEN;
        }
    }

    private int restoredAudit(Order order) {
        try (Backend backend = new Backend(config(order).settings(), InstantSource.system())) {
            orders(backend).restored();
            return DONE;
        }
    }

    private AuditOrders orders(Backend backend) {
        return new AuditOrders(backend.audit(), operator(), out);
    }

    /** Whoever runs the program is known by the name that the machine has for her. */
    private static PersonId operator() {
        return new PersonId("os:" + System.getProperty("user.name", "?"));
    }

    private int laptops(Order order) {
        try (Backend backend = new Backend(config(order).settings(), InstantSource.system())) {
            var orders = new LaptopOrders(backend, operator(), out);
            return orders.carryOut(order.words()) ? DONE : wrongUse();
        } catch (IllegalArgumentException e) {
            throw new BackendConfig.BadSetting(
                    "That is not an id: " + order.words().getLast());
        }
    }

    private int program(Order order) {
        BackendSettings settings = config(order).settings();
        var wanted = new WantedProgram(settings.folder(), new Json(), InstantSource.system());
        return new ProgramOrders(wanted, out).carryOut(order.words(), order.options()) ? DONE : wrongUse();
    }

    private int wrongUse() {
        out.print(USAGE);
        return WRONG_USE;
    }

    private BackendConfig config(Order order) {
        Map<String, String> given = new HashMap<>(environment);
        order.options().forEach((option, value) -> {
            switch (option) {
                case "--folder" -> given.put("VASTINE_FOLDER", value);
                case "--port" -> given.put("VASTINE_PORT", value);
                default -> {}
            }
        });
        return BackendConfig.read(path(order, "--config"), given);
    }

    private static @Nullable Path path(Order order, String option) {
        String given = order.options().get(option);
        return given == null ? null : Path.of(given);
    }

    /** Null for what is no order. */
    private static @Nullable Order order(String... arguments) {
        Deque<String> left = new ArrayDeque<>(List.of(arguments));
        List<String> words = new ArrayList<>();
        Map<String, String> options = new HashMap<>();
        boolean dryRun = false;
        while (!left.isEmpty()) {
            String next = left.removeFirst();
            if (next.equals("--dry-run")) {
                dryRun = true;
            } else if (next.startsWith("--")) {
                if (!OPTIONS.contains(next) || left.isEmpty()) {
                    return null;
                }
                options.put(next, left.removeFirst());
            } else {
                words.add(next);
            }
        }
        return new Order(words, options, dryRun);
    }

    /** Asks at the terminal, if there is one. */
    private record Terminal(@Nullable Console console) implements FirstStart.Asking {
        @Override
        public @Nullable String text(String question) {
            return console == null ? null : console.readLine("%s", question);
        }

        @Override
        public @Nullable String secret(String question) {
            if (console == null) {
                return null;
            }
            char[] said = console.readPassword("%s", question);
            return said == null ? null : new String(said);
        }
    }
}
