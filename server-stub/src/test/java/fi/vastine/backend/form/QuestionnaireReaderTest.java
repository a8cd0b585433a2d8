package fi.vastine.backend.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.backend.form.QuestionnaireReader.Reading;
import fi.vastine.contract.cases.Given;
import fi.vastine.contract.form.Audience;
import fi.vastine.contract.form.Condition;
import fi.vastine.contract.form.Form;
import fi.vastine.contract.form.FormItem;
import fi.vastine.contract.form.ItemKind;
import fi.vastine.contract.reference.Names;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuestionnaireReaderTest {
    private static final String TEXT = texts("Kysymys", "Fråga", "Question");

    @Test
    void everyPartThatIsSupportedIsRead() {
        String png = Base64.getEncoder().encodeToString(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10});
        Form form = read("""
                {"linkId":"osa","type":"group","prefix":"A",%1$s,"item":[
                  {"linkId":"ruoka","type":"choice","repeats":true,%1$s,
                   "extension":[{"url":"urn:vastine:symbol","valueCode":"food"}],
                   "answerOption":[{"valueCoding":{"system":"urn:x","code":"a",%2$s}},{"valueCoding":{"code":"b",%2$s}}]},
                  {"linkId":"yot","type":"integer",%1$s,
                   "extension":[{"url":"http://hl7.org/fhir/StructureDefinition/minValue","valueInteger":0}]}]},
                {"linkId":"kuva","type":"display",%1$s,"extension":[{
                  "url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-itemMedia",
                  "valueAttachment":{"contentType":"image/png","data":"%3$s"}}]},
                {"linkId":"miksi","type":"text","maxLength":100,%1$s,"enableBehavior":"any","enableWhen":[
                  {"question":"ruoka","operator":"=","answerCoding":{"system":"urn:x","code":"a"}},
                  {"question":"yot","operator":">=","answerInteger":3},
                  {"question":"ensi","operator":"exists","answerBoolean":false}]},
                {"linkId":"ensi","type":"boolean",%1$s}
                """.formatted(TEXT, texts("Nimi", "Namn", "Name").replace("text", "display"), png));

        assertThat(form.key()).isEqualTo("oma/1");
        assertThat(form.from()).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(form.audience()).isEqualTo(Audience.ADULT);
        assertThat(form.title()).isEqualTo(new Names("Oma lomake", "Eget formulär", "Own form"));
        assertThat(item(form, "osa").prefix()).isEqualTo("A");
        assertThat(item(form, "ruoka").image()).isEqualTo("food");
        assertThat(item(form, "ruoka").text()).isEqualTo(new Names("Kysymys", "Fråga", "Question"));
        assertThat(item(form, "ruoka").kind())
                .isEqualTo(new ItemKind.Choice(
                        List.of(
                                new ItemKind.Option("urn:x|a", new Names("Nimi", "Namn", "Name")),
                                new ItemKind.Option("b", new Names("Nimi", "Namn", "Name"))),
                        2));
        assertThat(item(form, "yot").kind()).isEqualTo(new ItemKind.WholeNumber(0, null));
        assertThat(item(form, "kuva").image()).isEqualTo("kuva");
        assertThat(form.image("kuva"))
                .hasValueSatisfying(image -> assertThat(image.data()).isEqualTo(png));
        assertThat(item(form, "miksi").kind()).isEqualTo(new ItemKind.Words(100));
        assertThat(item(form, "miksi").join()).isEqualTo(FormItem.Join.ANY);
        assertThat(item(form, "miksi").when())
                .containsExactly(
                        new Condition("ruoka", Condition.Test.EQUAL, new Given.Chosen(List.of("urn:x|a"))),
                        new Condition("yot", Condition.Test.AT_LEAST, new Given.WholeNumber(3)),
                        new Condition("ensi", Condition.Test.EXISTS, new Given.YesNo(false)));
    }

    @Test
    void eachPartThatIsNotSupportedIsNamedWithItsItem() {
        assertThat(bad("""
                        {"linkId":"pvm","type":"date",%1$s},
                        {"linkId":"pakko","type":"boolean","required":true,%1$s},
                        {"linkId":"valmis","type":"boolean","initial":[{"valueBoolean":true}],%1$s},
                        {"linkId":"lista","type":"choice","answerValueSet":"http://x.example/vs",%1$s},
                        {"linkId":"alla","type":"boolean",%1$s,"item":[{"linkId":"ali","type":"boolean",%1$s}]},
                        {"linkId":"laaj","type":"boolean",%1$s,"extension":[{"url":"http://x.example/hidden"}]},
                        {"linkId":"kuva","type":"display",%1$s,"extension":[{
                          "url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-itemMedia",
                          "valueAttachment":{"url":"http://x.example/kissa.png"}}]},
                        {"linkId":"vaite","type":"choice","code":[{"system":"urn:vastine:item","code":"statement-1"}],
                          %1$s,"answerOption":[{"valueCoding":{"system":"urn:vastine:agreement","code":"1"}}]}
                        """.formatted(TEXT)))
                .contains(
                        "pvm: type: date is not supported",
                        "pakko: required: no answer is ever forced",
                        "valmis: initial is not supported",
                        "lista: answerValueSet is not supported",
                        "alla: item: only a group has items below it",
                        "laaj: the extension http://x.example/hidden is not supported",
                        "kuva: the image is not in the file; one at an address cannot be shown without a network",
                        "vaite: answerOption: the scale urn:vastine:agreement has the codes 1, 2, 3, 4, 5, na");
    }

    @Test
    void aLoopIsNamedWithEachItemInIt() {
        assertThat(bad("""
                        {"linkId":"a","type":"boolean",%1$s,"enableWhen":[{"question":"b","operator":"=","answerBoolean":true}]},
                        {"linkId":"b","type":"boolean",%1$s,"enableWhen":[{"question":"a","operator":"=","answerBoolean":true}]}
                        """.formatted(TEXT)))
                .containsExactly(
                        "a: enableWhen: the item waits for itself, directly or through others",
                        "b: enableWhen: the item waits for itself, directly or through others");
    }

    @Test
    void fiveThousandItemsAreRefusedByTheFirstTooMany() {
        String many = IntStream.rangeClosed(1, 5_000)
                .mapToObj(i -> "{\"linkId\":\"k" + i + "\",\"type\":\"boolean\"," + TEXT + "}")
                .collect(Collectors.joining(","));

        assertThat(bad(many)).containsExactly("form: more than 200 items; the first too many is k201");
    }

    @Test
    void aMissingTranslationIsNamedWithItemAndLanguage() {
        String half = TEXT.replace("\"sv\"", "\"fi\"");

        assertThat(bad("{\"linkId\":\"a\",\"type\":\"boolean\"," + half + "}"))
                .containsExactly("a: the text is missing in sv");
    }

    @Test
    void anImageThatIsTooLargeIsNamedWithItsItem() {
        byte[] large = new byte[300 * 1024];
        String item = """
                {"linkId":"kuva","type":"boolean",%s,"extension":[{
                  "url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-itemMedia",
                  "valueAttachment":{"contentType":"image/png","data":"%s"}}]}
                """.formatted(TEXT, Base64.getEncoder().encodeToString(large));

        assertThat(bad(item)).containsExactly("kuva: the image is too large: 300 > 200 KiB");
    }

    @Test
    void groupsWithoutEndAndWhatIsNoQuestionnaireAreRefused() {
        String deep = "{\"linkId\":\"g\",\"type\":\"group\"," + TEXT + ",\"item\":[";

        assertThat(bad(deep.repeat(6) + "]}".repeat(6))).containsExactly("form: groups lie more than 5 deep: g");
        assertThat(QuestionnaireReader.read("{".repeat(100_000).getBytes(UTF_8)).bad())
                .containsExactly("form: it is not JSON");
        assertThat(QuestionnaireReader.read("{\"resourceType\":\"Patient\"}".getBytes(UTF_8))
                        .bad())
                .containsExactly("form: it is not a FHIR Questionnaire");
        assertThat(QuestionnaireReader.read("{\"resourceType\":\"Questionnaire\"}".getBytes(UTF_8))
                        .bad())
                .anyMatch(line -> line.startsWith("form: version:"))
                .anyMatch(line -> line.startsWith("form: effectivePeriod.start:"));
    }

    private static FormItem item(Form form, String linkId) {
        return form.item(linkId).orElseThrow();
    }

    private static Form read(String items) {
        Reading reading = QuestionnaireReader.read(questionnaire(items).getBytes(UTF_8));
        assertThat(reading.bad()).isEmpty();
        if (reading.form() == null) {
            throw new AssertionError();
        }
        return reading.form();
    }

    private static List<String> bad(String items) {
        Reading reading = QuestionnaireReader.read(questionnaire(items).getBytes(UTF_8));
        assertThat(reading.form()).isNull();
        return reading.bad();
    }

    static String questionnaire(String items) {
        return """
                {"resourceType":"Questionnaire","id":"oma","url":"https://alue.example/oma","version":"1","language":"fi",
                 %s,"status":"active","effectivePeriod":{"start":"2026-12-01"},
                 "code":[{"system":"urn:vastine:audience","code":"adult"}],"item":[%s]}
                """.formatted(texts("Oma lomake", "Eget formulär", "Own form").replace("text", "title"), items);
    }

    static String texts(String fi, String sv, String en) {
        return """
                "text":"%s","_text":{"extension":[%s,%s]}""".formatted(fi, translation("sv", sv), translation("en", en));
    }

    private static String translation(String language, String text) {
        return """
                {"url":"http://hl7.org/fhir/StructureDefinition/translation","extension":[
                 {"url":"lang","valueCode":"%s"},{"url":"content","valueString":"%s"}]}""".formatted(language, text);
    }
}
