package fi.vastine.desktop.shell;

import fi.vastine.desktop.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What the frame shows: who is here, which place is open, what is searched, what is wrong. */
public final class ShellViewModel {

    private final Texts texts;
    private final Notices notices;
    private final ObservableList<Place> places = FXCollections.observableArrayList();
    private final BooleanBinding searches = Bindings.createBooleanBinding(
            () -> places.stream().anyMatch(place -> place.id().equals("inbox")), places);
    private final ReadOnlyObjectWrapper<@Nullable Place> open = new ReadOnlyObjectWrapper<>();
    private final StringProperty search = new SimpleStringProperty("");
    private final StringProperty personName = new SimpleStringProperty("");
    private final StringProperty personTitle = new SimpleStringProperty("");
    private final StringProperty unitName = new SimpleStringProperty("");
    private final ObjectProperty<SingleLetters> singleLetters = new SimpleObjectProperty<>(SingleLetters.ON);
    private final ObservableList<Shortcut> anywhere = FXCollections.observableArrayList();
    private final ObservableList<Trouble> troubles = FXCollections.observableArrayList();
    private Runnable onLeaveSearch = () -> {};
    private boolean chosen;

    public ShellViewModel(Texts texts, Notices notices) {
        this.texts = texts;
        this.notices = notices;
    }

    /** Shows these places in the rail, and opens the first until the person opens another, or if hers is not among them. */
    public void showPlaces(List<Place> wanted) {
        // The rail is told of a change only: it comes with every book, many times a second while cases come in.
        if (!places.equals(wanted)) {
            places.setAll(wanted);
        }
        Place now = open.get();
        if (!chosen
                || now == null
                || wanted.stream().noneMatch(place -> place.id().equals(now.id()))) {
            wanted.stream().findFirst().ifPresent(open::set);
        }
    }

    /** Opens the place of this id; without effect when the rail does not show it. */
    public void open(String id) {
        places.stream().filter(place -> place.id().equals(id)).findFirst().ifPresent(place -> {
            chosen = true;
            open.set(place);
        });
    }

    /** Keeps a trouble in sight until it is put aside; the same one is not shown twice. */
    public void show(Trouble trouble) {
        if (troubles.stream().noneMatch(one -> one.key().equals(trouble.key()))) {
            troubles.add(trouble);
            ShownCodes.note(texts.text(trouble.key(), trouble.arguments().toArray()));
        }
    }

    /** Puts the trouble of this key aside: it has been put right. */
    public void solved(String key) {
        troubles.removeIf(trouble -> trouble.key().equals(key));
    }

    /** Where the focus goes from the search field; to be set by whoever joins the features. */
    public void onLeaveSearch(Runnable toWhatWasFound) {
        onLeaveSearch = toWhatWasFound;
    }

    void leaveSearch() {
        onLeaveSearch.run();
    }

    /** What is written in the search field; lists show what contains it. */
    public StringProperty search() {
        return search;
    }

    public ReadOnlyObjectProperty<@Nullable Place> openPlace() {
        return open.getReadOnlyProperty();
    }

    /** The name of who is signed in. */
    public StringProperty personName() {
        return personName;
    }

    /** Her work title; empty where there is none. */
    public StringProperty personTitle() {
        return personTitle;
    }

    /** The unit she answers for, or what stands for all of them. */
    public StringProperty unitName() {
        return unitName;
    }

    public ObjectProperty<SingleLetters> singleLetters() {
        return singleLetters;
    }

    /** Whether there is a list in which to search; who reads no cases has none. */
    BooleanBinding searches() {
        return searches;
    }

    /** What the rail shows. */
    public ObservableList<Place> places() {
        return places;
    }

    /** Keys of the features that act whichever place is open. */
    public ObservableList<Shortcut> anywhere() {
        return anywhere;
    }

    /** What is wrong now. */
    public ObservableList<Trouble> troubles() {
        return troubles;
    }

    /** Where features say short things. */
    public Notices notices() {
        return notices;
    }

    Texts texts() {
        return texts;
    }

    /** The first letters of a first and a last name. */
    static String initials(String name) {
        List<String> parts = Stream.of(name.strip().split("\\s+"))
                .filter(part -> !part.isEmpty())
                .toList();
        return Stream.concat(parts.stream().limit(1), parts.stream().skip(1).reduce((first, last) -> last).stream())
                .map(part -> part.substring(0, part.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
    }
}
