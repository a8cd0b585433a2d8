package fi.vastine.core.http;

import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The proxies that other programs of this computer use: those named in the environment, as terminals have it; else what Java is told by
 * the operating system, or by its own properties.
 *
 * <p>Java asks Windows, macOS and GNOME only where {@code java.net.useSystemProxies} is set before its first connection.
 */
final class SystemProxies {
    private final Map<String, String> environment;

    SystemProxies(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    List<Proxy> route(URI target) {
        Optional<ProxyChoice> named =
                named("https_proxy").or(() -> named("all_proxy")).flatMap(ProxyChoice::parse);
        if (named.isPresent() && named.get() instanceof ProxyChoice.Fixed fixed) {
            return isExcepted(target.getHost())
                    ? List.of(Proxy.NO_PROXY)
                    : List.of(Network.proxy(fixed.host(), fixed.port()));
        }
        ProxySelector java = ProxySelector.getDefault();
        return java == null ? List.of(Proxy.NO_PROXY) : java.select(target);
    }

    private boolean isExcepted(String host) {
        String asked = host.toLowerCase(Locale.ROOT);
        return named("no_proxy").stream()
                .flatMap(list -> Stream.of(list.split(",", -1)))
                .map(each -> each.strip().toLowerCase(Locale.ROOT))
                .filter(each -> !each.isEmpty())
                .map(each -> each.startsWith("*.") ? each.substring(1) : each)
                .anyMatch(each -> each.equals("*")
                        || asked.equals(each)
                        || asked.endsWith(each.startsWith(".") ? each : "." + each));
    }

    private Optional<String> named(String name) {
        return Stream.of(name, name.toUpperCase(Locale.ROOT))
                .map(environment::get)
                .filter(each -> each != null && !each.isBlank())
                .findFirst();
    }
}
