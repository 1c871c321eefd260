package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.abi.CrashModel;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what a scenario says of the machine that it is played on. */
final class MachineKeys {
    private static final String CRASH = "crash";

    private final Values values;

    MachineKeys(Values values) {
        this.values = values;
    }

    /** What a crash may leave; the usual model where nothing is said, or what is said can't be read. */
    CrashModel crash(@Nullable Node node) {
        Node.Mapping map = node == null
                ? null
                : values.shapes().mapping(node, "`machine`", "what the machine is like: { crash: posix }");
        if (map == null) {
            return CrashModel.EXT4_ORDERED;
        }
        Node.Mapping simulated = NotSimulated.withoutParts(values.problems(), map, NotSimulated.MACHINE);
        Fields fields = new Fields(values.problems(), "`machine`", map.span(), simulated, List.of(CRASH));
        Node model = fields.get(CRASH);
        CrashModel read = model == null ? null : values.word(Lexicon.CRASH_MODELS, model, "`crash`");
        return read == null ? CrashModel.EXT4_ORDERED : read;
    }
}
