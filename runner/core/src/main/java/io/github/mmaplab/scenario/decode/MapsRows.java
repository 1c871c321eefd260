package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.abi.Protection;
import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Named;
import io.github.mmaplab.scenario.model.Perms;
import io.github.mmaplab.scenario.model.ProcessFacet;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads the rows of {@code maps}. */
final class MapsRows {
    static final List<String> KEYS = List.of("at", "length", "perms", "file", "offset");
    private static final String EXAMPLE = "{ at: p, length: 2 pages, perms: rw-p }";

    private final Values values;
    private final Locations locations;

    MapsRows(Values values, Locations locations) {
        this.values = values;
        this.locations = locations;
    }

    /** The rows of a list, which may be empty: no mappings. */
    @Nullable
    List<ProcessFacet.Maps.Row> decode(Named process, Node node) {
        Node.Sequence list = values.seen().shapes().sequence(node, "`maps`", "a list of mappings: [" + EXAMPLE + "]");
        if (list == null) {
            return null;
        }
        int before = values.problems().errors();
        List<ProcessFacet.Maps.Row> rows = new ArrayList<>();
        for (Node item : list.items()) {
            Node.Mapping map = values.shapes().mapping(item, "a row of `maps`", EXAMPLE);
            if (map != null) {
                rows.add(row(process, map));
            }
        }
        return values.problems().errors() == before ? rows : null;
    }

    private ProcessFacet.Maps.Row row(Named process, Node.Mapping map) {
        Fields fields = new Fields(values.problems(), "a row of `maps`", map.span(), map, KEYS);
        return new ProcessFacet.Maps.Row(
                at(process, fields.get("at")),
                size(fields, "length"),
                perms(fields.get("perms")),
                file(fields.get("file")),
                size(fields, "offset"),
                map.span());
    }

    private OptionalLong size(Fields fields, String key) {
        Node node = fields.get(key);
        Long size = node == null ? null : values.size(node, "`" + key + "`");
        return size == null ? OptionalLong.empty() : OptionalLong.of(size);
    }

    private Optional<String> file(@Nullable Node node) {
        Node.Scalar scalar = node == null ? null : values.shapes().scalar(node, "`file`", "a file's name");
        Named file = scalar == null ? null : locations.fileName(scalar);
        return file == null ? Optional.empty() : Optional.of(file.name());
    }

    /** Where a row begins: in the process's own words, {@code p + 1 page}, or with its name before them. */
    private Optional<Location.InMemory> at(Named process, @Nullable Node node) {
        Node.Scalar scalar = node == null ? null : values.shapes().scalar(node, "`at`", "a mapping's name: p");
        if (scalar == null) {
            return Optional.empty();
        }
        Written written = Written.of(scalar.text());
        Node.Scalar full = written.mapping().isEmpty()
                ? new Node.Scalar(process.name() + "." + scalar.text(), false, scalar.span())
                : scalar;
        return Optional.ofNullable(locations.memory(full));
    }

    private Optional<Perms> perms(@Nullable Node node) {
        Node.Scalar scalar = node == null ? null : values.shapes().scalar(node, "`perms`", "four letters: rw-p");
        if (scalar == null) {
            return Optional.empty();
        }
        String text = scalar.text();
        boolean good = text.length() == 4
                && "r-".indexOf(text.charAt(0)) >= 0
                && "w-".indexOf(text.charAt(1)) >= 0
                && "x-".indexOf(text.charAt(2)) >= 0
                && "ps".indexOf(text.charAt(3)) >= 0;
        if (!good) {
            values.problems()
                    .add(
                            Code.INVALID_PROTECTION,
                            scalar.span(),
                            "`" + text + "` are no permissions as /proc/PID/maps shows them",
                            "write r or -, w or -, x or -, and p (private) or s (shared): rw-p");
            return Optional.empty();
        }
        Protection prot = new Protection(text.charAt(0) == 'r', text.charAt(1) == 'w', text.charAt(2) == 'x');
        return Optional.of(new Perms(prot, text.charAt(3) == 's'));
    }
}
