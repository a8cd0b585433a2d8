package fi.vastine.backend.form;

import com.fasterxml.jackson.databind.JsonNode;
import fi.vastine.contract.cases.Given;
import fi.vastine.contract.form.Condition;
import fi.vastine.contract.form.FormImage;
import fi.vastine.contract.form.FormItem;
import fi.vastine.contract.form.ItemKind;
import fi.vastine.contract.reference.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads the items of a questionnaire; of what it cannot take, nothing is passed over. */
final class ItemReader {
    private static final Set<String> PROPERTIES = Set.of(
            "id",
            "extension",
            "linkId",
            "code",
            "prefix",
            "text",
            "_text",
            "type",
            "enableWhen",
            "enableBehavior",
            "required",
            "repeats",
            "maxLength",
            "answerOption",
            "item");
    private static final Set<String> EXTENSIONS =
            Set.of(Fhir.REPHRASING, Fhir.SYMBOL, Fhir.IMAGE, Fhir.LEAST, Fhir.MOST);
    private static final Set<String> STEPS = Set.of("1", "2", "3", "4", "5", Fhir.NOT_CONCERNED);
    private static final Set<String> FACES = Set.of("1", "2", "3");
    private static final int LONGEST_WORDS = 2_000;

    private final TextReader texts;
    private final Findings findings;
    private final Map<String, JsonNode> nodes = new HashMap<>();
    private final List<FormImage> images = new ArrayList<>();

    ItemReader(TextReader texts, Findings findings) {
        this.texts = texts;
        this.findings = findings;
    }

    List<FormItem> items(JsonNode items) {
        collect(items);
        return read(items);
    }

    /** The pictures that the items read so far bring with them. */
    List<FormImage> images() {
        return List.copyOf(images);
    }

    private void collect(JsonNode items) {
        for (JsonNode each : items) {
            nodes.putIfAbsent(each.path("linkId").asText(), each);
            collect(each.path("item"));
        }
    }

    private List<FormItem> read(JsonNode items) {
        List<FormItem> read = new ArrayList<>();
        items.forEach(each -> read.add(item(each)));
        return read;
    }

    private FormItem item(JsonNode node) {
        String linkId = node.path("linkId").asText("");
        if (linkId.isBlank() || linkId.length() > 255) {
            findings.add("item", "linkId: it has 1 to 255 characters");
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!PROPERTIES.contains(name)) {
                findings.add(linkId, name + " is not supported");
            }
        });
        for (JsonNode extension : node.path("extension")) {
            if (!EXTENSIONS.contains(extension.path("url").asText())) {
                findings.add(linkId, "the extension " + extension.path("url").asText() + " is not supported");
            }
        }
        if (node.path("required").asBoolean(false)) {
            findings.add(linkId, "required: no answer is ever forced");
        }
        String type = node.path("type").asText("");
        if (node.has("item") && !type.equals("group")) {
            findings.add(linkId, "item: only a group has items below it");
        }
        return new FormItem(
                linkId,
                node.has("prefix") ? node.path("prefix").asText() : null,
                texts.of(linkId, node, "text"),
                rephrasing(linkId, node),
                image(linkId, node),
                conditions(linkId, node),
                node.path("enableBehavior").asText("all").equals("any") ? FormItem.Join.ANY : FormItem.Join.ALL,
                kind(linkId, type, node));
    }

    private @Nullable Names rephrasing(String linkId, JsonNode node) {
        JsonNode extension = extension(node, Fhir.REPHRASING);
        return extension == null ? null : texts.of(linkId, extension, "valueString");
    }

    private @Nullable String image(String linkId, JsonNode node) {
        JsonNode symbol = extension(node, Fhir.SYMBOL);
        JsonNode media = extension(node, Fhir.IMAGE);
        if (media == null) {
            return symbol == null ? null : symbol.path("valueCode").asText();
        }
        JsonNode attachment = media.path("valueAttachment");
        if (!attachment.has("data")) {
            findings.add(linkId, "the image is not in the file; one at an address cannot be shown without a network");
        }
        images.add(new FormImage(
                linkId,
                attachment.path("contentType").asText(""),
                attachment.path("data").asText("")));
        return linkId;
    }

    private ItemKind kind(String linkId, String type, JsonNode node) {
        String code = code(node);
        ItemKind kind = switch (type) {
            case "group" -> new ItemKind.Group(read(node.path("item")));
            case "display" -> new ItemKind.Display();
            case "boolean" -> new ItemKind.YesNo();
            case "integer" -> number(linkId, code, node);
            case "text", "string" -> words(code, node);
            case "choice" -> choice(linkId, code, node);
            default -> {
                findings.add(linkId, "type: " + type + " is not supported");
                yield new ItemKind.Display();
            }
        };
        if (!type.equals("choice")
                && (node.has("answerOption") || node.path("repeats").asBoolean(false))) {
            findings.add(linkId, "answerOption and repeats are supported for a choice only");
        }
        if (node.has("maxLength") && !(kind instanceof ItemKind.Words)) {
            findings.add(linkId, "maxLength is supported for a text only, and not for the comment");
        }
        if (!code.isEmpty() && !isCoded(kind)) {
            findings.add(linkId, "code: " + code + " does not go with the type " + type);
        }
        return kind;
    }

    /** Whether it is of a kind that only its code tells from others of its type. */
    private static boolean isCoded(ItemKind kind) {
        return switch (kind) {
            case ItemKind.Statement ignored -> true;
            case ItemKind.Recommendation ignored -> true;
            case ItemKind.ThreeFaces ignored -> true;
            case ItemKind.Comment ignored -> true;
            default -> false;
        };
    }

    private ItemKind number(String linkId, String code, JsonNode node) {
        Integer least = end(linkId, node, Fhir.LEAST);
        Integer most = end(linkId, node, Fhir.MOST);
        if (!code.equals(Fhir.RECOMMENDATION)) {
            return new ItemKind.WholeNumber(least, most);
        }
        if (least == null || most == null || least != 0 || most != 10) {
            findings.add(linkId, "a recommendation has minValue 0 and maxValue 10");
        }
        return new ItemKind.Recommendation();
    }

    private @Nullable Integer end(String linkId, JsonNode node, String url) {
        JsonNode extension = extension(node, url);
        if (extension == null) {
            return null;
        }
        if (!extension.path("valueInteger").canConvertToInt()) {
            findings.add(linkId, "the extension " + url + " has a valueInteger");
        }
        return extension.path("valueInteger").asInt();
    }

    private static ItemKind words(String code, JsonNode node) {
        return code.equals(Fhir.COMMENT)
                ? new ItemKind.Comment()
                : new ItemKind.Words(Math.clamp(node.path("maxLength").asInt(LONGEST_WORDS), 1, LONGEST_WORDS));
    }

    private ItemKind choice(String linkId, String code, JsonNode node) {
        List<ItemKind.Option> options = new ArrayList<>();
        for (JsonNode option : node.path("answerOption")) {
            JsonNode coding = option.path("valueCoding");
            boolean plain = coding.has("code") && option.size() == 1;
            if (!plain) {
                findings.add(linkId, "answerOption: only a valueCoding with a code is supported");
            } else {
                options.add(new ItemKind.Option(Codes.token(coding), texts.of(linkId, coding, "display")));
            }
        }
        if (code.startsWith(Fhir.STATEMENT)) {
            scale(linkId, options, Fhir.AGREEMENT, STEPS);
            return statement(linkId, code);
        }
        if (code.equals(Fhir.FACES)) {
            scale(linkId, options, Fhir.THREE_FACES, FACES);
            return new ItemKind.ThreeFaces();
        }
        return new ItemKind.Choice(options, node.path("repeats").asBoolean(false) ? Math.max(1, options.size()) : 1);
    }

    private ItemKind statement(String linkId, String code) {
        String number = code.substring(Fhir.STATEMENT.length());
        if (!number.matches("[1-7]")) {
            findings.add(linkId, "code: a statement is 1 to 7");
            return new ItemKind.Display();
        }
        return new ItemKind.Statement(Integer.parseInt(number));
    }

    /** A scale is answered whole and as it is, or its answers are not those of the scale. */
    private void scale(String linkId, List<ItemKind.Option> options, String system, Set<String> codes) {
        Set<String> given =
                new HashSet<>(options.stream().map(ItemKind.Option::code).toList());
        Set<String> wanted =
                new HashSet<>(codes.stream().map(code -> system + "|" + code).toList());
        if (!given.equals(wanted)) {
            findings.add(
                    linkId,
                    "answerOption: the scale " + system + " has the codes "
                            + String.join(", ", codes.stream().sorted().toList()));
        }
    }

    private List<Condition> conditions(String linkId, JsonNode node) {
        List<Condition> conditions = new ArrayList<>();
        for (JsonNode each : node.path("enableWhen")) {
            Condition.Test test = switch (each.path("operator").asText()) {
                case "exists" -> Condition.Test.EXISTS;
                case "=" -> Condition.Test.EQUAL;
                case "!=" -> Condition.Test.NOT_EQUAL;
                case ">" -> Condition.Test.GREATER;
                case "<" -> Condition.Test.LESS;
                case ">=" -> Condition.Test.AT_LEAST;
                case "<=" -> Condition.Test.AT_MOST;
                default -> null;
            };
            Given than = than(each);
            if (test == null || than == null) {
                findings.add(linkId, "enableWhen: this operator or answer is not supported");
            } else {
                conditions.add(new Condition(each.path("question").asText(), test, than));
            }
        }
        return conditions;
    }

    private @Nullable Given than(JsonNode condition) {
        JsonNode asked = nodes.get(condition.path("question").asText());
        String code = asked == null ? "" : code(asked);
        if (condition.path("answerBoolean").isBoolean()) {
            return new Given.YesNo(condition.path("answerBoolean").asBoolean());
        }
        try {
            if (condition.path("answerInteger").canConvertToInt() && condition.has("answerInteger")) {
                int value = condition.path("answerInteger").asInt();
                return code.equals(Fhir.RECOMMENDATION)
                        ? new Given.Recommendation(value)
                        : new Given.WholeNumber(value);
            }
            return condition.has("answerCoding") ? Codes.given(code, condition.path("answerCoding")) : null;
        } catch (IllegalArgumentException outsideOfTheScale) {
            return null;
        }
    }

    /** What kind of item it is said to be; empty where its type says it all. */
    private static String code(JsonNode node) {
        String found = "";
        for (JsonNode code : node.path("code")) {
            if (code.path("system").asText().equals(Fhir.ITEM)) {
                found = code.path("code").asText();
            }
        }
        return found;
    }

    private static @Nullable JsonNode extension(JsonNode node, String url) {
        return StreamSupport.stream(node.path("extension").spliterator(), false)
                .filter(extension -> extension.path("url").asText().equals(url))
                .findFirst()
                .orElse(null);
    }
}
