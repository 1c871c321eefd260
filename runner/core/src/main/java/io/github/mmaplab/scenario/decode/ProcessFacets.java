package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.scenario.model.Named;
import io.github.mmaplab.scenario.model.ProcessFacet;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what is expected of a process. */
final class ProcessFacets {
    private final MapsRows rows;
    private final PropertyReader properties;

    ProcessFacets(MapsRows rows, PropertyReader properties) {
        this.rows = rows;
        this.properties = properties;
    }

    List<ProcessFacet> decode(Named process, Node.Mapping map) {
        List<ProcessFacet> facets = new ArrayList<>();
        for (Node.Entry entry : map.entries()) {
            ProcessFacet facet = facet(process, entry);
            if (facet != null) {
                facets.add(facet);
            }
        }
        return facets;
    }

    private @Nullable ProcessFacet facet(Named process, Node.Entry entry) {
        if (!entry.key().text().equals("maps")) {
            return properties.read(FacetKeys.PROCESS, entry);
        }
        List<ProcessFacet.Maps.Row> maps = rows.decode(process, entry.value());
        return maps == null
                ? null
                : new ProcessFacet.Maps(maps, entry.key().span(), entry.value().span());
    }
}
