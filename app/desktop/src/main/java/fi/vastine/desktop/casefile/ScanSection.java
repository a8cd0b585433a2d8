package fi.vastine.desktop.casefile;

import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.desktop.control.Icons;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The paper itself as it was scanned, page by page when it is asked for. */
final class ScanSection {
    private final Scan scan;
    private final CaseWords words;

    ScanSection(Scan scan, CaseWords words) {
        this.scan = scan;
        this.words = words;
    }

    /** A line that says how many pages there are, and below it the one that is looked at; absent where nothing was scanned. */
    @Nullable
    Node of(FeedbackCase shown, Scan.@Nullable Shown page) {
        Integer pages = shown.origin().answers().scannedPages();
        if (pages == null) {
            return null;
        }
        Button open = new Button(words.of("case.scan", pages), Icons.of(Feather.PAPERCLIP));
        open.setId("case-scan");
        open.getStyleClass().add("link");
        open.setOnAction(event -> {
            if (page == null) {
                scan.show(shown.id(), 1);
            } else {
                scan.close();
            }
        });
        VBox all = new VBox(open);
        all.getStyleClass().add("case-column");
        if (page != null) {
            all.getChildren().add(turning(shown, page, pages));
            Image picture = page.picture();
            String why = page.why();
            if (picture != null) {
                all.getChildren().add(new PagePicture(picture, words.of("case.scan-page", page.number(), pages)));
            } else if (why != null) {
                all.getChildren().add(said(why));
            }
        }
        return all;
    }

    private Node turning(FeedbackCase shown, Scan.Shown page, int pages) {
        Button before = turn(shown, page.number() - 1, "case.scan-before", Feather.CHEVRON_LEFT);
        before.setId("case-scan-before");
        before.setDisable(page.number() == 1);
        Button next = turn(shown, page.number() + 1, "case.scan-next", Feather.CHEVRON_RIGHT);
        next.setId("case-scan-next");
        next.setContentDisplay(ContentDisplay.RIGHT);
        next.setDisable(page.number() >= pages);
        Label number = new Label(words.of("case.scan-page", page.number(), pages));
        number.setId("case-scan-page");
        FlowPane turning = new FlowPane(before, number, next);
        turning.getStyleClass().add("case-buttons");
        turning.setAlignment(Pos.CENTER_LEFT);
        return turning;
    }

    private Button turn(FeedbackCase shown, int to, String key, Feather icon) {
        Button turn = new Button(words.of(key), Icons.of(icon));
        turn.setOnAction(event -> scan.show(shown.id(), to));
        return turn;
    }

    private Node said(String why) {
        Label said = new Label(words.of(why));
        said.setId("case-scan-why");
        said.getStyleClass().add("muted");
        said.setWrapText(true);
        return said;
    }
}
