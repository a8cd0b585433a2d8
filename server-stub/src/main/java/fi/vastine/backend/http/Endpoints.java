package fi.vastine.backend.http;

/** The endpoints of one noun. */
@FunctionalInterface
public interface Endpoints {
    void addTo(Routes routes);
}
