package fi.vastine.simulation.wire;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer as a servlet gives it. */
final class Answering {
    private static final Object[] NONE = {};

    private final Map<String, String> headers = new HashMap<>();
    private final Output output = new Output();
    private int status = 200;

    HttpServletResponse servletResponse() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                Answering.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, method, arguments) -> take(method.getName(), arguments == null ? NONE : arguments));
    }

    Reply reply() {
        return new Reply(status, header("content-type"), header("retry-after"), output.bytes.toByteArray());
    }

    private String header(String name) {
        return headers.getOrDefault(name, "");
    }

    private @Nullable Object take(String method, Object[] arguments) {
        return switch (method) {
            case "setStatus" -> {
                status = (Integer) arguments[0];
                yield null;
            }
            case "getStatus" -> status;
            case "setHeader", "addHeader" ->
                headers.put(((String) arguments[0]).toLowerCase(Locale.ROOT), (String) arguments[1]);
            case "getHeader" -> headers.get(((String) arguments[0]).toLowerCase(Locale.ROOT));
            case "containsHeader" -> headers.containsKey(((String) arguments[0]).toLowerCase(Locale.ROOT));
            case "setContentType" -> headers.put("content-type", (String) arguments[0]);
            case "getContentType" -> headers.get("content-type");
            case "setCharacterEncoding", "setContentLength", "setContentLengthLong", "flushBuffer" -> null;
            case "getCharacterEncoding" -> "UTF-8";
            case "getOutputStream" -> output;
            case "isCommitted" -> false;
            default -> throw new UnsupportedOperationException(method);
        };
    }

    private static final class Output extends ServletOutputStream {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        @Override
        public void write(int single) {
            bytes.write(single);
        }

        @Override
        public void write(byte[] from, int offset, int length) {
            bytes.write(from, offset, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException();
        }
    }
}
