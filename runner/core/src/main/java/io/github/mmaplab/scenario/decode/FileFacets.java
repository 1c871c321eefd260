package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.scenario.model.Content;
import io.github.mmaplab.scenario.model.FileFacet;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what is expected of a file. */
final class FileFacets {
    private final Values values;
    private final FacetContents contents;
    private final PropertyReader properties;

    FileFacets(Values values, FacetContents contents, PropertyReader properties) {
        this.values = values;
        this.contents = contents;
        this.properties = properties;
    }

    List<FileFacet> decode(Location.InFile location, Node.Mapping map) {
        Fields fields = new Fields(values.problems(), "a file", location.span(), map);
        contents.refuseStrayLength(fields);
        List<FileFacet> facets = new ArrayList<>();
        for (Node.Entry entry : map.entries()) {
            FileFacet facet = facet(location, entry, fields);
            if (facet != null) {
                facets.add(facet);
            }
        }
        return facets;
    }

    private @Nullable FileFacet facet(Location.InFile location, Node.Entry entry, Fields fields) {
        return switch (entry.key().text()) {
            case "text", "hex", "zeros", "fill" -> contents.form(entry, fields);
            case "length" -> null;
            case "one-of" -> contents.oneOf(entry);
            case "on-disk" -> onDisk(entry);
            default -> property(location, entry);
        };
    }

    private @Nullable FileFacet property(Location.InFile location, Node.Entry entry) {
        String key = entry.key().text();
        if (FacetKeys.FILE.property(key) != null && !location.whole()) {
            values.problems()
                    .add(
                            Code.FACET_OUT_OF_PLACE,
                            entry.key().span(),
                            "`" + key + "` is about a whole file, but `" + location.written() + "` is a place in one",
                            "expect it of `" + location.file() + "`");
        }
        return properties.read(FacetKeys.FILE, entry);
    }

    private @Nullable FileFacet onDisk(Node.Entry entry) {
        Content content = contents.something(entry.value(), "`on-disk`");
        return content == null
                ? null
                : new FileFacet.OnDisk(
                        content, entry.key().span(), entry.value().span());
    }
}
