package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.abi.Signal;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.scenario.model.Named;
import io.github.mmaplab.scenario.model.ProcessFacet;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what is expected of a process. */
final class ProcessFacets {
    private final Values values;
    private final MapsRows rows;

    ProcessFacets(Values values, MapsRows rows) {
        this.values = values.seen();
        this.rows = rows;
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
        Span key = entry.key().span();
        Span span = entry.value().span();
        return switch (entry.key().text()) {
            case "alive" -> {
                Boolean alive = values.truth(entry.value(), "`alive`");
                yield alive == null ? null : new ProcessFacet.Alive(alive, key, span);
            }
            case "exit-code" -> {
                Integer code = values.exitCode(entry.value(), "`exit-code`");
                yield code == null ? null : new ProcessFacet.ExitCode(code, key, span);
            }
            case "killed-by" -> {
                Signal signal = values.word(Lexicon.SIGNALS, entry.value(), "`killed-by`");
                yield signal == null ? null : new ProcessFacet.KilledBy(signal, key, span);
            }
            case "maps" -> {
                List<ProcessFacet.Maps.Row> maps = rows.decode(process, entry.value());
                yield maps == null ? null : new ProcessFacet.Maps(maps, key, span);
            }
            default -> {
                FacetKeys.PROCESS.refuse(values.problems(), entry.key());
                yield null;
            }
        };
    }
}
