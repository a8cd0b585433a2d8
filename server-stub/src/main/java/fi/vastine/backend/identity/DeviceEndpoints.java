package fi.vastine.backend.identity;

import fi.vastine.backend.http.Body;
import fi.vastine.backend.http.Endpoints;
import fi.vastine.backend.http.HttpProblem;
import fi.vastine.backend.http.Routes;
import fi.vastine.backend.http.SignedIn;
import fi.vastine.backend.store.DeviceStore;
import fi.vastine.contract.id.DeviceId;
import fi.vastine.contract.reference.Role;
import fi.vastine.contract.wire.Devices;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/** {@code GET /v1/devices} and {@code POST /v1/devices/block}: the organisation's laptops, for its administrators. */
public record DeviceEndpoints(Directory directory, DeviceStore devices, Blocks blocks) implements Endpoints {
    private static final int MOST_BYTES = 4096;

    @Override
    public void addTo(Routes routes) {
        routes.get("/v1/devices", (request, who, nothing) -> {
            directory.require(Role.ADMIN, who);
            request.json(new Devices(devices.all()));
        });
        routes.post("/v1/devices/block", MOST_BYTES, this::block);
    }

    private void block(Context request, SignedIn who, Body body) {
        directory.require(Role.ADMIN, who);
        @Nullable DeviceId device = body.as(Devices.Block.class).device();
        if (device == null) {
            throw HttpProblem.invalid("/device", "It is needed.");
        }
        blocks.block(device, who.person(), who.device());
        request.status(204);
    }
}
