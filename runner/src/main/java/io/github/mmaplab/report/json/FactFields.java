package io.github.mmaplab.report.json;

import io.github.mmaplab.abi.Argument;
import io.github.mmaplab.abi.Call;
import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.Protection;
import io.github.mmaplab.explain.Names;
import io.github.mmaplab.explain.Reason;
import io.github.mmaplab.explain.fact.Deed;
import io.github.mmaplab.explain.fact.Fact;
import io.github.mmaplab.explain.fact.Unseen;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a fact, with the names of the scenario. They are all components of its record, so that no kind of fact
 * can be forgotten. Processes, files and places have names, physical pages have numbers. Empty components are left out.
 */
final class FactFields {

    private static final Set<String> ADDRESSES = Set.of("address", "at", "start", "from", "to");
    private static final Set<String> ACTS = Set.of("by");
    private static final int MOST_BYTES = 64;

    private final Names names;
    private final int act;
    private @Nullable ProcessId process;

    private FactFields(Names names, int act) {
        this.names = names;
        this.act = act;
    }

    static Map<String, Object> of(Reason reason) {
        Fact fact = reason.fact();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("about", fact instanceof Deed ? "deed" : fact instanceof Unseen ? "unseen" : "state");
        fields.putAll(new FactFields(reason.names(), fact.act()).record((Record) fact));
        fields.remove("act");
        return fields;
    }

    private Map<String, Object> record(Record record) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", dashed(record.getClass().getSimpleName()));
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = value(component, record);
            process = value instanceof ProcessId id ? id : process;
            if (value != null) {
                fields.put(dashed(component.getName()), json(component.getName(), value));
            }
        }
        return fields;
    }

    /** The value of a component, without the {@link Optional} around it; null if it is empty. */
    private static @Nullable Object value(RecordComponent component, Record record) {
        try {
            Object value = component.getAccessor().invoke(record);
            return value instanceof Optional<?> optional ? optional.orElse(null) : value;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a component of a record can't be read", e);
        }
    }

    private Object json(String name, Object value) {
        if (value instanceof Long number && ADDRESSES.contains(name) && process != null) {
            return names.fullPlace(act, process, number);
        } else if (value instanceof Integer number && ACTS.contains(name)) {
            return names.step(number);
        } else if (value instanceof ProcessId id) {
            return names.of(id);
        } else if (value instanceof FileId id) {
            return names.of(id);
        } else if (value instanceof FrameId frame) {
            return frame.number();
        } else if (value instanceof Data data) {
            return bytes(data);
        } else if (value instanceof Protection protection) {
            return protection.letters();
        } else if (value instanceof Call call) {
            return call.word();
        } else if (value instanceof Argument argument) {
            return argument.inC();
        } else if (value instanceof List<?> list) {
            return list(name, list);
        } else if (value instanceof Enum<?> word) {
            return word.name();
        }
        return value instanceof Record record ? record(record) : value;
    }

    private List<Object> list(String name, List<?> list) {
        List<Object> values = new ArrayList<>();
        for (Object each : list) {
            values.add(each instanceof Integer number && name.equals("acts") ? names.step(number) : json(name, each));
        }
        return values;
    }

    private static Map<String, Object> bytes(Data data) {
        byte[] bytes = new byte[(int) Math.min(MOST_BYTES, data.length())];
        data.copy(0, bytes, 0, bytes.length);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("length", data.length());
        fields.put("hex", HexFormat.of().formatHex(bytes));
        return fields;
    }

    private static String dashed(String camel) {
        return camel.replaceAll("(?<=[a-z])([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
