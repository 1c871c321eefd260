package io.github.mmaplab.run;

import io.github.mmaplab.scenario.model.Content;
import io.github.mmaplab.scenario.model.ContentIs;
import io.github.mmaplab.scenario.model.Facet;
import io.github.mmaplab.scenario.model.FileFacet;
import io.github.mmaplab.scenario.model.MachineFacet;
import io.github.mmaplab.scenario.model.MemoryFacet;
import io.github.mmaplab.scenario.model.OneOf;
import io.github.mmaplab.scenario.model.ProcessFacet;

/** The names of facets, as the language has them. */
final class FacetNames implements MemoryFacet.Visitor<String>, ProcessFacet.Visitor<String> {

    private static final FacetNames NAMES = new FacetNames();

    private FacetNames() {}

    static String of(Facet facet) {
        if (facet instanceof MemoryFacet memory) {
            return memory.accept(NAMES);
        }
        if (facet instanceof ProcessFacet process) {
            return process.accept(NAMES);
        }
        if (facet instanceof FileFacet) {
            return facet instanceof FileFacet.SizeIs ? "size" : "on-disk";
        }
        return facet instanceof MachineFacet.Pages ? "pages" : "copies";
    }

    @Override
    public String contentIs(ContentIs facet) {
        Content content = facet.content();
        if (content instanceof Content.Text) {
            return "text";
        }
        if (content instanceof Content.Hex) {
            return "hex";
        }
        return content instanceof Content.Zeros ? "zeros" : "fill";
    }

    @Override
    public String oneOf(OneOf facet) {
        return "one-of";
    }

    @Override
    public String raises(MemoryFacet.Raises facet) {
        return "raises";
    }

    @Override
    public String samePageAs(MemoryFacet.SamePageAs facet) {
        return "same-page-as";
    }

    @Override
    public String notSamePageAs(MemoryFacet.NotSamePageAs facet) {
        return "not-same-page-as";
    }

    @Override
    public String mapped(MemoryFacet.Mapped facet) {
        return "mapped";
    }

    @Override
    public String protIs(MemoryFacet.ProtIs facet) {
        return "prot";
    }

    @Override
    public String sharingIs(MemoryFacet.SharingIs facet) {
        return "sharing";
    }

    @Override
    public String resident(MemoryFacet.Resident facet) {
        return "resident";
    }

    @Override
    public String locked(MemoryFacet.Locked facet) {
        return "locked";
    }

    @Override
    public String alive(ProcessFacet.Alive facet) {
        return "alive";
    }

    @Override
    public String exitCode(ProcessFacet.ExitCode facet) {
        return "exit-code";
    }

    @Override
    public String killedBy(ProcessFacet.KilledBy facet) {
        return "killed-by";
    }

    @Override
    public String maps(ProcessFacet.Maps facet) {
        return "maps";
    }
}
