package fi.vastine.backend.scan;

import fi.vastine.backend.http.Endpoints;
import fi.vastine.backend.http.HttpProblem;
import fi.vastine.backend.http.Routes;
import fi.vastine.backend.http.SignedIn;
import fi.vastine.backend.identity.Directory;
import fi.vastine.backend.store.AuditEntry;
import fi.vastine.backend.store.ScannedPages;
import fi.vastine.backend.store.Transaction;
import fi.vastine.backend.store.Writer;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.Expiry;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.wire.Pages;
import fi.vastine.contract.wire.Pages.Taken;
import io.javalin.http.Context;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code PUT} and {@code GET /v1/cases/{case}/pages/{number}}: the scanned pages of a paper. */
public final class PageEndpoints implements Endpoints {
    private static final String PATH = "/v1/cases/{case}/pages/{number}";
    private static final String READ = "scan";

    private final Writer writer;
    private final Directory directory;
    private final InstantSource clock;
    private final Pictures pictures = new Pictures();

    public PageEndpoints(Writer writer, Directory directory, InstantSource clock) {
        this.writer = writer;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public void addTo(Routes routes) {
        routes.put(PATH, Pages.MOST_BYTES, (request, who, body) -> {
            var asked = new Asked(who, caseId(request), number(request));
            request.json(new Pages.Answer(take(asked, body.bytes())));
        });
        routes.get(PATH, (request, who, body) -> {
            Optional<byte[]> picture = picture(new Asked(who, caseId(request), number(request)));
            if (picture.isEmpty()) {
                request.status(204);
            } else {
                request.contentType("application/octet-stream");
                request.result(picture.get());
            }
        });
    }

    /** Who asks for which page. */
    private record Asked(SignedIn who, CaseId caseId, int number) {}

    private static CaseId caseId(Context request) {
        try {
            return CaseId.of(request.pathParam("case"));
        } catch (IllegalArgumentException noId) {
            throw HttpProblem.notFound();
        }
    }

    private static int number(Context request) {
        String number = request.pathParam("number");
        if (!number.matches("[1-9][0-9]?")) {
            throw HttpProblem.notFound();
        }
        return Integer.parseInt(number);
    }

    private Taken take(Asked asked, byte[] file) {
        // 1. It is seen whether it may be added.  2. Its pages are made, which takes a while.  3. It is seen again, and
        // they are
        // kept in the same commit: the case may have been erased meanwhile.
        String hash = hash(file);
        Room room = writer.write(transaction -> room(transaction, asked, file, hash));
        if (room.answer() != null) {
            return room.answer();
        }
        Optional<List<byte[]>> pages = pictures.of(file, room.pages());
        return pages.map(made -> writer.write(transaction -> {
                    Taken answer = room(transaction, asked, file, hash).answer();
                    if (answer == null) {
                        ScannedPages.add(transaction, asked.caseId(), asked.number(), hash, file.length, made);
                    }
                    return answer == null ? Taken.KEPT : answer;
                }))
                .orElse(Taken.REFUSED);
    }

    /**
     * What is to be said of a file, or for how many pages there is room.
     *
     * @param answer absent if it is to be taken
     */
    private record Room(@Nullable Taken answer, int pages) {
        static Room none(Taken answer) {
            return new Room(answer, 0);
        }
    }

    private static Room room(Transaction transaction, Asked asked, byte[] file, String hash) {
        FeedbackCase entered = transaction.find(asked.caseId()).orElse(null);
        if (entered == null) {
            return Room.none(transaction.isErased(asked.caseId()) ? Taken.GONE : Taken.UNKNOWN);
        }
        boolean own = asked.who().person().equals(entered.origin().collector())
                && entered.origin().channel() == Channel.PAPER;
        if (!own) {
            return Room.none(Taken.REFUSED);
        }
        if (Expiry.hasNoText(entered)) {
            return Room.none(Taken.GONE);
        }
        Optional<String> before = ScannedPages.hash(transaction, asked.caseId(), asked.number());
        if (before.isPresent()) {
            return Room.none(before.get().equals(hash) ? Taken.KEPT : Taken.REFUSED);
        }
        Integer announced = entered.origin().answers().scannedPages();
        int left = announced == null ? 0 : Math.min(announced, Pages.MOST) - asked.number() + 1;
        boolean fits = ScannedPages.bytes(transaction, asked.caseId()) + file.length <= Pages.MOST_BYTES;
        return left > 0 && fits ? new Room(null, left) : Room.none(Taken.REFUSED);
    }

    private static String hash(byte[] file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not to be had", e);
        }
    }

    /** For whoever may read the case; to anybody else there is no such case. */
    private Optional<byte[]> picture(Asked asked) {
        SignedIn who = asked.who();
        return writer.write(transaction -> {
            FeedbackCase read = transaction
                    .find(asked.caseId())
                    .filter(each -> directory.access(who.person()).mayRead(each.unit()))
                    .orElseThrow(HttpProblem::notFound);
            Optional<byte[]> picture = ScannedPages.picture(transaction, read.id(), asked.number());
            Instant now = clock.instant();
            if (picture.isPresent()) {
                transaction.audit(AuditEntry.read(READ, who.person(), who.device(), read.id(), now, now, null));
            }
            return picture;
        });
    }
}
