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

    FileFacets(Values values, FacetContents contents) {
        this.values = values;
        this.contents = contents;
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
            case "size" -> size(location, entry);
            case "on-disk" -> onDisk(entry);
            default -> {
                FacetKeys.FILE.refuse(values.problems(), entry.key());
                yield null;
            }
        };
    }

    private @Nullable FileFacet size(Location.InFile location, Node.Entry entry) {
        if (!location.whole()) {
            values.problems()
                    .add(
                            Code.FACET_OUT_OF_PLACE,
                            entry.key().span(),
                            "`size` is about a whole file, but `" + location.written() + "` is a place in one",
                            "expect it of `" + location.file() + "`");
        }
        Long size = values.seen().size(entry.value(), "`size`");
        return size == null
                ? null
                : new FileFacet.SizeIs(size, entry.key().span(), entry.value().span());
    }

    private @Nullable FileFacet onDisk(Node.Entry entry) {
        Content content = contents.something(entry.value(), "`on-disk`");
        return content == null
                ? null
                : new FileFacet.OnDisk(
                        content, entry.key().span(), entry.value().span());
    }
}
