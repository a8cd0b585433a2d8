package fi.vastine.desktop.casework;

import fi.vastine.contract.cases.Answers;
import fi.vastine.contract.cases.CaseStatus;
import fi.vastine.contract.cases.Channel;
import fi.vastine.contract.cases.Event;
import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.cases.FeedbackKind;
import fi.vastine.contract.cases.Language;
import fi.vastine.contract.cases.Message;
import fi.vastine.contract.cases.Note;
import fi.vastine.contract.cases.Origin;
import fi.vastine.contract.cases.Promise;
import fi.vastine.contract.cases.ReplyWish;
import fi.vastine.contract.cases.StatementAnswer;
import fi.vastine.contract.cases.Way;
import fi.vastine.contract.command.Command;
import fi.vastine.contract.due.DueDates;
import fi.vastine.contract.due.WorkingDays;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.MessageId;
import fi.vastine.contract.id.NoteId;
import fi.vastine.contract.id.PersonId;
import fi.vastine.contract.id.ThemeId;
import fi.vastine.contract.id.UnitId;
import fi.vastine.contract.reference.Names;
import fi.vastine.contract.reference.Person;
import fi.vastine.contract.reference.Template;
import fi.vastine.contract.reference.Theme;
import fi.vastine.contract.reference.Unit;
import fi.vastine.contract.text.Signals;
import fi.vastine.core.cases.Forms;
import fi.vastine.core.cases.Reference;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A ward on Monday 23.11.2026 at 8.44, with invented people. */
public final class Lehtola {
    public static final PersonId AINO = new PersonId("aino");
    public static final PersonId BERTIL = new PersonId("bertil");
    public static final UnitId WARD = new UnitId("lehtola-2");
    public static final UnitId CLINIC = new UnitId("suun-terveys");
    public static final ThemeId INFORMATION = new ThemeId("tiedonkulku");
    public static final ThemeId QUEUE = new ThemeId("jonottaminen");
    public static final Instant NOW = at("2026-11-23T08:44");
    public static final Clock CLOCK = Clock.fixed(NOW, DueDates.ZONE);

    public final CountyCasework casework = new CountyCasework(AINO, CLOCK, reference());
    public final FeedbackCase late;
    public final FeedbackCase queue;
    public final FeedbackCase pillow;
    public final FeedbackCase clock;
    public final FeedbackCase thanks;
    public final FeedbackCase swedish;
    public final FeedbackCase food;
    public final FeedbackCase read;

    public Lehtola() {
        late = a(
                Channel.WEB,
                FeedbackKind.CRITICISM,
                "2026-11-12T09:12",
                "Soitin kolmena päivänä peräkkäin eikä kukaan soittanut takaisin, vaikka jätin soittopyynnön.",
                mail("r.salmi@posti.example"));
        FeedbackCase asked = a(
                Channel.WEB,
                FeedbackKind.CRITICISM,
                "2026-11-16T14:05",
                "Jonotin puhelimessa 50 minuuttia ja sitten linja katkesi. Tulin paikan päälle, mutta neuvonnassa ei "
                        + "tiedetty, kuka asiaani hoitaa. Tunnukseni on 010190-999W, jos siitä on apua. Hoitajat olivat "
                        + "ystävällisiä, mutta kukaan ei tuntunut tietävän kokonaisuutta. Toivon, että joku kertoisi, miten "
                        + "tästä eteenpäin.",
                mail("maija.meikalainen@posti.example"));
        casework.put(asked);
        casework.decide(BERTIL, asked.id(), new Command.AddTheme(INFORMATION));
        casework.decide(
                BERTIL,
                asked.id(),
                new Command.AddNote(new NoteId(new UUID(1, 1)), "Sovittu puhelinvuorot uudelleen neuvonnan kanssa."));
        casework.decide(BERTIL, asked.id(), new Command.ChangeStatus(CaseStatus.NEW, CaseStatus.IN_PROGRESS));
        queue = casework.get(asked.id());
        pillow = a(
                Channel.PAPER,
                FeedbackKind.QUESTION,
                "2026-11-16T10:00",
                "Voiko osastolle tuoda oman tyynyn? Entä milloin on vierailuaika sunnuntaisin?",
                new ReplyWish(Way.PHONE, "040 555 0137", "Elli"));
        clock = a(
                Channel.QR,
                FeedbackKind.SUGGESTION,
                "2026-11-19T12:30",
                "Päiväsaliin voisi saada ison kellon ja kalenterin, isä ei tiennyt mikä päivä on.",
                mail("kello@posti.example"));
        thanks = a(
                Channel.SUPPORTED,
                FeedbackKind.THANKS,
                "2026-11-19T15:30",
                "Yöhoitaja istui vieressä kun pelotti. Sellaista hoitoa toivon kaikille.",
                mail("kiitos@posti.example"));
        swedish = swedish();
        food = a(
                Channel.WEB,
                FeedbackKind.CRITICISM,
                "2026-11-18T18:00",
                "Ruoka oli kylmää kolmena iltana.",
                mail("ruoka@posti.example"));
        read = a(
                Channel.DEVICE,
                FeedbackKind.THANKS,
                "2026-11-21T11:00",
                "Iso kiitos koko porukalle, tultiin kuulluksi heti!",
                null);
        List.of(late, pillow, clock, thanks, swedish, food, read).forEach(casework::put);
        casework.decide(AINO, food.id(), new Command.AssignTo(null, BERTIL));
    }

    public static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(DueDates.ZONE).toInstant();
    }

    private static ReplyWish mail(String address) {
        return new ReplyWish(Way.MAIL, address, null);
    }

    private FeedbackCase swedish() {
        FeedbackCase one = a(
                Channel.WEB,
                FeedbackKind.CRITICISM,
                "2026-11-20T08:00",
                "Jag fick inte service på svenska fast jag bad om det två gånger.",
                mail("svenska@posti.example"));
        return new FeedbackCase(
                one.id(),
                0,
                one.unit(),
                new Origin(one.origin().channel(), Language.SV, one.origin().receivedAt(), Answers.NONE, null),
                one.kind(),
                one.status(),
                null,
                one.messages(),
                one.replyWish(),
                one.promise(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                false,
                one.history());
    }

    public static FeedbackCase a(
            Channel channel, FeedbackKind kind, String receivedAt, String text, @Nullable ReplyWish wish) {
        Instant received = at(receivedAt);
        UUID id = UUID.nameUUIDFromBytes((text + receivedAt).getBytes(StandardCharsets.UTF_8));
        LocalDate day = LocalDate.ofInstant(received, DueDates.ZONE);
        Promise promise = wish == null ? null : new Promise(new DueDates(WorkingDays.finnish()).dueOn(day, 7), 7, 3);
        Answers answers = new Answers(
                List.of(
                        new StatementAnswer(1, 2),
                        new StatementAnswer(4, 4),
                        new StatementAnswer(6, 1),
                        new StatementAnswer(5, null)),
                3,
                null,
                "national/2");
        List<Note> notes = new ArrayList<>();
        return new FeedbackCase(
                new CaseId(id),
                1,
                WARD,
                new Origin(channel, Language.FI, received, answers, null),
                kind,
                CaseStatus.NEW,
                null,
                List.of(new Message(new MessageId(id), received, text)),
                wish,
                promise,
                List.of(),
                Signals.in(text),
                notes,
                List.of(),
                List.of(),
                null,
                false,
                List.of(
                        new Event(received, null, Event.What.RECEIVED, null, null, null),
                        new Event(received.plusSeconds(60), null, Event.What.ROUTED, null, WARD.value(), null)));
    }

    public static Reference reference() {
        List<Unit> units = List.of(
                new Unit(new UnitId("top"), null, 1, same("Järvilaakson hyvinvointialue"), null, null),
                new Unit(
                        WARD,
                        new UnitId("top"),
                        3,
                        new Names("Osasto 2 Lehtola", "Avdelning 2 Lehtola", "Ward 2 Lehtola"),
                        AINO,
                        null),
                new Unit(
                        CLINIC,
                        new UnitId("top"),
                        3,
                        new Names("Suun terveydenhuolto", "Munhälsovården", "Dental care"),
                        BERTIL,
                        null));
        List<Person> people = List.of(
                new Person(AINO, "Aino Koskela", "osastonhoitaja"),
                new Person(BERTIL, "Bertil Holm", "vastaava hoitaja"));
        List<Theme> themes = List.of(
                new Theme(INFORMATION, new Names("tiedonkulku", "informationsgång", "flow of information")),
                new Theme(QUEUE, new Names("jonottaminen", "köande", "queuing")),
                new Theme(new ThemeId("kohtelu"), new Names("kohtelu", "bemötande", "treatment")),
                new Theme(new ThemeId("tilat"), new Names("tilat", "lokaler", "premises")));
        List<Template> templates = List.of(
                new Template("hei", Template.Part.GREETING, null, Language.FI, "Hei,"),
                new Template("hej", Template.Part.GREETING, null, Language.SV, "Hej,"),
                new Template("hello", Template.Part.GREETING, null, Language.EN, "Hello,"),
                new Template(
                        "tieto",
                        Template.Part.PARAGRAPH,
                        INFORMATION,
                        Language.FI,
                        "kiitos, että kerroitte, miten asiointi sujui. Olen pahoillani siitä, että jouduitte jonottamaan ja "
                                + "ettei neuvonnasta löytynyt apua.\n\nSoitan teille [ päivä ja kellonaika ]. Olemme sopineet "
                                + "yksikössä, että [ mitä muutamme ]."),
                new Template("muu", Template.Part.PARAGRAPH, null, Language.FI, "kiitos palautteestanne. [ vastaus ]"),
                new Template("annat", Template.Part.PARAGRAPH, null, Language.SV, "tack för er respons. [ svar ]"),
                new Template(
                        "any", Template.Part.PARAGRAPH, null, Language.EN, "thank you for your feedback. [ reply ]"),
                new Template("yst", Template.Part.SIGN_OFF, null, Language.FI, "Ystävällisin terveisin"),
                new Template("vanl", Template.Part.SIGN_OFF, null, Language.SV, "Med vänlig hälsning"),
                new Template("kind", Template.Part.SIGN_OFF, null, Language.EN, "Kind regards"));
        return new Reference(
                by(units, Unit::id), by(people, Person::id), by(themes, Theme::id), templates, List.of(), Forms.NONE);
    }

    private static Names same(String name) {
        return new Names(name, name, name);
    }

    private static <K, V> Map<K, V> by(List<V> all, Function<V, K> key) {
        return all.stream().collect(Collectors.toMap(key, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }
}
