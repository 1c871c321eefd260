package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.scenario.model.Carried;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Value;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a step writes: content, or bytes that are carried from somewhere else. */
final class CarriedValues {
    /** The keys of bytes that are carried. */
    static final List<String> KEYS = List.of("of", "plus", "length");

    private static final String EXAMPLE = "`{ of: alice.r, plus: 1 }`";

    private final Values values;
    private final Locations locations;
    private final Contents contents;

    CarriedValues(Values values, Locations locations, Contents contents) {
        this.values = values;
        this.locations = locations;
        this.contents = contents;
    }

    /** What is written; null if that is reported. */
    @Nullable
    Value decode(Node node) {
        if (!(node instanceof Node.Mapping map)
                || map.entries().stream()
                        .noneMatch(entry -> entry.key().text().equals("of")
                                || entry.key().text().equals("plus"))) {
            return contents.content(node, "what is written");
        }
        Fields fields = new Fields(values.problems(), "what is written", map.span(), map, KEYS);
        Node of = fields.require("of", "`of` and a location: " + EXAMPLE);
        Node.Scalar place =
                of == null ? null : values.shapes().scalar(of, "`of`", "a location or a register: " + EXAMPLE);
        Location from = place == null ? null : locations.source(place);
        Integer length = from == null ? null : length(from, fields.entry("length"));
        Long plus = plus(fields.get("plus"));
        return from == null || length == null || plus == null ? null : new Carried(from, length, plus);
    }

    private @Nullable Integer length(Location from, Node.@Nullable Entry given) {
        if (from instanceof Location.InRegister register) {
            if (given != null) {
                values.problems()
                        .add(
                                Code.KEYS_DISAGREE,
                                given.key().span(),
                                "a register has its own length: `" + register.written() + "` has " + register.length()
                                        + (register.length() == 1 ? " byte" : " bytes"),
                                "leave `length` out");
                return null;
            }
            return register.length();
        }
        if (given == null) {
            return 1;
        }
        Long length = values.size(given.value(), "`length`");
        if (length != null && (length < 1 || length > Carried.MOST_BYTES)) {
            values.problems()
                    .add(
                            Code.INVALID_SIZE,
                            given.value().span(),
                            "a step carries 1 to " + Carried.MOST_BYTES + " bytes, and not "
                                    + Long.toUnsignedString(length),
                            "carry less, in several steps");
            return null;
        }
        return length == null ? null : length.intValue();
    }

    /** What is added, 0 if nothing is given; null if that is reported. */
    private @Nullable Long plus(@Nullable Node node) {
        if (node == null) {
            return 0L;
        }
        Node.Scalar number = values.shapes().scalar(node, "`plus`", "a number: " + EXAMPLE);
        return number == null
                ? null
                : Numbers.read(values.problems(), number, "`plus` is a number, 0 or more; sums wrap around");
    }
}
