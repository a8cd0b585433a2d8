package fi.vastine.backend.admin;

import fi.vastine.backend.identity.WantedProgram;
import fi.vastine.contract.wire.ProgramNotice;
import java.io.PrintStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What whoever runs the backend says of the program on laptops. */
record ProgramOrders(WantedProgram wanted, PrintStream out) {

    /** False for words that are no order; throws {@link BackendConfig.BadSetting} for what cannot be wanted. */
    boolean carryOut(List<String> words, Map<String, String> options) {
        if (words.size() != 2) {
            return false;
        }
        if (words.getLast().equals("none")) {
            wanted.want(Optional.empty());
            out.println("Laptops are told nothing of a version any more.");
            return true;
        }
        String version = version(words.getLast());
        String oldest = options.containsKey("--oldest") ? version(options.get("--oldest")) : null;
        URI address = options.containsKey("--address") ? address(options.get("--address")) : null;
        var notice = new ProgramNotice(version, oldest, address);
        if (notice.isTooOld(version)) {
            throw new BackendConfig.BadSetting("The version wanted is older than the oldest that is taken from.");
        }
        wanted.want(Optional.of(notice));
        out.println("Laptops are told within a minute that " + version + " is wanted."
                + (oldest == null ? "" : " Nothing is taken from programs before " + oldest + "."));
        return true;
    }

    private static String version(String given) {
        if (!ProgramNotice.isVersion(given)) {
            throw new BackendConfig.BadSetting("A version is such as 1.3 or 1.3.1: " + given);
        }
        return given;
    }

    private static URI address(String given) {
        try {
            URI address = new URI(given);
            if ("https".equals(address.getScheme()) && address.getHost() != null && address.getUserInfo() == null) {
                return address;
            }
        } catch (URISyntaxException notOne) {
            // Said below.
        }
        throw new BackendConfig.BadSetting("An address begins with https:// " + given);
    }
}
