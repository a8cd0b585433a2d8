package fi.vastine.core.session;

import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.command.WithdrawalReason;
import fi.vastine.contract.due.DueDates;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.core.cases.Desk;
import fi.vastine.core.cases.TakenEntry;
import fi.vastine.core.json.Json;
import fi.vastine.core.outbox.Entry;
import fi.vastine.core.outbox.Intention;
import fi.vastine.core.outbox.Outbox;
import fi.vastine.core.profile.DiskFull;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the person entered today and how far it has come, without a word of it; what the backend has can be withdrawn.
 *
 * <p>What was entered earlier is there as long as it waits, and on the day on which the backend took it. Thread safe; methods block
 * for the disk unless they say otherwise.
 */
public final class EnteredToday {
    private static final Logger LOG = LoggerFactory.getLogger(EnteredToday.class);
    private static final String NUMBERS = "entry-numbers";

    /** No campaign is longer. */
    private static final int COUNTED_DAYS = 366;

    private final Desk desk;
    private final Outbox outbox;
    private final Commands commands;
    private final Json json;
    private final InstantSource clock;
    private final Object telling = new Object();

    EnteredToday(Desk desk, Outbox outbox, Commands commands, Json json, InstantSource clock) {
        this.desk = desk;
        this.outbox = outbox;
        this.commands = commands;
        this.json = json;
        this.clock = clock;
    }

    /** How far an entry has come. */
    public enum Stage {
        /** It was never on the wire, and can be corrected. */
        HERE,
        /** It was sent, and the backend has not answered. */
        ON_WIRE,
        /** The backend has it. */
        TAKEN,
        /** That it is withdrawn waits to be sent. */
        WITHDRAWING,
        /** It is withdrawn. */
        WITHDRAWN
    }

    /**
     * One entry.
     *
     * @param number its running number on the day on which it was made, from 1; it keeps it when it is corrected
     * @param madeAt by the laptop's clock
     * @param form the version of the form it was given by; absent for words alone
     * @param givenOn the day on which the customer gave it, in Europe/Helsinki
     */
    public record Line(
            CaseId caseId,
            int number,
            Instant madeAt,
            UnitId unit,
            @Nullable String form,
            Channel channel,
            LocalDate givenOn,
            Stage stage) {

        /** Whether it can still be withdrawn here; one that was never sent is corrected instead. */
        public boolean canBeWithdrawn() {
            return stage == Stage.ON_WIRE || stage == Stage.TAKEN;
        }
    }

    /** An entry's number, on a day. */
    private record Numbered(CaseId caseId, LocalDate day, int number) {}

    /** What lies on the disk. */
    private record Numbers(List<Numbered> list) {}

    /** The entries, the latest first. */
    public synchronized List<Line> lines() {
        Map<CaseId, Line> found = new LinkedHashMap<>();
        List<TakenEntry> noted = TakenEntry.noted(outbox);
        Stream.concat(noted.stream(), outbox.entries().stream().flatMap(each -> TakenEntry.of(each).stream()))
                .filter(each -> isToday(each.madeAt()) || isToday(each.takenAt()))
                .forEach(each -> found.put(each.caseId(), line(each)));
        outbox.entries().stream()
                .filter(Entry::unsettled)
                .forEach(each -> line(each).ifPresent(line -> found.put(line.caseId(), line)));
        outbox.intentions().stream()
                .map(Intention::submission)
                .forEach(each -> line(each.caseId(), each.madeAt(), each.command(), Stage.HERE)
                        .ifPresent(line -> found.put(line.caseId(), line)));
        List<Withdrawal> withdrawals = withdrawals(found);
        withdrawals.stream()
                .filter(each -> !each.done() || isToday(each.madeAt()) || found.containsKey(each.caseId()))
                .forEach(each -> found.put(each.caseId(), line(each)));
        forgetOld(noted, withdrawals);
        return numbered(found.values().stream()
                .sorted(Comparator.comparing(Line::madeAt))
                .toList());
    }

    /** Tells them now, on the caller's thread, and from then on at each change, on core's threads. */
    public Subscription onLines(Consumer<List<Line>> listener) {
        return desk.pending().listen(ignored -> tell(listener))::run;
    }

    private void tell(Consumer<List<Line>> listener) {
        synchronized (telling) {
            listener.accept(lines());
        }
    }

    /**
     * Withdraws an entry, with or without a network; one that was not yet sent is taken back and goes nowhere.
     *
     * @throws DiskFull with nothing withdrawn: to be tried again
     */
    public void withdraw(CaseId caseId, WithdrawalReason why) {
        boolean underWay = lines().stream()
                .anyMatch(each -> each.caseId().equals(caseId)
                        && (each.stage() == Stage.WITHDRAWING || each.stage() == Stage.WITHDRAWN));
        if (underWay) {
            return;
        }
        if (commands.entered(caseId).map(commands::takeBack).orElse(false)) {
            outbox.pages().drop(caseId);
            return;
        }
        // 1. The command is on disk.  2. Its entry is noted as withdrawn.
        // A crash in between: the next start finds the command. Nothing is locked here, as deciding calls whoever
        // listens.
        commands.submit(caseId, new Command.WithdrawEntry(why));
        lines();
    }

    /** What is withdrawn, as the backend has answered: what it refused is an entry like any other, and needs attention by itself. */
    private List<Withdrawal> withdrawals(Map<CaseId, Line> lines) {
        List<Withdrawal> before = Withdrawal.kept(outbox, json);
        List<Withdrawal> now = Stream.concat(before.stream(), fresh(before, lines))
                .flatMap(each -> settled(each).stream())
                .toList();
        if (!now.equals(before)) {
            keep(() -> Withdrawal.keep(outbox, json, now));
        }
        return now;
    }

    private Stream<Withdrawal> fresh(List<Withdrawal> known, Map<CaseId, Line> lines) {
        Stream<Withdrawal> numbered = outbox.entries().stream()
                .map(Entry::envelope)
                .flatMap(each -> withdrawal(each.commandId(), each.command(), lines.get(each.caseId())));
        Stream<Withdrawal> intended = outbox.intentions().stream()
                .map(Intention::submission)
                .flatMap(each -> withdrawal(each.id(), each.command(), lines.get(each.caseId())));
        return Stream.concat(numbered, intended)
                .filter(each -> known.stream().noneMatch(one -> one.command().equals(each.command())));
    }

    private static Stream<Withdrawal> withdrawal(CommandId id, Command command, @Nullable Line line) {
        return command instanceof Command.WithdrawEntry && line != null
                ? Stream.of(new Withdrawal(
                        line.caseId(),
                        line.unit(),
                        line.form(),
                        line.channel(),
                        line.givenOn(),
                        line.madeAt(),
                        id,
                        false))
                : Stream.empty();
    }

    private Optional<Withdrawal> settled(Withdrawal each) {
        if (each.done() || isIntended(each.command())) {
            return Optional.of(each);
        }
        Entry command = outbox.entries().stream()
                .filter(entry -> entry.envelope().commandId().equals(each.command()))
                .findFirst()
                .orElse(null);
        if (command == null) {
            return Optional.empty();
        }
        return switch (command.outcome()) {
            case null -> Optional.of(each);
            case Outcome.Applied ignored -> Optional.of(each.whenDone());
            case Outcome.NoOp ignored -> Optional.of(each.whenDone());
            case Outcome.Gone ignored -> Optional.of(each.whenDone());
            default -> Optional.empty();
        };
    }

    private boolean isIntended(CommandId command) {
        return outbox.intentions().stream()
                .anyMatch(each -> each.submission().id().equals(command));
    }

    private static Line line(TakenEntry each) {
        return new Line(
                each.caseId(), 0, each.madeAt(), each.unit(), each.form(), each.channel(), each.givenOn(), Stage.TAKEN);
    }

    private static Optional<Line> line(Entry each) {
        Stage stage = each.state() == Entry.State.WAITING ? Stage.HERE : Stage.ON_WIRE;
        return line(
                each.envelope().caseId(),
                each.envelope().madeAt(),
                each.envelope().command(),
                stage);
    }

    private static Optional<Line> line(CaseId caseId, Instant madeAt, Command command, Stage stage) {
        return command instanceof Command.EnterFeedback entry
                ? Optional.of(new Line(
                        caseId,
                        0,
                        madeAt,
                        entry.unit(),
                        entry.answers().form(),
                        entry.channel(),
                        day(entry.givenAt()),
                        stage))
                : Optional.empty();
    }

    private static Line line(Withdrawal each) {
        Stage stage = each.done() ? Stage.WITHDRAWN : Stage.WITHDRAWING;
        return new Line(
                each.caseId(), 0, each.madeAt(), each.unit(), each.form(), each.channel(), each.givenOn(), stage);
    }

    /** Gives each entry the number it has, or the next one of its day. */
    private List<Line> numbered(List<Line> inOrder) {
        List<Numbered> known = outbox.setting(NUMBERS)
                .map(text -> json.read(text, Numbers.class).list())
                .orElse(List.of());
        List<Numbered> numbers = new ArrayList<>(known.stream()
                .filter(each -> each.day().equals(today())
                        || inOrder.stream().anyMatch(line -> line.caseId().equals(each.caseId())))
                .toList());
        List<Line> numbered = new ArrayList<>();
        for (Line each : inOrder) {
            numbered.addFirst(new Line(
                    each.caseId(),
                    number(each, numbers),
                    each.madeAt(),
                    each.unit(),
                    each.form(),
                    each.channel(),
                    each.givenOn(),
                    each.stage()));
        }
        if (!numbers.equals(known)) {
            keep(() -> outbox.keepSetting(NUMBERS, json.write(new Numbers(numbers))));
        }
        return List.copyOf(numbered);
    }

    private static int number(Line line, List<Numbered> numbers) {
        LocalDate day = day(line.madeAt());
        return numbers.stream()
                .filter(each -> each.caseId().equals(line.caseId()))
                .map(Numbered::number)
                .findFirst()
                .orElseGet(() -> {
                    int next = 1
                            + numbers.stream()
                                    .filter(each -> each.day().equals(day))
                                    .mapToInt(Numbered::number)
                                    .max()
                                    .orElse(0);
                    numbers.add(new Numbered(line.caseId(), day, next));
                    return next;
                });
    }

    /** What is shown no more is not kept; that something was withdrawn is, as long as it would be counted. */
    private void forgetOld(List<TakenEntry> noted, List<Withdrawal> withdrawals) {
        List<TakenEntry> left = noted.stream()
                .filter(each -> isToday(each.madeAt()) || isToday(each.takenAt()))
                .toList();
        if (!left.equals(noted)) {
            keep(() -> TakenEntry.retain(outbox, left));
        }
        List<Withdrawal> open = withdrawals.stream()
                .filter(each -> !each.done() || day(each.madeAt()).isAfter(today().minusDays(COUNTED_DAYS)))
                .toList();
        if (!open.equals(withdrawals)) {
            keep(() -> Withdrawal.keep(outbox, json, open));
        }
    }

    /** What finds no room now is kept the next time. */
    private static void keep(Runnable write) {
        try {
            write.run();
        } catch (DiskFull full) {
            LOG.warn("The disk is full: numbers of entries are kept later");
        }
    }

    private boolean isToday(Instant at) {
        return day(at).equals(today());
    }

    private LocalDate today() {
        return day(clock.instant());
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, DueDates.ZONE);
    }
}
