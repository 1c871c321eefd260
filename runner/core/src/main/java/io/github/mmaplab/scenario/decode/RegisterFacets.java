package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.scenario.model.Content;
import io.github.mmaplab.scenario.model.ContentFacet;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what is expected of a register: its bytes, all of them. */
final class RegisterFacets {
    private final Values values;
    private final FacetContents contents;

    RegisterFacets(Values values, FacetContents contents) {
        this.values = values;
        this.contents = contents;
    }

    List<ContentFacet> decode(Location.InRegister register, Node.Mapping map) {
        Fields fields = new Fields(values.problems(), "a register", register.span(), map);
        contents.refuseStrayLength(fields);
        List<ContentFacet> facets = new ArrayList<>();
        for (Node.Entry entry : map.entries()) {
            ContentFacet facet = facet(entry, fields);
            if (facet != null) {
                facets.add(checked(register, facet));
            }
        }
        return facets;
    }

    private @Nullable ContentFacet facet(Node.Entry entry, Fields fields) {
        return switch (entry.key().text()) {
            case "text", "hex", "zeros", "fill" -> contents.form(entry, fields);
            case "length" -> null;
            case "one-of" -> contents.oneOf(entry);
            default -> {
                FacetKeys.REGISTER.refuse(values.problems(), entry.key());
                yield null;
            }
        };
    }

    /** The facet; one that can never hold, because the register has another length, is reported. */
    ContentFacet checked(Location.InRegister register, ContentFacet facet) {
        for (Content content : facet.contents()) {
            if (content.length() != register.length()) {
                String bytes = register.length() == 1 ? "1 byte" : register.length() + " bytes";
                values.problems()
                        .add(
                                Code.NEVER_EQUAL,
                                facet.value(),
                                "the register `" + register.written() + "` has " + bytes + ", and this has "
                                        + Long.toUnsignedString(content.length()),
                                "write all of the register, which is " + bytes + ", or read more into it");
                return facet;
            }
        }
        return facet;
    }
}
