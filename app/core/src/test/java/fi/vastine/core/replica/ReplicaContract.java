package fi.vastine.core.replica;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.id.UuidSource;
import fi.vastine.contract.reference.Role;
import fi.vastine.contract.wire.CatchUp;
import fi.vastine.contract.wire.PullLine.ForgetReason;
import fi.vastine.contract.wire.Scope;
import fi.vastine.core.replica.Page.Forget;
import fi.vastine.core.replica.Page.Snapshot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What every replica promises; after each step a reopened one must tell the same. */
abstract class ReplicaContract {
    static final UnitId WARD = new UnitId("osasto-2");
    static final UnitId CLINIC = new UnitId("asema-1");

    final UuidSource ids = new UuidSource(() -> Instant.parse("2026-11-23T07:00:00Z"), new SplittableRandom(1));
    final CaseId one = new CaseId(ids.next());
    final CaseId two = new CaseId(ids.next());
    final CaseId three = new CaseId(ids.next());

    /** The replica under test; the same one until {@link #reopen}. */
    abstract Replica replica();

    /** Closes the replica and opens it again, as a restart does. */
    abstract void reopen();

    @Test
    void aNewReplicaIsEmptyAndBeginsAtNow() {
        assertThat(replica().cursors()).isEqualTo(Cursors.NONE);
        assertThat(heads()).isEmpty();
        assertThat(replica().snapshot(one)).isEmpty();
    }

    @Test
    void aPageIsThereAgainAfterARestartWithItsCursors() {
        Cursors cursors = new Cursors(
                "k3",
                81_240,
                Map.of(WARD, new CatchUp(81_000, "2026-11-01/7")),
                new Scope(
                        6,
                        List.of(WARD, CLINIC),
                        Map.of(CLINIC, LocalDate.of(2026, 12, 24)),
                        List.of(Role.HANDLER),
                        List.of(WARD)));
        Document unit = new Document("unit", "osasto-2", "{\"name\":\"Lehtola\"}");

        Page.Applied applied = replica()
                .apply(new Page(
                        List.of(snapshot(one, 5, WARD), snapshot(two, 6, CLINIC)),
                        List.of(),
                        List.of(unit),
                        Set.of(),
                        Set.of(),
                        cursors));
        reopen();

        assertThat(applied.cases()).extracting(each -> each.head().caseId()).containsExactly(one, two);
        assertThat(applied.gone()).isEmpty();
        assertThat(replica().cursors()).isEqualTo(cursors);
        assertThat(heads())
                .containsExactlyInAnyOrder(
                        snapshot(one, 5, WARD).head(), snapshot(two, 6, CLINIC).head());
        assertThat(replica().snapshot(one)).contains(snapshot(one, 5, WARD).body());
        assertThat(replica().documents()).containsExactly(unit);
    }

    @Test
    void theSamePageTwiceChangesNothing() {
        Page page = page(List.of(snapshot(one, 5, WARD)), List.of());

        replica().apply(page);
        Page.Applied again = replica().apply(page);
        reopen();

        assertThat(again.cases()).hasSize(1);
        assertThat(heads()).containsExactly(snapshot(one, 5, WARD).head());
    }

    @Test
    void anOlderSnapshotNeverReplacesANewerOne() {
        replica().apply(page(List.of(snapshot(one, 7, WARD)), List.of()));

        Page.Applied late = replica().apply(page(List.of(snapshot(one, 6, CLINIC)), List.of()));
        reopen();

        assertThat(late.cases()).isEmpty();
        assertThat(heads()).containsExactly(snapshot(one, 7, WARD).head());
        assertThat(replica().snapshot(one)).contains(snapshot(one, 7, WARD).body());
    }

    @Test
    void aNewerSnapshotReplacesRowBodyAndUnit() {
        replica().apply(page(List.of(snapshot(one, 7, WARD)), List.of()));

        replica().apply(page(List.of(snapshot(one, 8, CLINIC)), List.of()));
        reopen();

        assertThat(heads()).containsExactly(snapshot(one, 8, CLINIC).head());
        assertThat(replica().snapshot(one)).contains(snapshot(one, 8, CLINIC).body());
    }

    @Test
    void aForgetTakesTheCaseAwayUnlessASnapshotIsAsNew() {
        replica().apply(page(List.of(snapshot(one, 7, WARD), snapshot(two, 9, WARD)), List.of()));

        Page.Applied applied = replica()
                .apply(page(
                        List.of(),
                        List.of(
                                new Forget(one, ForgetReason.MOVED, 8),
                                new Forget(two, ForgetReason.MOVED, 9),
                                new Forget(three, ForgetReason.ERASED, 9))));
        reopen();

        assertThat(applied.gone()).containsExactly(one);
        assertThat(heads()).containsExactly(snapshot(two, 9, WARD).head());
        assertThat(replica().snapshot(one)).isEmpty();
    }

    @Test
    void aForgottenCaseComesBackOnlyWithANumberAsNewAsTheForget() {
        replica().apply(page(List.of(snapshot(one, 7, WARD)), List.of(new Forget(one, ForgetReason.MOVED, 10))));
        reopen();

        replica().apply(page(List.of(snapshot(one, 9, WARD)), List.of()));
        assertThat(heads()).isEmpty();
        replica().apply(page(List.of(), List.of(new Forget(one, ForgetReason.MOVED, 9))));
        replica().apply(page(List.of(snapshot(one, 9, WARD)), List.of()));
        assertThat(heads()).isEmpty();

        replica().apply(page(List.of(snapshot(one, 10, WARD)), List.of()));
        reopen();
        assertThat(heads()).containsExactly(snapshot(one, 10, WARD).head());
    }

    @Test
    void aForgetThatComesBeforeItsSnapshotIsRemembered() {
        replica().apply(page(List.of(), List.of(new Forget(one, ForgetReason.ERASED, 12))));
        reopen();

        Page.Applied late = replica().apply(page(List.of(snapshot(one, 11, WARD)), List.of()));

        assertThat(late.cases()).isEmpty();
        assertThat(heads()).isEmpty();
    }

    @Test
    void aLostUnitGoesAndMayComeBackWithTheSameNumbers() {
        replica().apply(page(List.of(snapshot(one, 7, WARD), snapshot(two, 8, CLINIC)), List.of()));

        Page.Applied lost =
                replica().apply(new Page(List.of(), List.of(), List.of(), Set.of(WARD), Set.of(), Cursors.NONE));
        reopen();

        assertThat(lost.gone()).containsExactly(one);
        assertThat(heads()).containsExactly(snapshot(two, 8, CLINIC).head());

        replica().apply(page(List.of(snapshot(one, 7, WARD)), List.of()));
        assertThat(heads()).hasSize(2);
    }

    @Test
    void downloadingAUnitAnewSweepsWhatDoesNotComeAgain() {
        Cursors anew = new Cursors("k3", 9, Map.of(WARD, new CatchUp(9, null)), Scope.NONE);
        replica()
                .apply(page(
                        List.of(snapshot(one, 7, WARD), snapshot(two, 8, WARD), snapshot(three, 9, CLINIC)),
                        List.of()));

        replica().mark(WARD, anew);
        reopen();
        assertThat(replica().cursors()).isEqualTo(anew);
        assertThat(heads()).hasSize(3);
        replica().apply(page(List.of(snapshot(two, 8, WARD)), List.of()));
        Page.Applied swept =
                replica().apply(new Page(List.of(), List.of(), List.of(), Set.of(), Set.of(WARD), Cursors.NONE));
        reopen();

        assertThat(swept.gone()).containsExactly(one);
        assertThat(heads())
                .containsExactlyInAnyOrder(
                        snapshot(two, 8, WARD).head(),
                        snapshot(three, 9, CLINIC).head());
    }

    @Test
    void whatCameOutsideTheSweepIsNotSweptAtTheNext() {
        replica().apply(page(List.of(snapshot(one, 7, WARD)), List.of()));
        replica().mark(WARD, Cursors.NONE);
        replica()
                .apply(new Page(
                        List.of(snapshot(one, 7, WARD)), List.of(), List.of(), Set.of(), Set.of(WARD), Cursors.NONE));

        Page.Applied second =
                replica().apply(new Page(List.of(), List.of(), List.of(), Set.of(), Set.of(WARD), Cursors.NONE));

        assertThat(second.gone()).isEmpty();
        assertThat(heads()).hasSize(1);
    }

    @Test
    void aDocumentIsReplacedWhole() {
        replica().apply(documents(new Document("unit", "u", "old"), new Document("person", "u", "another kind")));
        replica().apply(documents(new Document("unit", "u", "new")));
        reopen();

        assertThat(replica().documents())
                .containsExactlyInAnyOrder(
                        new Document("unit", "u", "new"), new Document("person", "u", "another kind"));
    }

    @Test
    void aFillLeavesTheSameAsPagesDo() {
        replica().beginFill();
        for (int page = 0; page < 4; page++) {
            List<Snapshot> cases = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                cases.add(snapshot(new CaseId(ids.next()), 100L + i, WARD));
            }
            replica().apply(page(cases, List.of()));
        }
        replica().endFill();
        replica().apply(page(List.of(snapshot(one, 500, CLINIC)), List.of()));
        reopen();

        assertThat(heads()).hasSize(201).contains(snapshot(one, 500, CLINIC).head());
    }

    @Test
    void aCaseThatComesTwiceInAFillIsHeldOnceAsItIsNewest() {
        replica().apply(page(List.of(snapshot(two, 3, WARD)), List.of()));
        replica().beginFill();
        replica().apply(page(List.of(snapshot(one, 5, WARD), snapshot(two, 6, WARD)), List.of()));
        replica().apply(page(List.of(snapshot(one, 4, CLINIC)), List.of()));
        replica().apply(page(List.of(snapshot(one, 9, CLINIC), snapshot(one, 8, WARD)), List.of()));
        replica().endFill();

        assertThat(heads()).extracting(Head::changeNo).containsExactlyInAnyOrder(9L, 6L);
        reopen();
        assertThat(heads()).extracting(Head::unit).containsExactlyInAnyOrder(CLINIC, WARD);
    }

    @Test
    void aFillThatIsClosedTidilyIsKept() {
        replica().beginFill();
        replica().apply(page(List.of(snapshot(one, 5, WARD)), List.of()));
        reopen();

        assertThat(heads()).hasSize(1);
    }

    @Test
    void aResetReplicaIsAsANewOneAndTakesPages() {
        replica().apply(page(List.of(snapshot(one, 7, WARD)), List.of(new Forget(two, ForgetReason.MOVED, 9))));

        replica().reset();
        assertThat(replica().cursors()).isEqualTo(Cursors.NONE);
        assertThat(heads()).isEmpty();

        replica().apply(page(List.of(snapshot(two, 1, WARD)), List.of()));
        reopen();
        assertThat(heads()).containsExactly(snapshot(two, 1, WARD).head());
    }

    @Test
    void tidyingChangesNothing() {
        replica().apply(page(List.of(snapshot(one, 7, WARD), snapshot(two, 7, WARD)), List.of()));
        replica().apply(page(List.of(), List.of(new Forget(two, ForgetReason.ERASED, 9))));

        replica().tidy();
        replica().tidy();

        assertThat(heads()).containsExactly(snapshot(one, 7, WARD).head());
        reopen();
        assertThat(replica().snapshot(one)).contains(snapshot(one, 7, WARD).body());
    }

    @Test
    void aCaseThatGoesLeavesNoneOfItsEarlierRowsBehind() {
        replica().apply(page(List.of(snapshot(one, 5, WARD), snapshot(two, 6, WARD)), List.of()));
        replica().apply(page(List.of(snapshot(one, 7, WARD)), List.of()));
        replica().apply(page(List.of(snapshot(one, 8, CLINIC)), List.of()));

        replica().apply(page(List.of(), List.of(new Forget(one, ForgetReason.ERASED, 9))));
        reopen();

        assertThat(heads()).containsExactly(snapshot(two, 6, WARD).head());
    }

    @Test
    void manyChangesAreGatheredWithWhatOwesAReplyFirst() {
        List<Snapshot> newest = new ArrayList<>();
        for (int i = 0; i < 1_200; i++) {
            newest.add(snapshot(new CaseId(ids.next()), i + 1L, WARD));
        }
        replica().apply(page(newest, List.of()));
        for (int i = 0; i < 80; i++) {
            Snapshot owing = owing(newest.get(10 * i).head().caseId(), 2_000L + i);
            newest.set(10 * i, owing);
            replica().apply(page(List.of(owing), List.of()));
        }

        replica().tidy();
        reopen();

        assertThat(heads())
                .containsExactlyInAnyOrderElementsOf(
                        newest.stream().map(Snapshot::head).toList());
        assertThat(heads().subList(0, 80)).allMatch(Head::owesReply);
    }

    /** As a reader takes them: a later row of a case in place of an earlier one. */
    List<Head> heads() {
        return heads(replica());
    }

    static List<Head> heads(Replica replica) {
        Map<CaseId, Head> heads = new LinkedHashMap<>();
        replica.heads().forEachRemaining(some -> some.forEach(each -> heads.put(each.caseId(), each)));
        return List.copyOf(heads.values());
    }

    static Page page(List<Snapshot> cases, List<Forget> forgets) {
        return new Page(cases, forgets, List.of(), Set.of(), Set.of(), new Cursors("k3", 1, Map.of(), Scope.NONE));
    }

    private static Page documents(Document... documents) {
        return new Page(List.of(), List.of(), List.of(documents), Set.of(), Set.of(), Cursors.NONE);
    }

    static Snapshot snapshot(CaseId id, long changeNo, UnitId unit) {
        Head head = new Head(id, changeNo, unit, changeNo + 1, false, "[\"" + id + "\",\"Jonotin\"," + changeNo + "]");
        return new Snapshot(
                head,
                "{\"id\":\"" + id + "\",\"text\":\"Jonotin puhelimessa, äänetön linja\",\"no\":" + changeNo + "}");
    }

    private static Snapshot owing(CaseId id, long changeNo) {
        Snapshot as = snapshot(id, changeNo, WARD);
        Head head = as.head();
        return new Snapshot(new Head(id, changeNo, head.unit(), head.seq(), true, head.row()), as.body());
    }
}
