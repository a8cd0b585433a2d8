package fi.vastine.backend.ledger;

import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.id.ReplyId;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a restored backup of the database must not undo: kept in files beside it, written before the database is.
 *
 * <pre>
 * seen      the database's epoch and how far it had come, when that was last looked at
 * erased    a line for each case that was erased, when, and whether it was withdrawn
 * mails     a line for each step of a mail's way out
 * restored  a line for each time a backup was restored and this ledger had to be told: it may lack what had left by mail
 * blocked   a line for each device that was blocked, and when
 * order-key the organisation's key pair, with which orders to laptops are signed
 * </pre>
 *
 * Thread safe.
 */
public final class Ledger {
    private final LedgerFile seen;
    private final LedgerFile erased;
    private final LedgerFile mails;
    private final LedgerFile restored;
    private final LedgerFile blocked;
    private final KeyPair orderKey;
    private final Map<CaseId, Erasure> erasures = new LinkedHashMap<>();
    private final Map<ReplyId, Mail> mailStates = new HashMap<>();
    private final Map<DeviceId, Instant> blockedDevices = new LinkedHashMap<>();

    private Ledger(Function<String, LedgerFile> files) {
        this.seen = files.apply("seen");
        this.mails = files.apply("mails");
        mails.lines().forEach(line -> {
            String[] words = line.split(" ", -1);
            mailStates.put(new ReplyId(UUID.fromString(words[0])), Mail.valueOf(words[1]));
        });
        this.restored = files.apply("restored");
        this.blocked = files.apply("blocked");
        blocked.lines().forEach(line -> {
            String[] words = line.split(" ", -1);
            blockedDevices.put(DeviceId.of(words[0]), Instant.parse(words[1]));
        });
        this.erased = files.apply("erased");
        erased.lines().forEach(line -> {
            String[] words = line.split(" ", -1);
            erasures.put(CaseId.of(words[0]), words.length > 2 ? Erasure.WITHDRAWN : Erasure.ORDERED);
        });
        this.orderKey = OrderKey.in(files.apply("order-key"));
    }

    /**
     * Opens the ledger in a folder, or begins one.
     *
     * @throws java.io.UncheckedIOException when it cannot be read or written: then nothing may be answered
     */
    public static Ledger in(Path folder) {
        DurableFile.createFolder(folder);
        return new Ledger(name -> new DurableFile(folder, name));
    }

    /** One that ends with the process: for simulations of many backends, and for tests. */
    public static Ledger inMemory() {
        return new Ledger(name -> new LedgerFile.InMemory());
    }

    /** Why a case is erased. */
    public enum Erasure {
        /** Somebody ordered it; its figures stay. */
        ORDERED,
        /** Who entered it withdrew it; it was never there. */
        WITHDRAWN
    }

    /** How far a reply has come on its way out by mail. */
    public enum Mail {
        /** Surely not taken by the mail system, or a person lets it leave again. */
        NOT_TAKEN,
        /** Handing over began, and its end is not known. */
        BEGUN,
        /** Taken; for good. */
        SENT
    }

    /**
     * Whether the database has been further than it is, or was another: then it was restored from a backup.
     *
     * <p>It may not be noticed if all that is missing was written in the last seconds before a crash.
     */
    public synchronized boolean isAheadOf(String epoch, long changeNo) {
        List<String> lines = seen.lines();
        if (lines.isEmpty()) {
            return false;
        }
        String[] words = lines.getFirst().split(" ", -1);
        return !words[0].equals(epoch) || Long.parseLong(words[1]) > changeNo;
    }

    /** Notes how far the database has come. */
    public synchronized void saw(String epoch, long changeNo) {
        seen.replace(epoch + " " + changeNo);
    }

    /** A case is to be erased: whatever happens from here on, it will be. */
    public synchronized void erase(CaseId id, Instant at) {
        if (!erasures.containsKey(id)) {
            erased.append(id + " " + at);
            erasures.put(id, Erasure.ORDERED);
        }
    }

    /** An entry was withdrawn: no backup brings it back, nor counts it. */
    public synchronized void withdrew(CaseId id, Instant at) {
        if (!erasures.containsKey(id)) {
            erased.append(id + " " + at + " withdrawn");
            erasures.put(id, Erasure.WITHDRAWN);
        }
    }

    /** How far a reply has come; {@code NOT_TAKEN} for one that is not known. */
    public synchronized Mail mail(ReplyId reply) {
        return mailStates.getOrDefault(reply, Mail.NOT_TAKEN);
    }

    /** Notes how far a reply has come, unless it was sent. */
    public synchronized void mail(ReplyId reply, Mail state) {
        if (mail(reply) != Mail.SENT && mail(reply) != state) {
            mails.append(reply + " " + state);
            mailStates.put(reply, state);
        }
    }

    /** A backup was restored and this had not noticed it: it is younger than that backup, or was put back with it. */
    public synchronized void missedRestore(Instant at) {
        restored.append(at.toString());
    }

    /** Whether replies may have left by mail of which this does not know. */
    public synchronized boolean mayLackMails() {
        return !restored.lines().isEmpty();
    }

    /** A device is blocked, for good: what an administrator takes back is a new registration. */
    public synchronized void block(DeviceId device, Instant at) {
        if (!blockedDevices.containsKey(device)) {
            blocked.append(device + " " + at);
            blockedDevices.put(device, at);
        }
    }

    /** When each blocked device was blocked. */
    public synchronized Map<DeviceId, Instant> blocked() {
        return Map.copyOf(blockedDevices);
    }

    /** When the device was blocked; absent if it was not. */
    public synchronized @Nullable Instant blockedAt(DeviceId device) {
        return blockedDevices.get(device);
    }

    public KeyPair orderKey() {
        return orderKey;
    }

    /** Every case ever erased, in the order of erasing. */
    public synchronized Map<CaseId, Erasure> erased() {
        return Collections.unmodifiableMap(new LinkedHashMap<>(erasures));
    }
}
