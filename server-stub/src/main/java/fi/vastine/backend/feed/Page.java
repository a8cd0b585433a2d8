package fi.vastine.backend.feed;

import fi.vastine.backend.store.FeedStore.StoredCase;
import fi.vastine.backend.store.FeedStore.StoredDocument;
import fi.vastine.contract.wire.PullLine.ForgetLine;
import fi.vastine.contract.wire.PullLine.PageLine;
import java.util.List;

/** What one answer holds, read at one moment. */
record Page(List<StoredDocument> documents, List<StoredCase> cases, List<ForgetLine> forgets, PageLine end) {
    Page {
        documents = List.copyOf(documents);
        cases = List.copyOf(cases);
        forgets = List.copyOf(forgets);
    }
}
