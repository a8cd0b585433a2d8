package fi.vastine.backend.county;

import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.ReplyWish;
import fi.vastine.contract.cases.Way;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/** The customers: invented names, addresses at reserved domains, numbers that nobody has, identity codes for tests only. */
final class Customers {
    private static final String CHECK = "0123456789ABCDEFHJKLMNPRSTUVWXY";
    private static final List<String> DOMAINS = List.of("esimerkki.example", "posti.example", "example.org");
    private static final List<String> STREETS = List.of("Keksittytie", "Esimerkkikatu", "Olematonpolku", "Satukuja");

    private final Map<String, List<String>> names = new HashMap<>();

    Customers(CountyFiles files) {
        for (String line : files.lines("names.txt")) {
            String[] words = line.split(" ");
            names.put(words[0], List.of(words).subList(1, words.length));
        }
    }

    /** How someone wishes to be answered; some of them leave no name. */
    ReplyWish wish(Way way, Language language, RandomGenerator random) {
        String name = name(language, "given", random) + " " + name(language, "family", random);
        String address = switch (way) {
            case MAIL -> mail(name, random);
            case PHONE, IN_PERSON -> "040 000 0%03d".formatted(random.nextInt(1000));
            case POST -> "%s %d\n00000 Lehtola".formatted(pick(STREETS, random), 1 + random.nextInt(80));
        };
        return new ReplyWish(way, address, way != Way.POST && random.nextDouble() < 0.3 ? null : name);
    }

    /** An identity code of the range 900–999, which is never given to anybody, with its check character. */
    static String identityCode(RandomGenerator random) {
        int year = 1930 + random.nextInt(80);
        int birth = (1 + random.nextInt(28)) * 10_000 + (1 + random.nextInt(12)) * 100 + year % 100;
        int individual = 900 + random.nextInt(100);
        String sign = year >= 2000 ? "A" : random.nextInt(8) == 0 ? "Y" : "-";
        char check = CHECK.charAt((int) ((birth * 1000L + individual) % 31));
        return "%06d%s%03d%c".formatted(birth, sign, individual, check);
    }

    private static String mail(String name, RandomGenerator random) {
        String plain = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace(' ', '.');
        return plain + (random.nextInt(3) == 0 ? random.nextInt(90) + 10 : "") + "@" + pick(DOMAINS, random);
    }

    private String name(Language language, String which, RandomGenerator random) {
        String of = language.name().toLowerCase(Locale.ROOT) + "-" + which;
        return pick(Objects.requireNonNull(names.get(of), of), random);
    }

    private static String pick(List<String> from, RandomGenerator random) {
        return from.get(random.nextInt(from.size()));
    }
}
