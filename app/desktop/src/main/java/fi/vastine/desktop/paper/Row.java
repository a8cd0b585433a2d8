package fi.vastine.desktop.paper;

import fi.vastine.contract.cases.Language;
import fi.vastine.contract.form.FormItem;
import fi.vastine.contract.reference.Names;
import fi.vastine.core.session.Interview;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** One question with its answer, in one line where it has room. */
interface Row {

    Node node();

    /** Shows the answer that the paper has now. */
    void show(Interview now);

    /** Puts the focus where the answer is typed. */
    void takeFocus();

    /** Whether what is typed goes here. */
    boolean isFocused();

    /** The question, as wide as there is room. */
    static Label question(FormItem item, Language language) {
        Names text = item.text();
        String prefix = item.prefix();
        Label question = new Label(prefix == null ? text.in(language) : prefix + " " + text.in(language));
        return wide(question);
    }

    /** A label that takes what room there is, and breaks its lines where there is little. */
    static Label wide(Label question) {
        question.getStyleClass().add("paper-question");
        question.setWrapText(true);
        question.setMinHeight(Region.USE_PREF_SIZE);
        question.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(question, Priority.ALWAYS);
        return question;
    }
}
