package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.abi.Word;
import io.github.mmaplab.scenario.model.Property;
import io.github.mmaplab.scenario.model.PropertyIs;
import io.github.mmaplab.scenario.syntax.Node;
import org.jspecify.annotations.Nullable;

/** Reads the facets that are properties. */
final class PropertyReader {
    private final Values values;

    PropertyReader(Values values) {
        this.values = values.seen();
    }

    /** The property that is expected of something; null for what is reported, and for a key that is none. */
    @Nullable
    PropertyIs read(FacetKeys keys, Node.Entry entry) {
        Property property = keys.property(entry.key().text());
        if (property == null) {
            keys.refuse(values.problems(), entry.key());
            return null;
        }
        Object value = value(property, entry.value());
        return value == null
                ? null
                : new PropertyIs(
                        property, text(value), entry.key().span(), entry.value().span());
    }

    private @Nullable Object value(Property property, Node node) {
        String what = "`" + property.word() + "`";
        return switch (property.kind()) {
            case YES_NO -> values.truth(node, what);
            case SIZE -> values.size(node, what);
            case COUNT -> values.count(node, what);
            case EXIT_CODE -> values.exitCode(node, what);
            case PROTECTION -> values.prot(node, what);
            case SHARING -> values.word(Lexicon.MADE, node, what);
            case SIGNAL -> values.word(Lexicon.SIGNALS, node, what);
        };
    }

    private static String text(Object value) {
        if (value instanceof Word word) {
            return word.word();
        }
        return value instanceof Long number ? Long.toUnsignedString(number) : value.toString();
    }
}
