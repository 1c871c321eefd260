package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.scenario.model.Content;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Named;
import io.github.mmaplab.scenario.model.Step;
import io.github.mmaplab.scenario.model.StepInfo;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads the verbs that move bytes, and those that change a file. */
final class AccessVerbs {
    private static final List<String> LENGTH = List.of("length");

    private final Values values;
    private final Locations locations;
    private final Contents contents;
    private final Targets targets;

    AccessVerbs(Values values, Locations locations, Contents contents, Targets targets) {
        this.values = values;
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
            OptionalLong length = targets.length(argument(verb, target), "length");
            if (location != null && length != null) {
                read.add(new Step.Read.Target(location, length.orElse(1), target.span()));
            }
        }
        return new Step.Read(info, read);
    }

    Step punch(StepInfo info, Node.Scalar verb, Node value) {
        List<Step.Punch.Target> holes = new ArrayList<>();
        for (Targets.Target target : targets.bareOrMap(verb, value, "{ data.txt+1 page: 1 page }")) {
            Location.InFile from = locations.file(target.name());
            OptionalLong length = targets.length(argument(verb, target), "length");
            if (from != null && length != null) {
                holes.add(new Step.Punch.Target(from, length, target.span()));
            }
        }
        return new Step.Punch(info, holes);
    }

    /** The length behind a name, whether it stands alone or in a map. */
    private @Nullable Node argument(Node.Scalar verb, Targets.Target target) {
        Fields fields = targets.fields(verb, target, LENGTH);
        return fields == null ? target.argument() : fields.get("length");
    }

    Step truncate(StepInfo info, Node.Scalar verb, Node value) {
        List<Step.Truncate.Target> truncated = new ArrayList<>();
        for (Targets.Target target : targets.map(verb, value, "{ data.txt: 1 page }")) {
            Named file = locations.fileName(target.name());
            Node argument = target.argument();
            Long size = argument == null ? null : values.size(argument, "the new size");
            if (file != null && size != null) {
                truncated.add(new Step.Truncate.Target(file, size, target.span()));
            }
        }
        return new Step.Truncate(info, truncated);
    }

    @Nullable
    Step unlink(StepInfo info, Node.Scalar verb, Node value) {
        Named file = file(verb, value);
        return file == null ? null : new Step.Unlink(info, file);
    }

    @Nullable
    Step sync(StepInfo info, Node.Scalar verb, Node value) {
        Named file = file(verb, value);
        return file == null ? null : new Step.Sync(info, file);
    }

    private @Nullable Named file(Node.Scalar verb, Node value) {
        Node.Scalar name = values.shapes()
                .scalar(value, "what `" + verb.text() + "` is applied to", "`" + verb.text() + ": data.txt`");
        return name == null ? null : locations.fileName(name);
    }
}
