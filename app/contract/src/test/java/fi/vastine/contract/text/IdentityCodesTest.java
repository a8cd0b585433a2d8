package fi.vastine.contract.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes are of the test range: individual numbers 900 to 999. */
class IdentityCodesTest {
    private static final String CHECK = "0123456789ABCDEFHJKLMNPRSTUVWXY";

    @ParameterizedTest
    @ValueSource(strings = {"+", "-", "Y", "X", "W", "V", "U", "A", "B", "C", "D", "E", "F"})
    void everyCenturySignIsKnown(String sign) {
        assertThat(IdentityCodes.foundIn("Tunnus " + code("010190", sign, 905) + ", kiitos."))
                .isTrue();
    }

    @Test
    void aWrongCheckCharacterOrAnImpossibleDateIsNoCode() {
        String right = code("010190", "-", 905);
        char other = right.endsWith("A") ? 'B' : 'A';
        assertThat(IdentityCodes.foundIn(right.substring(0, 10) + other)).isFalse();
        assertThat(IdentityCodes.foundIn(code("310290", "-", 905))).isFalse();
        assertThat(IdentityCodes.foundIn(code("010190", "-", 1))).isFalse();
    }

    @Test
    void smallLettersSpacesAndLongDashesAreSeenThrough() {
        String code = code("240512", "A", 931);
        assertThat(IdentityCodes.foundIn(code.toLowerCase(java.util.Locale.ROOT)))
                .isTrue();
        assertThat(IdentityCodes.foundIn(code("240550", "-", 931).replace("-", "–")))
                .isTrue();
        assertThat(IdentityCodes.foundIn(code("240550", "-", 931).replace("-", " - ")))
                .isTrue();
    }

    @Test
    void aLeapDayIsADateOfItsOwnCentury() {
        assertThat(IdentityCodes.foundIn(code("290200", "A", 931))).isTrue();
        assertThat(IdentityCodes.foundIn(code("290200", "-", 931))).isFalse();
    }

    @Test
    void aCodeWithinALongerNumberIsNone() {
        assertThat(IdentityCodes.foundIn("7" + code("010190", "-", 905))).isFalse();
    }

    @Test
    void maskingHidesTheDigitsAndKeepsTheRest() {
        String code = code("010190", "-", 905);
        assertThat(IdentityCodes.masked("Tunnukseni on " + code + ", kiitos."))
                .isEqualTo("Tunnukseni on ●●●●●●-●●●●, kiitos.");
        assertThat(IdentityCodes.masked("Ei tunnusta 123456-7890")).isEqualTo("Ei tunnusta 123456-7890");
    }

    private static String code(String date, String sign, int individual) {
        String three = "%03d".formatted(individual);
        return date + sign + three + CHECK.charAt(Integer.parseInt(date + three) % 31);
    }
}
