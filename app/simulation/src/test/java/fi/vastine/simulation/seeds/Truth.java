package fi.vastine.simulation.seeds;

import fi.vastine.contract.cases.FeedbackCase;
import fi.vastine.contract.command.Outcome;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.id.CommandId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** How things stand at the backend: its cases, and what it answered to each command. */
record Truth(Map<CaseId, FeedbackCase> cases, Map<CaseId, String> words, Map<CommandId, Outcome> outcomes) {

    static Truth of(Jdbi database) {
        return database.withHandle(handle -> {
            Map<CaseId, FeedbackCase> cases = new HashMap<>();
            Map<CaseId, String> words = new HashMap<>();
            handle.createQuery("SELECT id, body FROM feedback_case")
                    .map((row, context) -> Map.entry(row.getObject("id", UUID.class), row.getString("body")))
                    .forEach(each -> {
                        CaseId id = new CaseId(each.getKey());
                        words.put(id, each.getValue());
                        cases.put(id, SeededLaptop.JSON.read(each.getValue(), FeedbackCase.class));
                    });
            Map<CommandId, Outcome> outcomes = new HashMap<>();
            handle.createQuery("SELECT command_id, outcome FROM command_outcome")
                    .map((row, context) ->
                            Map.entry(new CommandId(row.getObject("command_id", UUID.class)), row.getString("outcome")))
                    .forEach(each ->
                            outcomes.put(each.getKey(), SeededLaptop.JSON.read(each.getValue(), Outcome.class)));
            return new Truth(cases, words, outcomes);
        });
    }

    /** All that is written in a case, as JSON; empty if there is none. */
    String wordsOf(CaseId id) {
        return words.getOrDefault(id, "");
    }
}
