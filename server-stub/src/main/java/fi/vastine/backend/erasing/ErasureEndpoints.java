package fi.vastine.backend.erasing;

import fi.vastine.backend.http.Endpoints;
import fi.vastine.backend.http.HttpProblem;
import fi.vastine.backend.http.Routes;
import fi.vastine.backend.identity.Directory;
import fi.vastine.backend.store.DeviceStore;
import fi.vastine.contract.id.CaseId;
import fi.vastine.contract.reference.Role;
import fi.vastine.contract.wire.Erasures;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/erasures} and {@code /v1/erasures/done}: an administrator's order, and a laptop's word that it is done. */
public record ErasureEndpoints(Directory directory, Erasing erasing, DeviceStore devices) implements Endpoints {
    private static final int MOST_BYTES = 4096;

    @Override
    public void addTo(Routes routes) {
        routes.post("/v1/erasures", MOST_BYTES, (request, who, body) -> {
            directory.require(Role.ADMIN, who);
            @Nullable CaseId id = body.as(Erasures.Order.class).caseId();
            if (id == null) {
                throw HttpProblem.invalid("/caseId", "It is needed.");
            }
            erasing.erase(id, who.person(), who.device());
            request.status(204);
        });
        routes.post("/v1/erasures/done", MOST_BYTES, (request, who, body) -> {
            devices.erased(who.device(), body.as(Erasures.Done.class).upTo());
            request.status(204);
        });
    }
}
