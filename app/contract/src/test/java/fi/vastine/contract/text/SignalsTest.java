package fi.vastine.contract.text;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignalsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "En jaksa elää enää näin.",
                "Äitiäni KALTOINKOHDELTIIN osastolla",
                "Jag orkar inte mer, tänker på självmord",
                "I want to die"
            })
    void textOfDangerIsMarkedUrgent(String text) {
        assertThat(Signals.in(text)).contains(Signal.URGENT);
    }

    @Test
    void wordsOfAnObjectionAreMarkedForAPersonToAsk() {
        assertThat(Signals.in("Haluan tehdä muistutuksen hoidosta.")).containsExactly(Signal.OBJECTION);
    }

    @Test
    void usualFeedbackHasNoSignal() {
        assertThat(Signals.in("Kiitos yöhoitajalle, joka istui vieressä.")).isEmpty();
        assertThat(Signals.in("")).isEmpty();
    }

    @Test
    void blanksOfATemplateAreFoundAndOtherBracketsAreNot() {
        String text = "Soitan [ päivä ja kellonaika ] (huone [3]).";
        assertThat(ReplyText.blanks(text))
                .singleElement()
                .satisfies(blank ->
                        assertThat(text.substring(blank.start(), blank.end())).isEqualTo("[ päivä ja kellonaika ]"));
    }
}
