package io.github.mmaplab.lab;

import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.scenario.model.Content;

/** A file of a {@link Machine}, and what somebody outside the processes does to it. Its calls throw as the machine says. */
public final class SimulatedFile {
    private final Machine machine;
    private final String name;
    private final Ending ending;

    SimulatedFile(Machine machine, String name, Ending ending) {
        this.machine = machine;
        this.name = name;
        this.ending = ending;
    }

    /** For one call, which is to return this error. */
    public SimulatedFile failing(Errno errno) {
        return new SimulatedFile(machine, name, new Ending("fails: " + errno.word()));
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

    /** read(2) of so many bytes, at least one, {@code offset} bytes from the beginning, at least 0. */
    public SimulatedFile read(long offset, long length) {
        return step("read", Yaml.map(at(offset), Long.toString(length)));
    }

    /** ftruncate(2) to so many bytes, at least 0: shorter, or longer. */
    public SimulatedFile truncate(long size) {
        return step("truncate", Yaml.map(name, Long.toString(size)));
    }

    /** fallocate(2), punch hole and keep size: so many bytes, {@code offset} bytes from the beginning. */
    public SimulatedFile punch(long offset, long length) {
        return step("punch", Yaml.map(at(offset), Long.toString(length)));
    }

    /** unlink(2): the name is gone, and mappings keep the file. */
    public SimulatedFile unlink() {
        return step("unlink", Yaml.scalar(name));
    }

    /** fsync(2): what has been written reaches the disk. */
    public SimulatedFile sync() {
        return step("sync", Yaml.scalar(name));
    }

    private String at(long offset) {
        return offset == 0 ? name : name + "+" + offset;
    }

    private SimulatedFile step(String verb, String target) {
        machine.step(verb + ": " + target, ending);
        return new SimulatedFile(machine, name, Ending.SUCCESS);
    }
}
