package fi.vastine.simulation.wire;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Hands requests to a backend's endpoints, one after the other, each answered when the call returns. */
public final class Letterbox implements FarEnd {
    private final Servlet endpoints;

    public Letterbox(Servlet endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public Reply answer(Asked asked) {
        var response = new Answering();
        var request = new Asking(asked, response);
        try {
            endpoints.service(request.servletRequest(), response.servletResponse());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
        request.awaitEnd();
        return response.reply();
    }
}
