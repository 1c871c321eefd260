package io.github.mmaplab.kernel;

import io.github.mmaplab.abi.Argument;
import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.FileCall;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.NameId;
import io.github.mmaplab.abi.Names;
import io.github.mmaplab.abi.Outcome;
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

    Outcome sync() {
        return call(FileCall.SYNC, 0, 0);
    }

    /** rename(2) to the name of another file. */
    Outcome rename(TestFile other) {
        Names names = new Names(new NameId(id.number()), new NameId(other.id.number()));
        return machine.perform(new OnFile(id, 0, 0, FileCall.RENAME, names));
    }

    private Outcome call(FileCall call, long offset, long length) {
        Argument argument = call == FileCall.UNLINK ? Names.of(new NameId(id.number())) : Argument.NONE;
        return machine.perform(new OnFile(id, offset, length, call, argument));
    }

    long size() {
        return machine.kernel().size(id);
    }
}
