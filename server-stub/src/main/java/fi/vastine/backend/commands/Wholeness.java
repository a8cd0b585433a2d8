package fi.vastine.backend.commands;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether all is there that the contract's records say is never absent; JSON may leave out anything. */
final class Wholeness {
    private static final String CONTRACT = "fi.vastine.contract.";

    private Wholeness() {}

    static boolean of(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().allMatch(Wholeness::of);
        }
        if (!(value instanceof Record) || !value.getClass().getName().startsWith(CONTRACT)) {
            return true;
        }
        return Arrays.stream(value.getClass().getRecordComponents()).allMatch(part -> whole(part, value));
    }

    private static boolean whole(RecordComponent component, Object owner) {
        Object value = read(component, owner);
        return value == null ? component.getAnnotatedType().isAnnotationPresent(Nullable.class) : of(value);
    }

    private static @Nullable Object read(RecordComponent component, Object owner) {
        try {
            return component.getAccessor().invoke(owner);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("A record of the contract cannot be read", e);
        }
    }
}
