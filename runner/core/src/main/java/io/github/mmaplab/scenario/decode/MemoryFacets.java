package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.MemoryFacet;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what is expected of memory. */
final class MemoryFacets {
    private final Values values;
    private final Locations locations;
    private final Signals signals;
    private final FacetContents contents;
    private final PropertyReader properties;

    MemoryFacets(
            Values values, Locations locations, Signals signals, FacetContents contents, PropertyReader properties) {
        this.values = values;
        this.locations = locations;
        this.signals = signals;
        this.contents = contents;
        this.properties = properties;
    }

    List<MemoryFacet> decode(Node.Scalar target, Node.Mapping map) {
        Fields fields = new Fields(values.problems(), "memory", target.span(), map);
        contents.refuseStrayLength(fields);
        List<MemoryFacet> facets = new ArrayList<>();
        for (Node.Entry entry : map.entries()) {
            MemoryFacet facet = facet(entry, fields);
            if (facet != null) {
                facets.add(facet);
            }
        }
        return facets;
    }

    private @Nullable MemoryFacet facet(Node.Entry entry, Fields fields) {
        String key = entry.key().text();
        return switch (key) {
            case "text", "hex", "zeros", "fill" -> contents.form(entry, fields);
            case "length" -> null;
            case "one-of" -> contents.oneOf(entry);
            case "raises" -> raises(entry);
            case "same-page-as", "not-same-page-as", "at" -> ofTwo(entry);
            default -> properties.read(FacetKeys.MEMORY, entry);
        };
    }

    private @Nullable MemoryFacet raises(Node.Entry entry) {
        Signals.Raised raised = signals.raised(entry.value());
        return raised == null
                ? null
                : new MemoryFacet.Raises(
                        raised.signal(),
                        raised.code(),
                        entry.key().span(),
                        entry.value().span());
    }

    private @Nullable MemoryFacet ofTwo(Node.Entry entry) {
        Node.Scalar scalar =
                values.shapes().scalar(entry.value(), "`" + entry.key().text() + "`", "a location in memory: bob.q");
        Location.InMemory other = scalar == null ? null : locations.memory(scalar);
        if (other == null) {
            return null;
        }
        Span key = entry.key().span();
        Span value = entry.value().span();
        return switch (entry.key().text()) {
            case "same-page-as" -> new MemoryFacet.SamePageAs(other, key, value);
            case "not-same-page-as" -> new MemoryFacet.NotSamePageAs(other, key, value);
            default -> new MemoryFacet.At(other, key, value);
        };
    }
}
