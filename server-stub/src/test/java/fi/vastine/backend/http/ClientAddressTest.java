package fi.vastine.backend.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClientAddressTest {
    private final ClientAddress behindProxy =
            new ClientAddress(Set.of(InetAddress.ofLiteral("192.0.2.1"), InetAddress.ofLiteral("192.0.2.2")));

    @Test
    void aClientMayNotSayThatItIsAnother() {
        assertThat(behindProxy.of("198.51.100.9", "203.0.113.5")).isEqualTo("198.51.100.9");
        assertThat(new ClientAddress(Set.of()).of("192.0.2.1", "203.0.113.5")).isEqualTo("192.0.2.1");
    }

    @Test
    void theClientIsWhomTheFirstOfOurProxiesHeardFrom() {
        assertThat(behindProxy.of("192.0.2.1", "203.0.113.5")).isEqualTo("203.0.113.5");
        assertThat(behindProxy.of("192.0.2.1", "10.9.9.9, 203.0.113.5 , 192.0.2.2"))
                .isEqualTo("203.0.113.5");
        assertThat(behindProxy.of("192.0.2.1", null)).isEqualTo("192.0.2.1");
    }

    @Test
    void whatIsNoAddressIsNotBelievedAndNeverLookedUp() {
        assertThat(behindProxy.of("192.0.2.1", "unknown")).isEqualTo("192.0.2.1");
        assertThat(behindProxy.of("192.0.2.1", "1:2:3")).isEqualTo("192.0.2.1");
        assertThat(behindProxy.of("192.0.2.1", "203.0.113.5, localhost")).isEqualTo("192.0.2.1");
    }

    @Test
    void anIpv6NetworkCountsAsOneClient() {
        assertThat(behindProxy.of("2001:db8:1:2:3:4:5:6", null))
                .isEqualTo(behindProxy.of("[2001:db8:1:2:ffff::1]", null))
                .isNotEqualTo(behindProxy.of("2001:db8:1:3::1", null));
    }
}
