package fi.vastine.simulation.wire;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A request as a servlet sees it: what the backend's endpoints ask of one, and nothing more. */
final class Asking {
    private static final Object[] NONE = {};
    private static final long LONGEST_SECONDS = 30;

    private final Asked asked;
    private final Answering answering;
    private final Map<String, Object> attributes = new HashMap<>();
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable AsyncContext later;

    Asking(Asked asked, Answering answering) {
        this.asked = asked;
        this.answering = answering;
    }

    HttpServletRequest servletRequest() {
        return (HttpServletRequest) Proxy.newProxyInstance(
                Asking.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> answer(method.getName(), arguments == null ? NONE : arguments));
    }

    /** Waits for an answer that is given after the call, as the one to a question for news. */
    void awaitEnd() {
        try {
            if (later != null && !ended.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("No answer to " + asked.target());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private @Nullable Object answer(String method, Object[] arguments) {
        return switch (method) {
            case "getMethod" -> asked.method();
            case "getRequestURI", "getServletPath" -> asked.path();
            case "getQueryString" -> asked.query().isEmpty() ? null : asked.query();
            case "getContextPath" -> "";
            case "getPathInfo", "getSession", "getCookies" -> null;
            case "getProtocol" -> "HTTP/1.1";
            case "getRemoteAddr" -> "127.0.0.1";
            case "getHeader" -> asked.headers().get(((String) arguments[0]).toLowerCase(Locale.ROOT));
            case "getHeaderNames" -> Collections.enumeration(asked.headers().keySet());
            case "getContentType" -> asked.headers().get("content-type");
            case "getCharacterEncoding" -> "UTF-8";
            case "getContentLength" -> asked.body().length;
            case "getContentLengthLong" -> (long) asked.body().length;
            case "getInputStream" -> new Input(asked.body());
            case "getDispatcherType" -> DispatcherType.REQUEST;
            case "getAttribute" -> attributes.get((String) arguments[0]);
            case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
            case "getAttributeNames" -> Collections.enumeration(attributes.keySet());
            case "isAsyncSupported" -> true;
            case "isAsyncStarted" -> later != null;
            case "startAsync" -> startLater();
            case "getAsyncContext" -> later;
            default -> throw new UnsupportedOperationException(method);
        };
    }

    private AsyncContext startLater() {
        AsyncContext begun = later();
        later = begun;
        return begun;
    }

    private AsyncContext later() {
        return (AsyncContext) Proxy.newProxyInstance(
                Asking.class.getClassLoader(), new Class<?>[] {AsyncContext.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "complete" -> ended.countDown();
                        case "addListener", "setTimeout" -> {}
                        case "getResponse" -> {
                            return answering.servletResponse();
                        }
                        case "getRequest" -> {
                            return servletRequest();
                        }
                        default -> throw new UnsupportedOperationException(method.getName());
                    }
                    return null;
                });
    }

    private static final class Input extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Input(byte[] body) {
            this.bytes = new ByteArrayInputStream(body);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return bytes.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
