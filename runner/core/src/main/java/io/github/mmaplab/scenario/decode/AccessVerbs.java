package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.scenario.model.Carried;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Step;
import io.github.mmaplab.scenario.model.StepInfo;
import io.github.mmaplab.scenario.model.Value;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads the verbs that move bytes. */
final class AccessVerbs {
    /** The keys of what is read. */
    static final List<String> READ = List.of("length", "into");

    private final Values values;
    private final Scope scope;
    private final Locations locations;
    private final CarriedValues written;
    private final Targets targets;

    AccessVerbs(Values values, Scope scope, Locations locations, Contents contents, Targets targets) {
        this.values = values;
        this.scope = scope;
        this.locations = locations;
        this.written = new CarriedValues(values, locations, contents);
        this.targets = targets;
    }

    Step write(StepInfo info, Node.Scalar verb, Node value) {
        List<Step.Write.Target> all = new ArrayList<>();
        for (Targets.Target target : targets.map(verb, value, "{ alice.p: HELLO }")) {
            Location location = locations.any(target.name());
            Node argument = target.argument();
            Value bytes = argument == null ? null : written.decode(argument);
            if (location != null && bytes != null) {
                all.add(new Step.Write.Target(location, bytes, target.span()));
            }
        }
        return new Step.Write(info, all);
    }

    Step read(StepInfo info, Node.Scalar verb, Node value) {
        List<Step.Read.Target> all = new ArrayList<>();
        for (Targets.Target target : targets.bareOrMap(verb, value, "{ alice.p: 2 pages }")) {
            Location location = locations.any(target.name());
            Fields fields = targets.fields(verb, target, READ);
            Node given = fields == null ? target.argument() : fields.get("length");
            OptionalLong length = targets.length(given, "`length`");
            Node.Scalar register = register(fields == null ? null : fields.get("into"));
            if (location != null && length != null) {
                all.add(read(target, location, length.orElse(1), register));
            }
        }
        return new Step.Read(info, all);
    }

    private Node.@Nullable Scalar register(@Nullable Node into) {
        Node.Scalar name = into == null
                ? null
                : values.shapes().scalar(into, "`into`", "the name of a register: `{ alice.p: { into: r } }`");
        return name != null && Names.REGISTER.check(values.problems(), name) ? name : null;
    }

    private Step.Read.Target read(
            Targets.Target target, Location location, long length, Node.@Nullable Scalar register) {
        Optional<Location.InRegister> into = Optional.empty();
        if (register != null && location instanceof Location.InMemory memory) {
            if (length < 1 || length > Carried.MOST_BYTES) {
                values.problems()
                        .add(
                                Code.INVALID_SIZE,
                                target.span(),
                                "a register has 1 to " + Carried.MOST_BYTES + " bytes, and "
                                        + Long.toUnsignedString(length) + " are read",
                                "read less into it");
            } else if (scope.addRegister(memory.process(), register, (int) length)) {
                into = Optional.of(new Location.InRegister(
                        memory.process(),
                        register.text(),
                        (int) length,
                        memory.process() + "." + register.text(),
                        register.span()));
            }
        } else if (register != null) {
            values.problems()
                    .add(
                            Code.WRONG_KIND_OF_NAME,
                            register.span(),
                            "`" + target.name().text() + "` is a file, which a process outside the scenario reads:"
                                    + " it has no registers",
                            "map the file, and read the mapping into the register");
        }
        return new Step.Read.Target(location, length, into, target.span());
    }
}
