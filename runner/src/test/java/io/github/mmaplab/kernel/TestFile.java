package io.github.mmaplab.kernel;

import io.github.mmaplab.abi.Argument;
import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.FileCall;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.Flags;
import io.github.mmaplab.abi.NameId;
import io.github.mmaplab.abi.Names;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.Seal;
import io.github.mmaplab.kernel.call.OnFile;
import io.github.mmaplab.kernel.call.ReadFile;
import io.github.mmaplab.kernel.call.WriteFile;
import java.nio.charset.StandardCharsets;

/** A file of a {@link TestMachine}, and somebody who has it open. */
record TestFile(TestMachine machine, FileId id) {

    /** pwrite(2). */
    Outcome write(long offset, String text) {
        return machine.perform(new WriteFile(id, offset, Data.of(text.getBytes(StandardCharsets.ISO_8859_1))));
    }

    /** pread(2). */
    Outcome read(long offset, long length) {
        return machine.perform(new ReadFile(id, offset, length));
    }

    Outcome truncate(long size) {
        return call(FileCall.TRUNCATE, 0, size);
    }

    Outcome punch(long offset, long length) {
        return call(FileCall.PUNCH, offset, length);
    }

    Outcome unlink() {
        return call(FileCall.UNLINK, 0, 0);
    }

    Outcome seal(Seal... seals) {
        return machine.perform(new OnFile(id, 0, 0, FileCall.SEAL, Flags.of(seals)));
    }

    Outcome sync() {
        return call(FileCall.SYNC, 0, 0);
    }

    /** open(2) with O_CREAT and O_EXCL: another file with the name that this one has from the beginning. */
    Outcome make() {
        return machine.perform(new OnFile(new FileId(id.number() + 1000), 0, 0, FileCall.CREATE, Names.of(name())));
    }

    /** link(2): this file is to have the name of another one too. */
    Outcome link(TestFile other) {
        return machine.perform(new OnFile(id, 0, 0, FileCall.LINK, new Names(name(), other.name())));
    }

    /** rename(2) to the name of another file. */
    Outcome rename(TestFile other) {
        return machine.perform(new OnFile(id, 0, 0, FileCall.RENAME, new Names(name(), other.name())));
    }

    private NameId name() {
        return new NameId(id.number());
    }

    private Outcome call(FileCall call, long offset, long length) {
        Argument argument = call == FileCall.UNLINK ? Names.of(name()) : Argument.NONE;
        return machine.perform(new OnFile(id, offset, length, call, argument));
    }

    long size() {
        return machine.kernel().size(id);
    }
}
