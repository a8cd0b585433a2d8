package fi.vastine.contract.form;

import fi.vastine.contract.cases.Language;
import fi.vastine.contract.form.Fault.Problem;
import fi.vastine.contract.reference.Names;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what keeps a form from being used, all of it at once, each fault with its item. */
public final class FormCheck {
    /** More than anybody answers, and few enough that every laptop opens them at once. */
    public static final int MOST_ITEMS = 200;

    /** The longest text of an item, in characters. */
    public static final int LONGEST_TEXT = 2_000;

    /** The largest picture, in bytes. */
    public static final int LARGEST_IMAGE = 200 * 1024;

    /** All pictures of a form together, in bytes: it is one line of the feed. */
    public static final int LARGEST_IMAGES = 1024 * 1024;

    private static final String PNG = "image/png";
    private static final String JPEG = "image/jpeg";

    private final Form form;
    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, FormItem> items = new HashMap<>();
    private final Map<String, String> groups = new HashMap<>();

    private FormCheck(Form form) {
        this.form = form;
    }

    /** The faults in the order of the items; empty for a form that can be used. */
    public static List<Fault> faults(Form form) {
        return new FormCheck(form).check();
    }

    private List<Fault> check() {
        long count = form.allItems().limit(MOST_ITEMS + 1L).count();
        if (count > MOST_ITEMS) {
            // Nothing else is looked for: whoever made this made it for another program.
            return List.of(new Fault(null, Problem.TOO_MANY_ITEMS, String.valueOf(MOST_ITEMS)));
        }
        checkWhole();
        form.items().forEach(item -> add(item, null));
        Set<Object> only = new HashSet<>();
        for (FormItem item : form.allItems().toList()) {
            checkText(item);
            checkKind(item, only);
            checkConditions(item);
        }
        checkImages();
        return List.copyOf(faults);
    }

    private void checkWhole() {
        if (form.until() != null && form.until().isBefore(form.from())) {
            found(null, Problem.DAYS_UNFIT, form.from() + " – " + form.until());
        }
        if (form.allItems().noneMatch(FormItem::asks)) {
            found(null, Problem.NO_QUESTION, form.key());
        }
        checkNames(null, form.title());
    }

    private void add(FormItem item, @Nullable String group) {
        if (items.put(item.linkId(), item) != null) {
            found(item.linkId(), Problem.LINK_ID_TWICE, item.linkId());
        }
        if (group != null) {
            groups.put(item.linkId(), group);
        }
        if (item.kind() instanceof ItemKind.Group below) {
            below.items().forEach(each -> add(each, item.linkId()));
        }
    }

    private void checkText(FormItem item) {
        checkNames(item.linkId(), item.text());
        if (item.rephrasing() != null) {
            checkNames(item.linkId(), item.rephrasing());
        }
    }

    private void checkNames(@Nullable String linkId, Names names) {
        for (Language language : Language.values()) {
            String text = names.in(language);
            if (text == null || text.isBlank()) {
                found(linkId, Problem.TRANSLATION_MISSING, language.name().toLowerCase(Locale.ROOT));
            } else if (text.length() > LONGEST_TEXT) {
                found(linkId, Problem.TEXT_TOO_LONG, String.valueOf(LONGEST_TEXT));
            }
        }
    }

    private void checkKind(FormItem item, Set<Object> only) {
        String linkId = item.linkId();
        switch (item.kind()) {
            case ItemKind.Statement statement -> once(only, statement, linkId, Problem.STATEMENT_TWICE);
            case ItemKind.Recommendation likely -> once(only, likely, linkId, Problem.RECOMMENDATION_TWICE);
            case ItemKind.Comment comment -> once(only, comment, linkId, Problem.COMMENT_TWICE);
            case ItemKind.Choice choice -> checkOptions(linkId, choice);
            case ItemKind.WholeNumber number -> {
                if (number.least() != null && number.most() != null && number.least() > number.most()) {
                    found(linkId, Problem.NUMBERS_UNFIT, number.least() + " – " + number.most());
                }
            }
            default -> {}
        }
    }

    private void once(Set<Object> only, ItemKind kind, String linkId, Problem problem) {
        if (!only.add(kind)) {
            found(linkId, problem, linkId);
        }
    }

    private void checkOptions(String linkId, ItemKind.Choice choice) {
        Set<String> codes = new HashSet<>();
        choice.options().forEach(option -> {
            codes.add(option.code());
            checkNames(linkId, option.label());
        });
        if (codes.isEmpty() || codes.size() < choice.options().size() || choice.most() < 1) {
            found(linkId, Problem.OPTIONS_UNFIT, String.join(", ", codes));
        }
    }

    private void checkConditions(FormItem item) {
        for (Condition condition : item.when()) {
            FormItem other = items.get(condition.question());
            if (other == null || !other.asks()) {
                found(item.linkId(), Problem.UNKNOWN_QUESTION, condition.question());
            } else if (!condition.fits(other)) {
                found(item.linkId(), Problem.CONDITION_UNFIT, condition.question());
            }
        }
        if (!item.when().isEmpty() && waitsForItself(item)) {
            found(item.linkId(), Problem.LOOP, item.linkId());
        }
    }

    private boolean waitsForItself(FormItem item) {
        Set<String> seen = new HashSet<>();
        List<String> next = new ArrayList<>(waitsFor(item));
        while (!next.isEmpty()) {
            String linkId = next.removeLast();
            if (linkId.equals(item.linkId())) {
                return true;
            }
            FormItem other = items.get(linkId);
            if (other != null && seen.add(linkId)) {
                next.addAll(waitsFor(other));
            }
        }
        return false;
    }

    private List<String> waitsFor(FormItem item) {
        List<String> others =
                new ArrayList<>(item.when().stream().map(Condition::question).toList());
        String group = groups.get(item.linkId());
        if (group != null) {
            others.add(group);
        }
        return others;
    }

    private void checkImages() {
        long together = 0;
        for (FormImage image : form.images()) {
            String linkId = form.allItems()
                    .filter(item -> image.name().equals(item.image()))
                    .map(FormItem::linkId)
                    .findFirst()
                    .orElse(null);
            byte[] data = decoded(image.data());
            together += data.length;
            if (data.length > LARGEST_IMAGE) {
                found(linkId, Problem.IMAGE_TOO_LARGE, data.length / 1024 + " > " + LARGEST_IMAGE / 1024 + " KiB");
            } else if (!isWhatItSays(image.type(), data)) {
                found(linkId, Problem.IMAGE_UNFIT, image.type());
            }
        }
        if (together > LARGEST_IMAGES) {
            found(null, Problem.IMAGES_TOO_LARGE, together / 1024 + " > " + LARGEST_IMAGES / 1024 + " KiB");
        }
    }

    private static boolean isWhatItSays(String type, byte[] data) {
        return data.length > 4
                && switch (type) {
                    case PNG -> (data[0] & 0xff) == 0x89 && data[1] == 'P' && data[2] == 'N' && data[3] == 'G';
                    case JPEG -> (data[0] & 0xff) == 0xff && (data[1] & 0xff) == 0xd8;
                    default -> false;
                };
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private void found(@Nullable String linkId, Problem problem, String detail) {
        faults.add(new Fault(linkId, problem, detail));
    }
}
