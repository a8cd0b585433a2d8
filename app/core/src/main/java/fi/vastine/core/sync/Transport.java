package fi.vastine.core.sync;

import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.wire.Erasures;
import fi.vastine.contract.wire.News;
import fi.vastine.contract.wire.Pages;
import fi.vastine.contract.wire.PullRequest;
import fi.vastine.contract.wire.Push;
import fi.vastine.contract.wire.Reads;
import fi.vastine.contract.wire.SignIn;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Carries one request to the backend and its answer back; every call blocks until then.
 *
 * <p>What is returned came from a backend of ours and is whole; anything else is {@link ExchangeFailed}. Nothing is tried again
 * here. Thread safe. {@code access} is the token to show.
 */
public interface Transport extends AutoCloseable {

    SignIn.Answer signIn(SignIn.Request request) throws ExchangeFailed;

    SignIn.Answer registerAnew(SignIn.Anew anew) throws ExchangeFailed;

    SignIn.Tokens renew(SignIn.Renewal renewal) throws ExchangeFailed;

    Push.Answer push(String access, Push.Request request) throws ExchangeFailed;

    /**
     * Hands out the lines of an answer as they come, the {@code page} line last.
     *
     * @throws ExchangeFailed also when lines were handed out already: then they are worth nothing
     */
    void pull(String access, PullRequest request, Consumer<Line> each) throws ExchangeFailed;

    /** Waits for news for about a minute; empty if there were none. */
    Optional<News> awaitNews(String access, long after, long scopeVersion) throws ExchangeFailed;

    void tellReads(String access, Reads reads) throws ExchangeFailed;

    /** Hands over a file of scanned pages, under the number of its first page. */
    Pages.Answer putPages(String access, CaseId caseId, int first, byte[] content) throws ExchangeFailed;

    /** One scanned page, as a picture; empty while it has not come. */
    Optional<byte[]> page(String access, CaseId caseId, int number) throws ExchangeFailed;

    void tellErased(String access, Erasures.Done done) throws ExchangeFailed;

    /** Ends what is under way, which then fails; nothing may be asked afterwards. */
    @Override
    void close();
}
