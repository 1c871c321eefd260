package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.scenario.model.Content;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Step;
import io.github.mmaplab.scenario.model.StepInfo;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads the verbs that move bytes. */
final class AccessVerbs {
    private static final List<String> LENGTH = List.of("length");

    private final Locations locations;
    private final Contents contents;
    private final Targets targets;

    AccessVerbs(Locations locations, Contents contents, Targets targets) {
        this.locations = locations;
        this.contents = contents;
        this.targets = targets;
    }

    Step write(StepInfo info, Node.Scalar verb, Node value) {
        List<Step.Write.Target> written = new ArrayList<>();
        for (Targets.Target target : targets.map(verb, value, "{ alice.p: HELLO }")) {
            Location location = locations.any(target.name());
            Node argument = target.argument();
            Content content = argument == null ? null : contents.content(argument, "what is written");
            if (location != null && content != null) {
                written.add(new Step.Write.Target(location, content, target.span()));
            }
        }
        return new Step.Write(info, written);
    }

    Step read(StepInfo info, Node.Scalar verb, Node value) {
        List<Step.Read.Target> read = new ArrayList<>();
        for (Targets.Target target : targets.bareOrMap(verb, value, "{ alice.p: 2 pages }")) {
            Location location = locations.any(target.name());
            OptionalLong length = targets.length(argument(verb, target), "`length`");
            if (location != null && length != null) {
                read.add(new Step.Read.Target(location, length.orElse(1), target.span()));
            }
        }
        return new Step.Read(info, read);
    }

    /** The length behind a name, whether it stands alone or in a map. */
    private @Nullable Node argument(Node.Scalar verb, Targets.Target target) {
        Fields fields = targets.fields(verb, target, LENGTH);
        return fields == null ? target.argument() : fields.get("length");
    }
}
