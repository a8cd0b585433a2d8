package fi.vastine.backend.county;

import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.id.PersonId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Makes one case after another, each as it stands at the end of the story. Not thread safe: texts are used up in turn. */
final class CaseMaker {
    private static final int LONGEST_SMS = 160;
    private static final int LONGEST_ON_DEVICE = 60;
    /** Most of what comes in are thanks, though most of what was ever written down are complaints. */
    private static final double THANKS_FIRST = 0.25;

    private static final double TO_NOWHERE = 0.03;
    private static final double TO_WRONG_UNIT = 0.03;

    private final long seed;
    private final Mix mix;
    private final Comments comments;
    private final Set<Comment> taken;
    private final Arrivals arrivals;
    private final Handling handling;
    private final List<Place> places;
    private final Place triage;
    private final PersonId keptFor;
    private final Instant end;
    private final Map<Place, TextSource> sources = new HashMap<>();

    /**
     * Makes cases for all units.
     *
     * @param taken texts that come to nobody in the units of {@code keptFor} and to no triage
     * @param keptFor whose units get nothing here that would still be open at the end
     */
    CaseMaker(
            long seed,
            Mix mix,
            Comments comments,
            Set<Comment> taken,
            Arrivals arrivals,
            Handling handling,
            List<Place> places,
            Place triage,
            PersonId keptFor,
            Instant end) {
        this.seed = seed;
        this.mix = mix;
        this.comments = comments;
        this.taken = taken;
        this.arrivals = arrivals;
        this.handling = handling;
        this.places = places;
        this.triage = triage;
        this.keptFor = keptFor;
        this.end = end;
    }

    FeedbackCase make(Channel channel, Instant at, RandomGenerator random) {
        Place place = mix.place(channel, random);
        if (!mix.hasText(channel, random)) {
            return arrivals.score(place, channel, at, random);
        }
        FeedbackCase made = words(place, channel, at, random);
        while (isOpen(made) && place.responsible().equals(keptFor)) {
            place = mix.place(channel, random);
            made = words(place, channel, at, random);
        }
        return made;
    }

    private FeedbackCase words(Place place, Channel channel, Instant at, RandomGenerator random) {
        boolean wished = mix.wishesReply(channel, random);
        Place first = firstPlace(place, channel, random);
        Comment comment = comment(first.equals(triage) ? triage : place, channel, wished, random);
        if (comment == null) {
            return arrivals.score(place, channel, at, random);
        }
        Way way = wished ? way(comment, random) : null;
        FeedbackCase received = arrivals.words(first, channel, at, comment, way, random);
        return handling.until(end, received, comment, place, random);
    }

    /** Where it came to first: nowhere in particular, a neighbour of the right unit, or, nearly always, the right one. */
    private Place firstPlace(Place place, Channel channel, RandomGenerator random) {
        double chance = channel == Channel.WEB ? random.nextDouble() : 1.0;
        if (chance < TO_NOWHERE) {
            return triage;
        }
        if (chance > TO_NOWHERE + TO_WRONG_UNIT || place.responsible().equals(keptFor)) {
            return place;
        }
        List<Place> neighbours = places.stream()
                .filter(each -> each.parent().equals(place.parent())
                        && !each.responsible().equals(keptFor))
                .toList();
        return neighbours.get(random.nextInt(neighbours.size()));
    }

    private @Nullable Comment comment(Place place, Channel channel, boolean wished, RandomGenerator random) {
        TextSource source = sources.computeIfAbsent(place, this::source);
        Language language = language(random);
        boolean thanks = !wished && random.nextDouble() < THANKS_FIRST;
        Comment found = source.next(
                random,
                each -> each.language() == language
                        && (!thanks || each.kind() == FeedbackKind.THANKS)
                        && fits(each, channel)
                        && likely(each, wished, random));
        return found != null ? found : source.next(random, each -> fits(each, channel));
    }

    private TextSource source(Place place) {
        List<Comment> any = place.equals(triage) ? List.of() : comments.aboutAny();
        return new TextSource(
                left(comments.about(place.kind()), place),
                left(any, place),
                seed * 31 + place.id().value().hashCode());
    }

    /** What is taken comes only to units of others. */
    private List<Comment> left(List<Comment> texts, Place place) {
        return place.responsible().equals(keptFor) || place.equals(triage)
                ? texts.stream().filter(each -> !taken.contains(each)).toList()
                : texts;
    }

    private static boolean fits(Comment comment, Channel channel) {
        int length = comment.text().length();
        return switch (channel) {
            case SMS ->
                length <= LONGEST_SMS && !comment.has(Comment.Flag.HETU) && !comment.has(Comment.Flag.SUPPORTED);
            case DEVICE -> length <= LONGEST_ON_DEVICE;
            case WEB, QR, PAPER, ORAL -> !comment.has(Comment.Flag.SUPPORTED);
            case SUPPORTED -> comment.has(Comment.Flag.SUPPORTED) || comment.has(Comment.Flag.CHILD) || length <= 220;
        };
    }

    private static boolean likely(Comment comment, boolean wished, RandomGenerator random) {
        if (comment.has(Comment.Flag.URGENT) || comment.has(Comment.Flag.OBJECTION)) {
            return random.nextDouble() < (wished ? 0.25 : 0.05);
        }
        double chance = switch (comment.wish()) {
            case 0 -> wished ? 0.01 : 1.0;
            case 1 -> wished ? 0.25 : 1.0;
            case 2 -> wished ? 1.0 : 0.6;
            default -> wished ? 1.0 : 0.08;
        };
        return random.nextDouble() < chance;
    }

    private static Language language(RandomGenerator random) {
        int percent = random.nextInt(100);
        return percent < 5 ? Language.SV : percent < 8 ? Language.EN : Language.FI;
    }

    private static Way way(Comment comment, RandomGenerator random) {
        int percent = comment.has(Comment.Flag.PHONE) ? 99 : random.nextInt(100);
        return percent < 74 ? Way.MAIL : percent < 79 ? Way.POST : Way.PHONE;
    }

    private static boolean isOpen(FeedbackCase made) {
        return made.owesReply() || made.status() == CaseStatus.NEW || made.status() == CaseStatus.IN_PROGRESS;
    }
}
