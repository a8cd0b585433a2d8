package fi.vastine.simulation.office;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.Draft;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.Note;
import fi.vastine.contract.cases.Reply;
import fi.vastine.contract.id.CaseId;
import fi.vastine.core.cases.CaseRow;
import fi.vastine.core.session.LocalDraft;
import fi.vastine.core.session.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What people were told is kept, and whether it is. */
final class Ledger {
    private final Map<CaseId, List<String>> notes = new HashMap<>();
    private final Map<CaseId, List<String>> replies = new HashMap<>();
    private final Map<CaseId, String> drafts = new HashMap<>();
    private final List<String> feedback = new ArrayList<>();

    /** Takes down what a laptop said. */
    void enter(List<String> said) {
        for (String line : said) {
            String[] parts = line.split(" ", 3);
            switch (parts[0]) {
                case "note" ->
                    notes.computeIfAbsent(CaseId.of(parts[1]), id -> new ArrayList<>())
                            .add(parts[2]);
                case "reply" ->
                    replies.computeIfAbsent(CaseId.of(parts[1]), id -> new ArrayList<>())
                            .add(parts[2]);
                case "draft" -> drafts.put(CaseId.of(parts[1]), parts[2]);
                default -> {}
            }
        }
    }

    /** Takes down feedback for which its customer got a receipt. */
    void received(String text) {
        feedback.add(text);
    }

    long size() {
        return Stream.of(notes, replies)
                        .flatMap(each -> each.values().stream())
                        .mapToLong(List::size)
                        .sum()
                + drafts.size()
                + feedback.size();
    }

    List<String> repliesSaid() {
        return replies.values().stream().flatMap(List::stream).toList();
    }

    /** All that was decided and received is there, once, for whoever may see it. */
    void holds(Session session) {
        notes.forEach((id, said) -> assertThat(whole(session, id).notes())
                .extracting(Note::text)
                .containsAll(said)
                .doesNotHaveDuplicates());
        replies.forEach((id, said) ->
                assertThat(whole(session, id).replies()).extracting(Reply::text).containsExactlyElementsOf(said));
        assertThat(session.book().rows())
                .extracting(CaseRow::excerpt)
                .containsAll(feedback)
                .doesNotHaveDuplicates();
    }

    /** What was last written of each draft is there, on its author's laptop. */
    void holdsDrafts(Session session) {
        drafts.forEach((id, said) -> {
            LocalDraft here = session.drafts().of(id).orElseThrow();
            assertThat(isOrFollows(here.text(), said))
                    .as("%s, was %s", here.text(), said)
                    .isTrue();
            assertThat(whole(session, id).drafts()).extracting(Draft::id).hasSizeLessThanOrEqualTo(1);
        });
    }

    private static FeedbackCase whole(Session session, CaseId id) {
        return session.open(id).orElseThrow();
    }

    /** What was written later may be kept without having been said to be: the program was killed in between. */
    private static boolean isOrFollows(String text, String said) {
        String[] is = text.split(" ", -1);
        String[] was = said.split(" ", -1);
        int later = Long.compare(Long.parseLong(is[0], 16), Long.parseLong(was[0], 16));
        return later > 0 || (later == 0 && Integer.parseInt(is[1]) >= Integer.parseInt(was[1]));
    }
}
