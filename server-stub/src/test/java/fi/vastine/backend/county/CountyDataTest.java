package fi.vastine.backend.county;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.backend.form.Forms;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Signal;
import fi.vastine.contract.command.CampaignRules;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.ThemeId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Grant;
import fi.vastine.contract.reference.Person;
import fi.vastine.contract.reference.Role;
import fi.vastine.contract.reference.Template;
import fi.vastine.contract.reference.Template.Part;
import fi.vastine.contract.reference.Theme;
import fi.vastine.contract.reference.Unit;
import fi.vastine.contract.text.IdentityCodes;
import fi.vastine.contract.text.ReplyText;
import fi.vastine.contract.text.Signals;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CountyDataTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final CountyFiles files = new CountyFiles();
    private final County county = new County(1, 1000, TODAY);
    private final Comments comments = new Comments(files);

    @Test
    void customersWroteAtLeastThreeHundredDifferentTextsInFinnishAndSomeInSwedishAndEnglish() {
        assertThat(texts(Language.FI)).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(360);
        assertThat(texts(Language.SV)).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(40);
        assertThat(texts(Language.EN)).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(30);
    }

    @Test
    void noTwoTextsBeginOrEndAlikeAsIfPutTogetherFromParts() {
        List<String> longer =
                texts(Language.FI).stream().filter(text -> text.length() > 60).toList();

        assertThat(longer.stream().map(text -> text.substring(0, 25))).doesNotHaveDuplicates();
        assertThat(longer.stream().map(text -> text.substring(text.length() - 25)))
                .doesNotHaveDuplicates();
    }

    @Test
    void everyKindOfFeedbackIsWrittenInEveryLanguage() {
        for (Language language : Language.values()) {
            Set<FeedbackKind> kinds = comments.all().stream()
                    .filter(each -> each.language() == language)
                    .map(Comment::kind)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(FeedbackKind.class)));
            assertThat(kinds).as(language.name()).containsExactlyInAnyOrder(FeedbackKind.values());
        }
    }

    @Test
    void textsHaveTheirLettersAndNothingBrokenOnTheWay() {
        String all = comments.all().stream().map(Comment::text).collect(Collectors.joining());

        assertThat(all).contains("ä", "ö", "å", "Ä").doesNotContain("\uFFFD", "Ã", "\t", "  ");
        assertThat(comments.all()).noneMatch(each -> each.text().isBlank());
    }

    @Test
    void everyThemeOfATextIsAThemeOfTheCounty() {
        Set<ThemeId> known = county.themes().stream().map(Theme::id).collect(Collectors.toSet());

        assertThat(comments.all().stream().flatMap(each -> each.themes().stream()))
                .isSubsetOf(known);
        assertThat(known).hasSizeGreaterThanOrEqualTo(14);
    }

    @Test
    void aMisspeltTagIsFoundAtOnce() {
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> Comment.parse(Language.FI, "KIITOS|0|ruoka|*|-|Hyvää"));
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> Comment.parse(Language.FI, "THANKS|0|ruoka|WARDS|-|Hyvää"));
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> Comment.parse(Language.FI, "THANKS|0|ruoka|*|urgnt|Hyvää"));
    }

    @Test
    void identityCodesStandOnlyInTheirSlots() {
        assertThat(comments.all()).noneMatch(each -> IdentityCodes.foundIn(each.text()));
        assertThat(comments.all())
                .allMatch(each -> each.has(Comment.Flag.HETU) == each.text().contains(Comment.IDENTITY_CODE));
        assertThat(comments.all().stream().filter(each -> each.has(Comment.Flag.HETU)))
                .hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void everyIdentityCodeIsRightAndOfTheRangeThatNobodyHas() {
        var random = new SplittableRandom(7);

        assertThat(Stream.generate(() -> Customers.identityCode(random)).limit(2000))
                .allMatch(IdentityCodes::foundIn)
                .allMatch(code -> code.charAt(7) == '9')
                .anyMatch(code -> code.charAt(6) == 'A')
                .anyMatch(code -> code.charAt(6) == 'Y');
    }

    @Test
    void whatIsUrgentOrAnObjectionIsFoundByTheProgramsOwnWords() {
        assertThat(comments.all().stream().filter(each -> each.has(Comment.Flag.URGENT)))
                .hasSizeGreaterThanOrEqualTo(10)
                .allMatch(each -> Signals.in(each.text()).contains(Signal.URGENT), "found urgent");
        assertThat(comments.all().stream().filter(each -> !each.has(Comment.Flag.URGENT)))
                .noneMatch(each -> Signals.in(each.text()).contains(Signal.URGENT));
        assertThat(comments.all().stream().filter(each -> each.has(Comment.Flag.OBJECTION)))
                .hasSizeGreaterThanOrEqualTo(6)
                .allMatch(each -> Signals.in(each.text()).contains(Signal.OBJECTION), "found an objection");
    }

    @Test
    void nobodyOfTheStaffIsNamedByACustomer() {
        List<String> family = county.people().stream()
                .map(Person::name)
                .map(name -> name.substring(name.lastIndexOf(' ') + 1))
                .toList();

        assertThat(comments.all()).noneMatch(each -> family.stream().anyMatch(each.text()::contains));
    }

    @Test
    void unitsStandInThreeLevelsAndEachHasWhoAnswersForIt() {
        Map<Integer, Long> levels =
                county.units().stream().collect(Collectors.groupingBy(Unit::level, Collectors.counting()));
        Set<UnitId> ids = county.units().stream().map(Unit::id).collect(Collectors.toSet());
        Set<PersonId> people = county.people().stream().map(Person::id).collect(Collectors.toSet());

        assertThat(levels).containsOnlyKeys(1, 2, 3);
        assertThat(county.units()).hasSizeBetween(140, 170);
        assertThat(ids).hasSameSizeAs(county.units());
        assertThat(county.units())
                .allMatch(unit -> unit.parent() == null || ids.contains(unit.parent()))
                .allMatch(unit -> people.contains(unit.responsible()));
    }

    @Test
    void namesOfUnitsAreThereInThreeLanguagesAndEachUnitHasItsOwn() {
        for (Language language : Language.values()) {
            assertThat(county.units().stream().map(unit -> unit.name().in(language)))
                    .doesNotHaveDuplicates()
                    .noneMatch(String::isBlank);
        }
    }

    @Test
    void whoAnswersForAUnitMayHandleItsCases() {
        assertThat(county.units())
                .allMatch(unit -> county.grants().stream()
                        .anyMatch(grant -> grant.role() == Role.HANDLER
                                && grant.unit().equals(unit.id())
                                && grant.person().equals(unit.responsible())
                                && grant.holdsOn(TODAY)));
    }

    @Test
    void sixtyPeopleHoldEveryRoleAndEveryoneNamedIsOneOfThem() {
        Set<PersonId> people = county.people().stream().map(Person::id).collect(Collectors.toSet());

        assertThat(people).hasSize(60);
        assertThat(county.grants().stream().map(Grant::role).distinct()).containsExactlyInAnyOrder(Role.values());
        assertThat(county.grants().stream().map(Grant::person).distinct()).containsExactlyInAnyOrderElementsOf(people);
        assertThat(county.substitutions().stream().flatMap(each -> Stream.of(each.away(), each.substitute())))
                .isSubsetOf(people);
        assertThat(county.accounts().stream().map(DemoAccount::person)).isSubsetOf(people);
        assertThat(withRole(Role.QUALITY)).hasSize(3);
    }

    @Test
    void oneCampaignRunsWhereTheCollectorAsksAndOneIsOver() {
        assertThat(county.campaigns())
                .allSatisfy(each -> assertThat(CampaignRules.faults(each)).isEmpty())
                .allSatisfy(each ->
                        assertThat(county.units().stream().map(Unit::id)).containsAll(each.units()))
                .allSatisfy(each ->
                        assertThat(Forms.shipped()).anyMatch(form -> form.id().equals(each.form())));
        assertThat(county.campaigns().getFirst().runsOn(TODAY)).isTrue();
        assertThat(county.campaigns().getFirst().units()).contains(new UnitId("u-osasto-2-lehtola"));
        assertThat(county.campaigns().getLast().until()).isBefore(TODAY);
    }

    @Test
    void ainoKoskelaAnswersForWardTwoAndItsSubstituteIsAtWorkToday() {
        Unit ward = county.units().stream()
                .filter(unit -> unit.name().fi().equals("Osasto 2 Lehtola"))
                .findFirst()
                .orElseThrow();

        assertThat(ward.responsible()).isEqualTo(new PersonId("aino.koskela"));
        assertThat(county.people())
                .contains(new Person(new PersonId("aino.koskela"), "Aino Koskela", "osastonhoitaja"));
        assertThat(county.accounts().getFirst().person()).isEqualTo(new PersonId("aino.koskela"));
        assertThat(county.substitutions())
                .anyMatch(each ->
                        each.substitute().equals(county.accounts().get(1).person()) && each.holdsOn(TODAY));
    }

    @Test
    void everyThemeHasAParagraphWithBlanksInEveryLanguageAndEveryReplyAGreetingAndSignOff() {
        for (Language language : Language.values()) {
            for (Theme theme : county.themes()) {
                assertThat(template(Part.PARAGRAPH, theme.id(), language))
                        .satisfies(each ->
                                assertThat(ReplyText.blanks(each.text())).isNotEmpty());
            }
            assertThat(template(Part.PARAGRAPH, null, language)).isNotNull();
            assertThat(ReplyText.blanks(template(Part.GREETING, null, language).text()))
                    .isEmpty();
            assertThat(ReplyText.blanks(template(Part.SIGN_OFF, null, language).text()))
                    .isEmpty();
        }
        assertThat(county.templates().stream().map(Template::id)).doesNotHaveDuplicates();
    }

    @Test
    void everyBlankCanBeFilledSoThatTheReplyMayLeave() {
        var letters = new Letters(files, county.templates());
        var random = new SplittableRandom(3);
        var place = new Organisation(files, TODAY).places.getFirst();

        for (Language language : Language.values()) {
            for (Theme theme : county.themes()) {
                String reply =
                        letters.filled(language, theme.id(), county.people().getFirst(), place, random);
                assertThat(ReplyText.blanks(reply)).isEmpty();
                assertThat(reply).doesNotContain("[", "]");
            }
        }
    }

    @Test
    void thePromiseIsSevenDaysAndFourteenForTheAccessibilityOfADigitalService() {
        var newest = county.rules().stream()
                .filter(rule -> rule.theme() == null && !rule.from().isAfter(TODAY))
                .max(java.util.Comparator.comparingInt(rule -> rule.version()))
                .orElseThrow();

        assertThat(newest.days()).isEqualTo(7);
        assertThat(county.rules())
                .anyMatch(rule -> rule.days() == 14 && Objects.equals(rule.theme(), new ThemeId("saavutettavuus")));
        assertThat(county.rules().stream().map(rule -> rule.id())).doesNotHaveDuplicates();
    }

    @Test
    void everyKindOfUnitHasTextsOfItsOwn() {
        assertThat(Arrays.stream(UnitKind.values()).filter(kind -> kind != UnitKind.BRANCH))
                .allMatch(kind -> comments.about(kind).size() >= 5, "has five texts");
    }

    private List<String> texts(Language language) {
        return comments.all().stream()
                .filter(each -> each.language() == language)
                .map(Comment::text)
                .toList();
    }

    private Set<PersonId> withRole(Role role) {
        return county.grants().stream()
                .filter(grant -> grant.role() == role)
                .map(Grant::person)
                .collect(Collectors.toSet());
    }

    private Template template(Part part, @org.jspecify.annotations.Nullable ThemeId theme, Language language) {
        return county.templates().stream()
                .filter(each ->
                        each.part() == part && each.language() == language && Objects.equals(each.theme(), theme))
                .findFirst()
                .orElseThrow();
    }
}
