package io.github.mmaplab.lab;

import io.github.mmaplab.abi.Argument;
import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.FileCall;
import io.github.mmaplab.abi.Flags;
import io.github.mmaplab.abi.Seal;
import io.github.mmaplab.scenario.model.Content;
import java.util.List;

/** A file of a {@link Machine}, and the calls on it from outside the processes. They throw as described there. */
public final class SimulatedFile {
    private final Machine machine;
    private final String name;
    private final Ending ending;

    SimulatedFile(Machine machine, String name, Ending ending) {
        this.machine = machine;
        this.name = name;
        this.ending = ending;
    }

    /** Expects this error of one call. */
    public SimulatedFile failing(Errno errno) {
        return new SimulatedFile(machine, name, new Ending("fails: " + errno.word()));
    }

    /** Expects this number of bytes, at least 0, of one {@code read} or {@code write}. */
    public SimulatedFile returning(long count) {
        return new SimulatedFile(machine, name, new Ending("returns: " + count));
    }

    /** write(2) of a text in UTF-8 at the beginning. */
    public SimulatedFile write(String text) {
        return write(0, text);
    }

    /** write(2) of a text in UTF-8, {@code offset} bytes from the beginning, at least 0. */
    public SimulatedFile write(long offset, String text) {
        return write(offset, new Content.Text(text));
    }

    /** write(2) of any content, {@code offset} bytes from the beginning, at least 0. */
    public SimulatedFile write(long offset, Content content) {
        return step("write", Yaml.map(at(offset), Yaml.value(content)));
    }

    /** read(2) of this many bytes, at least 1, at {@code offset}, at least 0. */
    public SimulatedFile read(long offset, long length) {
        return step("read", Yaml.map(at(offset), Long.toString(length)));
    }

    /** A call on the whole file. */
    public SimulatedFile call(FileCall call) {
        return step(call.word(), Yaml.scalar(name));
    }

    /** A call on this many bytes at {@code offset}, at least 0; or one that sets the size, with 0 as the offset. */
    public SimulatedFile call(FileCall call, long offset, long length, Argument argument) {
        String bytes = Long.toString(length);
        String how = argument == Argument.NONE
                ? bytes
                : Yaml.map(List.of("length: " + bytes, call.takes().key() + ": " + argument.written()));
        return step(call.word(), Yaml.map(at(offset), how));
    }

    /** ftruncate(2) to this many bytes, at least 0, fewer or more than before. */
    public SimulatedFile truncate(long size) {
        return call(FileCall.TRUNCATE, 0, size, Argument.NONE);
    }

    /** fallocate(2) with FALLOC_FL_PUNCH_HOLE and FALLOC_FL_KEEP_SIZE of {@code length} bytes at {@code offset}. */
    public SimulatedFile punch(long offset, long length) {
        return call(FileCall.PUNCH, offset, length, Argument.NONE);
    }

    /** fcntl(2) with F_ADD_SEALS: what these seals forbid can no longer be done. */
    public SimulatedFile seal(Seal... seals) {
        return step(FileCall.SEAL.word(), Yaml.map(name, Flags.of(seals).written()));
    }

    /** unlink(2): the name is removed, and mappings keep the file. */
    public SimulatedFile unlink() {
        return call(FileCall.UNLINK);
    }

    /** fsync(2): what was written reaches the disk. */
    public SimulatedFile sync() {
        return call(FileCall.SYNC);
    }

    private String at(long offset) {
        return offset == 0 ? name : name + "+" + offset;
    }

    private SimulatedFile step(String verb, String target) {
        machine.step(verb + ": " + target, ending);
        return new SimulatedFile(machine, name, Ending.SUCCESS);
    }
}
