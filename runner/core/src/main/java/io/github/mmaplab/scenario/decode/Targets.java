package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.abi.TransferCall;
import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Range;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes apart what stands behind a verb: a bare name, or a map from names to arguments. */
final class Targets {
    /** The keys of what stands behind the names that a verb is applied to. */
    private static final Set<String> ARGUMENTS = Stream.of(
                    Stream.of(
                            Mappings.KEYS,
                            DescriptorVerbs.OPEN,
                            DescriptorVerbs.transferKeys(TransferCall.PREAD),
                            DescriptorVerbs.transferKeys(TransferCall.PWRITE),
                            MemoryVerbs.MREMAP,
                            Contents.KEYS,
                            AccessVerbs.READ,
                            CarriedValues.KEYS),
                    CallVerbs.calls().stream().map(CallVerbs::keys))
            .flatMap(lists -> lists)
            .flatMap(List::stream)
            .collect(Collectors.toUnmodifiableSet());

    private final Values values;
    private final Locations locations;

    Targets(Values values, Locations locations) {
        this.values = values;
        this.locations = locations;
    }

    /**
     * A name and its argument.
     *
     * @param name what the verb is applied to
     * @param argument what stands behind it; null where the name stands alone
     */
    record Target(Node.Scalar name, @Nullable Node argument) {
        /** The argument, or the name that stands alone. */
        Span span() {
            return argument == null ? name.span() : argument.span();
        }
    }

    /** The target of a verb that takes a name and nothing else; none, if that is reported. */
    List<Target> bare(Node.Scalar verb, Node value, String example) {
        Node.Scalar name = values.shapes()
                .scalar(value, "what `" + verb.text() + "` is applied to", "`" + verb.text() + ": " + example + "`");
        return name == null ? List.of() : List.of(new Target(name, null));
    }

    /** The targets of a verb whose name may stand alone; none, if that is reported. */
    List<Target> bareOrMap(Node.Scalar verb, Node value, String example) {
        if (value instanceof Node.Scalar scalar && !scalar.isAbsent()) {
            return List.of(new Target(scalar, null));
        }
        return map(verb, value, "a name or a map", example);
    }

    /** The targets of a verb that needs an argument; none, if that is reported. */
    List<Target> map(Node.Scalar verb, Node value, String example) {
        return map(verb, value, "a map", example);
    }

    private List<Target> map(Node.Scalar verb, Node value, String shape, String example) {
        String written = "`" + verb.text() + ": " + example + "`";
        if (!(value instanceof Node.Mapping map)) {
            values.shapes().refuse(value, "what `" + verb.text() + "` is applied to", shape, written);
            return List.of();
        }
        if (map.entries().isEmpty()) {
            values.problems()
                    .add(Code.NOTHING_GIVEN, map.span(), "`" + verb.text() + "` has no arguments", "write " + written);
        }
        List<Target> targets = new ArrayList<>(map.entries().size());
        Node.Mapping table = new Nesting(values.problems())
                .under(map, (owner, entry) -> ARGUMENTS.contains(entry.key().text()));
        for (Node.Entry entry : table.entries()) {
            if (entry.value() instanceof Node.Scalar scalar && scalar.isAbsent()) {
                values.problems()
                        .add(
                                Code.NOTHING_GIVEN,
                                scalar.span(),
                                "no value is given for `" + entry.key().text() + "`",
                                "write " + written);
            } else if (!(entry.value() instanceof Node.Broken)) {
                targets.add(new Target(entry.key(), entry.value()));
            }
        }
        return targets;
    }

    /** The entries of an argument that is a map; null if it is not. */
    @Nullable
    Fields fields(Node.Scalar verb, Target target, List<String> keys) {
        return target.argument() instanceof Node.Mapping map
                ? new Fields(
                        values.problems(),
                        "`" + verb.text() + "`",
                        target.name().span(),
                        map,
                        keys)
                : null;
    }

    /** Whether flags stand where a length does, in the words of the language or of C; reported. */
    boolean isFlag(@Nullable Node argument, Words<?> flags) {
        String meant = argument instanceof Node.Scalar scalar ? flags.inWords(scalar.text()) : "";
        if (argument == null || meant.isEmpty()) {
            return false;
        }
        values.problems()
                .add(
                        Code.INVALID_SIZE,
                        argument.span(),
                        "`" + argument.span().text() + "` is a flag, and a single value here is a length",
                        "write `{ flags: [" + meant + "] }`");
        return true;
    }

    /** A range of memory; its length may be absent. */
    @Nullable
    Range range(Node.Scalar name, @Nullable Node length, String key) {
        Location.InMemory from = locations.memory(name);
        OptionalLong bytes = length(length, "`" + key + "`");
        return from == null || bytes == null ? null : new Range(from, bytes);
    }

    /** A length that may be absent; null, if it is reported. */
    @Nullable
    OptionalLong length(@Nullable Node node, String what) {
        if (node == null) {
            return OptionalLong.empty();
        }
        Long length = values.size(node, what);
        return length == null ? null : OptionalLong.of(length);
    }
}
