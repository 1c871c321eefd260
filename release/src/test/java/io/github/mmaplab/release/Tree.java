package io.github.mmaplab.release;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A part of a file in YAML or JSON. */
record Tree(Object value) {
    static Tree read(Path file) throws IOException {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        Object value = new Yaml(new SafeConstructor(options)).load(Files.readString(file));
        return new Tree(requireNonNull(value, "the file is empty"));
    }

    /** The value of a key that must be there. */
    Tree at(Object key) {
        return new Tree(requireNonNull(((Map<?, ?>) value).get(key), () -> "there is no " + key + " in " + value));
    }

    Set<?> keys() {
        return ((Map<?, ?>) value).keySet();
    }

    /** The values of a map, or the elements of a list. */
    List<Tree> parts() {
        return (value instanceof Map<?, ?> map ? map.values() : (List<?>) value)
                .stream().map(Tree::new).toList();
    }
}
