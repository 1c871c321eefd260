package io.github.mmaplab.kernel;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.kernel.call.Punch;
import io.github.mmaplab.kernel.call.ReadFile;
import io.github.mmaplab.kernel.call.Sync;
import io.github.mmaplab.kernel.call.Truncate;
import io.github.mmaplab.kernel.call.Unlink;
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
        return machine.perform(new Truncate(id, size));
    }

    Outcome punch(long offset, long length) {
        return machine.perform(new Punch(id, offset, length));
    }

    Outcome unlink() {
        return machine.perform(new Unlink(id));
    }

    Outcome sync() {
        return machine.perform(new Sync(id));
    }

    long size() {
        return machine.kernel().size(id);
    }
}
