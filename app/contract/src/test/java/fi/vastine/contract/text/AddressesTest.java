package fi.vastine.contract.text;

import static org.assertj.core.api.Assertions.assertThat;

import fi.vastine.contract.cases.Way;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {
    @ParameterizedTest
    @CsvSource({
        "MAIL, maija@posti.example, true",
        "MAIL, maija.posti.example, false",
        "MAIL, maija@posti, false",
        "MAIL, 'maija@posti.example, kaija@posti.example', false",
        "PHONE, 040 000 0012, true",
        "PHONE, +358 (0)40/000-0012, true",
        "PHONE, 0400, false",
        "PHONE, soita äidille, false",
        "POST, 'Kotikatu 1, 00100 Helsinki', true",
        "POST, ' ', false",
    })
    void onlyWhatLooksLikeAnAddressOfItsWayIsTaken(Way way, String address, boolean fits) {
        assertThat(Addresses.fits(way, address)).isEqualTo(fits);
    }
}
