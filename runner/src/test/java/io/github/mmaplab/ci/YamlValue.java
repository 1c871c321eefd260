package io.github.mmaplab.ci;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.yaml.snakeyaml.Yaml;

/** A value in a YAML file. What is asked for must be there. */
record YamlValue(Object value) {
    /** What a file of the project says. */
    static YamlValue of(String file) throws IOException {
        return parse(Files.readString(Path.of("..").resolve(file)));
    }

    static YamlValue parse(String text) {
        return new YamlValue(Objects.<Object>requireNonNull(new Yaml().load(text)));
    }

    /** What stands under some keys, one in the other; a number is the place in a list. */
    YamlValue at(Object... keys) {
        Object found = value;
        for (Object key : keys) {
            Object inner = key instanceof Integer index ? ((List<?>) found).get(index) : ((Map<?, ?>) found).get(key);
            found = Objects.requireNonNull(inner, key.toString());
        }
        return new YamlValue(found);
    }

    List<YamlValue> items() {
        return ((List<?>) value).stream().<YamlValue>map(YamlValue::new).toList();
    }

    Set<String> keys() {
        return entries().keySet();
    }

    Map<String, String> entries() {
        Map<String, String> entries = new LinkedHashMap<>();
        ((Map<?, ?>) value).forEach((key, each) -> entries.put(String.valueOf(key), String.valueOf(each)));
        return entries;
    }

    String text() {
        return value.toString();
    }
}
