package fi.vastine.desktop.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import fi.vastine.backend.county.DemoAccount;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.due.DueDates;
import fi.vastine.contract.wire.Intake;
import fi.vastine.core.key.FolderKeyStore;
import fi.vastine.core.session.ServerAddress;
import fi.vastine.core.session.Session;
import fi.vastine.core.session.Sessions;
import fi.vastine.core.session.SignInResult;
import fi.vastine.desktop.demo.DemoBackend;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A small made-up county on this machine: its backend, its customers, and laptops that reach it through a gate. */
final class CountyOffice implements AutoCloseable {
    static final String WARD = "u-osasto-2-lehtola";
    private static final int CASES = 200;

    private final Path folder;
    private static final Duration LONGEST_DAY = Duration.ofMinutes(15);

    private final Clock clock = clock(Clock.system(DueDates.ZONE));
    private final DemoBackend backend;
    private final Gate gate;
    private final List<AutoCloseable> opened = new ArrayList<>();

    CountyOffice(Path folder) {
        this.folder = folder;
        backend = new DemoBackend(folder.resolve("county"), CASES, clock);
        gate = new Gate(backend.address().uri().getPort());
    }

    /** The real one; shortly before midnight some minutes ahead, so that no test has its day end in it. */
    private static Clock clock(Clock real) {
        boolean dayEnds = LocalDate.now(real).isBefore(LocalDate.now(Clock.offset(real, LONGEST_DAY)));
        return dayEnds ? Clock.offset(real, LONGEST_DAY) : real;
    }

    Gate gate() {
        return gate;
    }

    Clock clock() {
        return clock;
    }

    /** Where the laptops with a window find the backend. */
    ServerAddress address() {
        return new ServerAddress(gate.address());
    }

    DemoAccount account(String user) {
        return backend.accounts().stream()
                .filter(each -> each.user().equals(user))
                .findFirst()
                .orElseThrow();
    }

    /** One of the county's people gets an account. */
    void open(DemoAccount account) {
        backend.open(account);
    }

    /** A laptop that nobody has used yet. */
    OfficeLaptop laptop(String name) {
        return laptop(name, clock);
    }

    OfficeLaptop laptop(String name, Clock laptopClock) {
        return new OfficeLaptop(this, folder.resolve(name), laptopClock);
    }

    /** A colleague at work on a laptop of her own, which the gate does not touch. */
    Session colleague(String user) {
        Sessions sessions = new Sessions(
                folder.resolve("colleague-" + user), clock, new FolderKeyStore(folder.resolve("key-store")));
        SignInResult result =
                sessions.signIn(backend.address(), user, account(user).password(), "Kollegan kone");
        assertThat(result).isInstanceOf(SignInResult.SignedIn.class);
        Session session = ((SignInResult.SignedIn) result).session();
        opened.add(session);
        return session;
    }

    /** A customer fills in the form on the county's page. */
    void receive(String unit, String text, Intake.@Nullable Contact contact) {
        receive(unit, FeedbackKind.QUESTION, text, contact);
    }

    /** A customer thanks, and wishes for no reply. */
    void thank(String unit, String text) {
        receive(unit, FeedbackKind.THANKS, text, null);
    }

    private void receive(String unit, FeedbackKind kind, String text, Intake.@Nullable Contact contact) {
        var form = new Intake.Form(null, unit, Channel.WEB, kind, Language.FI, text, List.of(), null, contact);
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(backend.address().uri().resolve("/v1/feedback"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(new ObjectMapper().writeValueAsString(form)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static Intake.Contact mail(String address) {
        return new Intake.Contact(Way.MAIL, address, null);
    }

    static Intake.Contact phone(String number) {
        return new Intake.Contact(Way.PHONE, number, null);
    }

    /** The texts of all mails that went to an address, in the order they left. */
    List<String> mailsTo(String address) {
        return backend.sentMails().stream()
                .map(CountyOffice::read)
                .filter(mail -> mail.contains("To: " + address))
                .collect(Collectors.toList());
    }

    private static String read(Path mail) {
        try {
            return Files.readString(mail);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        for (AutoCloseable each : opened) {
            try {
                each.close();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
        gate.close();
        backend.close();
    }
}
