package fi.vastine.backend.store;

import fi.vastine.contract.form.Form;
import fi.vastine.contract.reference.Campaign;
import fi.vastine.contract.reference.DueRule;
import fi.vastine.contract.reference.Person;
import fi.vastine.contract.reference.Template;
import fi.vastine.contract.reference.Theme;
import fi.vastine.contract.reference.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Units, people, themes, reply templates and promises as documents of the feed, and in memory, each replaced whole; and the
 * versions of forms, which are added and never changed; and campaigns, which commands plan. Thread safe.
 */
public final class ReferenceDocuments {
    private static final String FORM = "FORM";

    private final Database database;
    private final Json json;
    private volatile Reference current;
    private volatile Map<String, Form> forms;

    public ReferenceDocuments(Database database, Json json) {
        this.database = database;
        this.json = json;
        this.current = load();
        this.forms = loadForms();
    }

    /** All documents as they stand. */
    public Reference current() {
        return current;
    }

    /** Puts these in the place of those with the same ids; one that stands so already is no change. */
    public void put(Writer writer, Reference changed) {
        List<Document> documents = documents(changed);
        writer.write(transaction -> {
            documents.forEach(document -> put(transaction, document));
            return null;
        });
        current = load();
    }

    /** Every version of every form. */
    public List<Form> forms() {
        return List.copyOf(forms.values());
    }

    /** The version that answers were kept with; empty if it is not known here. */
    public Optional<Form> form(String key) {
        return Optional.ofNullable(forms.get(key));
    }

    /**
     * Adds a version of a form; one that stands so already is no change.
     *
     * @throws IllegalStateException if there is another form of this id and version, which stays as it is
     */
    public void add(Writer writer, Form form) {
        String body = json.write(form);
        writer.write(transaction -> {
            String known = body(transaction, FORM, form.key());
            if (!known.isEmpty() && !known.equals(body)) {
                throw new IllegalStateException("there is another " + form.key());
            }
            if (known.isEmpty()) {
                transaction
                        .handle()
                        .createUpdate("INSERT INTO reference_document (body, change_no, kind, id)"
                                + " VALUES (:body, :changeNo, :kind, :id)")
                        .bind("body", body)
                        .bind("changeNo", transaction.nextReferenceChange())
                        .bind("kind", FORM)
                        .bind("id", form.key())
                        .execute();
            }
            return null;
        });
        forms = loadForms();
    }

    /** Every campaign, with what the transaction has written. */
    public List<Campaign> campaigns(Transaction transaction) {
        return transaction
                .handle()
                .createQuery("SELECT body FROM reference_document WHERE kind = :kind ORDER BY id")
                .bind("kind", Kind.CAMPAIGN.name())
                .mapTo(String.class)
                .map(body -> json.read(body, Campaign.class))
                .list();
    }

    /** Writes a campaign with whatever else the transaction writes; returns the number of the change. */
    public long put(Transaction transaction, Campaign campaign) {
        put(transaction, document(Kind.CAMPAIGN, campaign.id().toString(), campaign));
        transaction.planned(campaign.form());
        return transaction.changeNo();
    }

    private Map<String, Form> loadForms() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "SELECT body FROM reference_document WHERE kind = :kind ORDER BY id")
                        .bind("kind", FORM)
                        .mapTo(String.class)
                        .map(body -> json.read(body, Form.class))
                        .collect(Collectors.toMap(Form::key, form -> form, (one, other) -> one, LinkedHashMap::new)));
    }

    private static String body(Transaction transaction, String kind, String id) {
        return transaction
                .handle()
                .createQuery("SELECT body FROM reference_document WHERE kind = :kind AND id = :id")
                .bind("kind", kind)
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .orElse("");
    }

    private static void put(Transaction transaction, Document document) {
        String body = body(transaction, document.kind().name(), document.id());
        if (body.equals(document.body())) {
            return;
        }
        transaction
                .handle()
                .createUpdate(
                        body.isEmpty()
                                ? "INSERT INTO reference_document (body, change_no, kind, id)"
                                        + " VALUES (:body, :changeNo, :kind, :id)"
                                : "UPDATE reference_document SET body = :body, change_no = :changeNo"
                                        + " WHERE kind = :kind AND id = :id")
                .bind("body", document.body())
                .bind("changeNo", transaction.nextReferenceChange())
                .bind("kind", document.kind().name())
                .bind("id", document.id())
                .execute();
    }

    private List<Document> documents(Reference reference) {
        List<Document> documents = new ArrayList<>();
        reference
                .units()
                .forEach(each -> documents.add(document(Kind.UNIT, each.id().value(), each)));
        reference
                .people()
                .forEach(each -> documents.add(document(Kind.PERSON, each.id().value(), each)));
        reference
                .themes()
                .forEach(each -> documents.add(document(Kind.THEME, each.id().value(), each)));
        reference.templates().forEach(each -> documents.add(document(Kind.TEMPLATE, each.id(), each)));
        reference.rules().forEach(each -> documents.add(document(Kind.RULE, each.id(), each)));
        return documents;
    }

    private Document document(Kind kind, String id, Object value) {
        return new Document(kind, id, json.write(value));
    }

    private Reference load() {
        return database.jdbi().withHandle(handle -> {
            List<Document> all = handle.createQuery(
                            "SELECT kind, id, body FROM reference_document WHERE kind IN (<kinds>) ORDER BY kind, id")
                    .bindList(
                            "kinds",
                            Arrays.stream(Kind.values()).map(Kind::name).toList())
                    .map((row, context) -> new Document(
                            Kind.valueOf(row.getString("kind")), row.getString("id"), row.getString("body")))
                    .list();
            return new Reference(
                    read(all, Kind.UNIT, Unit.class),
                    read(all, Kind.PERSON, Person.class),
                    read(all, Kind.THEME, Theme.class),
                    read(all, Kind.TEMPLATE, Template.class),
                    read(all, Kind.RULE, DueRule.class));
        });
    }

    private <T> List<T> read(List<Document> all, Kind kind, Class<T> type) {
        return all.stream()
                .filter(document -> document.kind() == kind)
                .map(document -> json.read(document.body(), type))
                .collect(Collectors.toList());
    }

    /** The kinds, by the names they are stored under. */
    enum Kind {
        UNIT,
        PERSON,
        THEME,
        TEMPLATE,
        RULE,
        CAMPAIGN
    }

    private record Document(Kind kind, String id, String body) {}
}
