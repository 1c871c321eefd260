package io.github.mmaplab.run;

import io.github.mmaplab.kernel.MappingView;
import io.github.mmaplab.kernel.abi.Advice;
import io.github.mmaplab.kernel.abi.Data;
import io.github.mmaplab.kernel.abi.FileKind;
import io.github.mmaplab.kernel.abi.MapFlag;
import io.github.mmaplab.kernel.abi.OpenMode;
import io.github.mmaplab.kernel.abi.ProcessStatus;
import io.github.mmaplab.kernel.abi.Protection;
import io.github.mmaplab.kernel.abi.RemapFlag;
import io.github.mmaplab.kernel.abi.Sharing;
import io.github.mmaplab.kernel.abi.SyncFlag;
import io.github.mmaplab.scenario.model.Content;
import io.github.mmaplab.scenario.model.Perms;
import io.github.mmaplab.scenario.model.Prot;
import java.util.EnumSet;
import java.util.Set;

/**
 * Words of the language in the kernel's terms, and back. The kernel does not know the language, so both have enums of
 * their own; equal things have equal names.
 */
final class Words {

    private Words() {}

    static Protection protection(Prot prot) {
        return new Protection(prot.read(), prot.write(), prot.execute());
    }

    static Prot prot(Protection protection) {
        return new Prot(protection.read(), protection.write(), protection.execute());
    }

    static Perms perms(MappingView mapping) {
        return new Perms(prot(mapping.protection()), mapping.shared());
    }

    static Sharing sharing(io.github.mmaplab.scenario.model.Sharing word) {
        return Sharing.valueOf(word.name());
    }

    static OpenMode open(io.github.mmaplab.scenario.model.OpenMode word) {
        return OpenMode.valueOf(word.name());
    }

    static Advice advice(io.github.mmaplab.scenario.model.Advice word) {
        return Advice.valueOf(word.name());
    }

    static FileKind kind(io.github.mmaplab.scenario.model.FileKind word) {
        return FileKind.valueOf(word.name());
    }

    static Set<MapFlag> mapFlags(Set<io.github.mmaplab.scenario.model.MapFlag> words) {
        Set<MapFlag> flags = EnumSet.noneOf(MapFlag.class);
        for (io.github.mmaplab.scenario.model.MapFlag word : words) {
            flags.add(MapFlag.valueOf(word.name()));
        }
        return flags;
    }

    static Set<RemapFlag> remapFlags(Set<io.github.mmaplab.scenario.model.RemapFlag> words) {
        Set<RemapFlag> flags = EnumSet.noneOf(RemapFlag.class);
        for (io.github.mmaplab.scenario.model.RemapFlag word : words) {
            flags.add(RemapFlag.valueOf(word.name()));
        }
        return flags;
    }

    static Set<SyncFlag> syncFlags(Set<io.github.mmaplab.scenario.model.SyncFlag> words) {
        Set<SyncFlag> flags = EnumSet.noneOf(SyncFlag.class);
        for (io.github.mmaplab.scenario.model.SyncFlag word : words) {
            flags.add(SyncFlag.valueOf(word.name()));
        }
        return flags;
    }

    /** The bytes of a content; what is repeated stays short. */
    static Data data(Content content) {
        if (content instanceof Content.Zeros) {
            return Data.repeated((byte) 0, content.length());
        }
        if (content instanceof Content.Fill fill) {
            return Data.repeated(fill.value(), content.length());
        }
        return Data.of(content.bytes(0, Math.toIntExact(content.length())));
    }

    /** How a process ended, or that it runs. */
    static String status(ProcessStatus status) {
        if (status instanceof ProcessStatus.Exited exited) {
            return "exited with code " + exited.code();
        }
        if (status instanceof ProcessStatus.Killed killed) {
            return "killed by " + killed.signal().name();
        }
        return "running";
    }
}
