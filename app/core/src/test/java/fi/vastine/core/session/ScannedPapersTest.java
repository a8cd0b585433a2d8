package fi.vastine.core.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fi.vastine.contract.cases.Given;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.form.Form;
import fi.vastine.contract.form.ItemKind;
import fi.vastine.core.outbox.ScannedPages;
import fi.vastine.core.profile.DiskFull;
import fi.vastine.core.seal.SealBroken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scanned pages of papers, on real files, until they can be sent. */
class ScannedPapersTest extends StartedOnFiles {
    private static final byte[] PAGE = "KANARIALINTU lauloi skannatulla sivulla".getBytes(UTF_8);
    private static final Form FORM = form("koe", item("help", new ItemKind.Statement(1)));

    private Interviews papers;

    @BeforeEach
    void open() {
        papers = interviews(Interviews.PAPER);
    }

    @Override
    void restart() throws IOException {
        super.restart();
        open();
    }

    @Test
    void whatWasScannedIsThereAfterAStartAndNobodyReadsItOnTheDisk() throws IOException {
        Interview paper = begin();
        papers.pages().add(paper.caseId(), 1, PAGE);
        papers.pages().add(paper.caseId(), 2, PAGE);

        restart();

        assertThat(papers.pages().of(paper.caseId()).pages()).isEqualTo(3);
        assertThat(papers.pages().ready()).isEmpty();
        assertThat(filesWith("KANARIALINTU")).isEmpty();
        papers.end(answered(paper));
        assertThat(papers.pages().ready())
                .extracting(ScannedPages.File::first, ScannedPages.File::pages)
                .containsExactly(tuple(1, 1), tuple(2, 2));
        assertThat(papers.pages().read(papers.pages().ready().getFirst())).hasValue(PAGE);
        assertThat(entered().getFirst().answers().scannedPages()).isEqualTo(3);
    }

    @Test
    void aPaperThatIsTakenBackHasItsPagesAndSendsNone() throws IOException {
        Interview paper = answered(begin());
        papers.pages().add(paper.caseId(), 1, PAGE);
        Interviews.Ended done = papers.endAndGoOn(paper);

        papers.takeBack(requireNonNull(done.id()), paper);

        assertThat(papers.pages().ready()).isEmpty();
        restart();
        assertThat(papers.pages().of(paper.caseId()).pages()).isEqualTo(1);
        papers.end(paper);
        assertThat(papers.pages().ready()).hasSize(1);
    }

    @Test
    void aCrashBetweenAnEntryAndItsPagesIsMadeGoodAtTheNextStart() throws IOException {
        Interview paper = answered(begin());
        papers.pages().add(paper.caseId(), 1, PAGE);
        papers.end(paper);
        Path ready = pages().getFirst();
        Files.move(ready, ready.resolveSibling(ready.getFileName().toString().replace(".ready", "")));
        Files.writeString(ready.resolveSibling("desktop.ini"), "Not ours.");

        restart();

        assertThat(papers.pages().ready()).hasSize(1);
    }

    @Test
    void whatIsTakenAwayOrErasedLeavesNoFile() throws IOException {
        Interview half = begin();
        papers.pages().add(half.caseId(), 1, PAGE);
        papers.withdraw(half.caseId());
        assertThat(pages()).isEmpty();

        Interview done = answered(begin());
        papers.pages().add(done.caseId(), 1, PAGE);
        papers.end(done);
        assertThat(pages()).hasSize(1);
        outbox.erase(done.caseId());

        assertThat(pages()).isEmpty();
        assertThat(papers.pages().ready()).isEmpty();
    }

    @Test
    void aFullDiskAddsNothingAndAChangedFileDoesNotOpen() throws IOException {
        Interview paper = begin();
        disk.fill();
        assertThatThrownBy(() -> papers.pages().add(paper.caseId(), 1, PAGE)).isInstanceOf(DiskFull.class);
        disk.makeRoom();
        assertThat(papers.pages().of(paper.caseId())).isEqualTo(ScannedPages.Extent.NONE);

        papers.pages().add(paper.caseId(), 1, PAGE);
        papers.end(answered(paper));
        byte[] sealed = Files.readAllBytes(pages().getFirst());
        sealed[sealed.length / 2] ^= 1;
        Files.write(pages().getFirst(), sealed);

        ScannedPages.File file = papers.pages().ready().getFirst();
        assertThatThrownBy(() -> papers.pages().read(file)).isInstanceOf(SealBroken.class);
    }

    private Interview begin() {
        papers.begin(FORM, Interview.Start.onPaper(WARD, LocalDate.of(2026, 3, 3)), Language.FI);
        return requireNonNull(papers.state().current());
    }

    private static Interview answered(Interview paper) {
        return paper.answered("help", new Given.Step(4));
    }

    private List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("outbox").resolve("pages"))) {
            return files.toList();
        }
    }

    private List<Path> filesWith(String words) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(each -> read(each).contains(words))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
