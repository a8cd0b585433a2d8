package fi.vastine.simulation.seeds;

import fi.vastine.contract.command.Envelope;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.wire.PullLine;
import fi.vastine.contract.wire.Push;
import fi.vastine.core.outbox.Outbox;
import fi.vastine.core.replica.Page;
import fi.vastine.core.replica.Replica;
import fi.vastine.simulation.wire.Asked;
import fi.vastine.simulation.wire.FarEnd;
import fi.vastine.simulation.wire.Reply;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The mistakes that the protocol is there to prevent, each made at a seam of the simulation; nothing of them is in the program.
 *
 * <p>Those of the backend are made in its database around a request, those of a laptop around its replica.
 */
enum Breakages {
    /** A command that comes twice is carried out twice. */
    NOT_IDEMPOTENT,

    /** What was answered to a command is not written down. */
    OUTCOME_NOT_STORED,

    /** The answer leaves before the commit, which then fails now and then. */
    ANSWERED_BEFORE_COMMIT,

    /** A change gets its number before it can be read: who reads in between never hears of it. */
    NUMBER_BEFORE_COMMIT,

    /** A laptop does not let go of a case that has moved. */
    FORGET_IGNORED,

    /** A laptop lets go of a case by an order that is older than what it holds. */
    OLD_FORGET_REPLAYED,

    /** The cursors are written before the page that they speak of. */
    PAGE_AND_CURSORS_APART,

    /** A laptop does not erase what the order names, and says that it has. */
    ERASURE_SKIPPED;

    /** A world's own: some count. */
    Breakage make() {
        return switch (this) {
            case NOT_IDEMPOTENT -> aroundPush(Breakages::forget, (house, commands) -> {});
            case OUTCOME_NOT_STORED -> aroundPush((house, commands) -> {}, Breakages::dropOutcomes);
            case ANSWERED_BEFORE_COMMIT -> new AnsweredBeforeCommit();
            case NUMBER_BEFORE_COMMIT -> new NumberBeforeCommit();
            case FORGET_IGNORED -> onPages(page -> with(page, List.of()));
            case OLD_FORGET_REPLAYED -> new OldForgetReplayed();
            case PAGE_AND_CURSORS_APART -> new PageAndCursorsApart();
            case ERASURE_SKIPPED -> new ErasureSkipped();
        };
    }

    // The backend's

    private static Breakage aroundPush(
            BiConsumer<BackendHouse, List<Envelope>> before, BiConsumer<BackendHouse, List<Envelope>> after) {
        return new Breakage() {
            @Override
            FarEnd backend(BackendHouse house) {
                return asked -> {
                    List<Envelope> commands = commands(asked);
                    before.accept(house, commands);
                    Reply reply = house.answer(asked);
                    after.accept(house, commands);
                    return reply;
                };
            }
        };
    }

    private static List<Envelope> commands(Asked asked) {
        return asked.path().equals("/v1/commands")
                ? SeededLaptop.JSON.read(asked.text(), Push.Request.class).commands()
                : List.of();
    }

    private static void dropOutcomes(BackendHouse house, List<Envelope> commands) {
        house.jdbi().useHandle(handle -> {
            for (Envelope each : commands) {
                handle.execute(
                        "DELETE FROM command_outcome WHERE command_id = ?",
                        each.commandId().value());
            }
        });
    }

    private static void forget(BackendHouse house, List<Envelope> commands) {
        if (commands.isEmpty()) {
            return;
        }
        dropOutcomes(house, commands);
        Envelope first = commands.getFirst();
        house.jdbi()
                .useHandle(handle -> handle.execute(
                        "UPDATE device_progress SET last_seq = ? WHERE device_id = ? AND last_seq >= ?",
                        first.seq() - 1,
                        first.deviceId().value(),
                        first.seq()));
    }

    private static final class AnsweredBeforeCommit extends Breakage {
        private static final int ONE_OF = 4;

        private int pushes;

        @Override
        FarEnd backend(BackendHouse house) {
            return asked -> {
                boolean fails = !commands(asked).isEmpty() && ++pushes % ONE_OF == 0;
                if (!fails) {
                    return house.answer(asked);
                }
                Tables before = house.backup();
                Reply reply = house.answer(asked);
                before.putBack(house.jdbi());
                house.restart();
                return reply;
            };
        }
    }

    private static final class NumberBeforeCommit extends Breakage {
        private static final int ONE_OF = 5;

        private int pages;

        @Override
        FarEnd backend(BackendHouse house) {
            return asked -> {
                Reply reply = house.answer(asked);
                boolean between = asked.path().equals("/v1/changes")
                        && !asked.text().contains("\"after\":-1")
                        && ++pages % ONE_OF == 0;
                return between ? withoutCases(reply) : reply;
            };
        }

        private static Reply withoutCases(Reply reply) {
            return reply.with(reply.text()
                    .lines()
                    .filter(line -> !line.startsWith("{\"case\""))
                    .collect(Collectors.joining("\n", "", "\n")));
        }
    }

    // A laptop's

    private interface Change {
        Page of(Page page);
    }

    private static Breakage onPages(Change change) {
        return new Breakage() {
            @Override
            Replica replica(Replica replica) {
                return applying(replica, page -> replica.apply(change.of(page)));
            }
        };
    }

    private interface Applying {
        Page.Applied apply(Page page);
    }

    private static Replica applying(Replica replica, Applying applying) {
        return instead(Replica.class, replica, "apply", page -> applying.apply((Page) page));
    }

    private interface Instead {
        @Nullable
        Object of(Object argument);
    }

    /** The store, with something else done in the place of one of its methods, which has one argument. */
    private static <T> T instead(Class<T> type, T store, String name, Instead instead) {
        return type.cast(Proxy.newProxyInstance(
                Breakages.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals(name)) {
                        return instead.of(arguments[0]);
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private static Page with(Page page, List<Page.Forget> forgets) {
        return new Page(page.cases(), forgets, page.documents(), page.lost(), page.complete(), page.cursors());
    }

    private static final class OldForgetReplayed extends Breakage {
        private static final long ABOVE_ALL = Long.MAX_VALUE / 2;

        private final Map<Replica, Set<CaseId>> forgotten = new HashMap<>();

        @Override
        Replica replica(Replica replica) {
            Set<CaseId> known = forgotten.computeIfAbsent(replica, each -> new HashSet<>());
            return applying(replica, page -> {
                List<Page.Forget> replayed = new ArrayList<>(page.forgets());
                known.forEach(each -> replayed.add(new Page.Forget(each, PullLine.ForgetReason.MOVED, ABOVE_ALL)));
                page.forgets().forEach(each -> known.add(each.caseId()));
                return replica.apply(with(page, replayed));
            });
        }
    }

    private static final class PageAndCursorsApart extends Breakage {
        @Override
        Replica replica(Replica replica) {
            return applying(replica, page -> {
                replica.apply(new Page(List.of(), List.of(), List.of(), Set.of(), Set.of(), page.cursors()));
                return replica.apply(page);
            });
        }
    }

    private static final class ErasureSkipped extends Breakage {
        @Override
        Outbox outbox(Outbox outbox) {
            return instead(Outbox.class, outbox, "erase", id -> null);
        }

        @Override
        Replica replica(Replica replica) {
            return applying(replica, page -> {
                List<Page.Forget> moved = page.forgets().stream()
                        .filter(forget -> forget.why() == PullLine.ForgetReason.MOVED)
                        .toList();
                return replica.apply(with(page, moved));
            });
        }
    }
}
