package fi.vastine.contract.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which version of the program a backend wants its laptops to have.
 *
 * @param wanted such as {@code 1.3}
 * @param oldest the oldest from which commands are taken; what an older one has waits there until it is renewed. Absent for any
 * @param address where whoever installs it herself finds it; absent where IT installs
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProgramNotice(
        String wanted, @Nullable String oldest, @Nullable URI address) {
    private static final Pattern NUMBERS = Pattern.compile("\\d{1,6}(\\.\\d{1,6}){0,3}");

    /** Whether a text is a version that can be wanted. */
    public static boolean isVersion(String text) {
        return NUMBERS.matcher(text).matches();
    }

    /** Whether a program is older than the one wanted. */
    public boolean isNewsFor(String program) {
        return isOlder(program, wanted);
    }

    /** Whether a program is so old that nothing is taken from it. */
    public boolean isTooOld(String program) {
        return oldest != null && isOlder(program, oldest);
    }

    /** By the numbers in front; what has none, such as a program that was not installed, is never older. */
    private static boolean isOlder(String program, String than) {
        List<Integer> has = numbers(program);
        List<Integer> wants = numbers(than);
        if (has.isEmpty()) {
            return false;
        }
        for (int at = 0; at < Math.max(has.size(), wants.size()); at++) {
            int one = at < has.size() ? has.get(at) : 0;
            int other = at < wants.size() ? wants.get(at) : 0;
            if (one != other) {
                return one < other;
            }
        }
        return false;
    }

    private static List<Integer> numbers(String version) {
        var numbers = new ArrayList<Integer>();
        Matcher front = NUMBERS.matcher(version);
        if (front.lookingAt()) {
            for (String number : front.group().split("\\.", -1)) {
                numbers.add(Integer.parseInt(number));
            }
        }
        return numbers;
    }
}
