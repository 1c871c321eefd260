package io.github.mmaplab.lab;

import io.github.mmaplab.abi.Advice;
import io.github.mmaplab.abi.Argument;
import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.Flags;
import io.github.mmaplab.abi.RangeCall;
import io.github.mmaplab.abi.RemapFlag;
import io.github.mmaplab.abi.Signal;
import io.github.mmaplab.abi.SignalCode;
import io.github.mmaplab.abi.SyncFlag;
import io.github.mmaplab.scenario.model.Content;
import java.util.List;

/**
 * A process of a {@link Machine}, and the calls that it makes; they throw as the machine says. A place is the name of one
 * of its mappings, with or without a way from its beginning: {@code p}, {@code p+1 page}. Without a length, a call is for
 * all from there to the end of what is mapped under the name.
 */
public final class SimulatedProcess {
    private final Machine machine;
    private final String name;
    private final Ending ending;

    SimulatedProcess(Machine machine, String name, Ending ending) {
        this.machine = machine;
        this.name = name;
        this.ending = ending;
    }

    /** For one call, which is to return this error. */
    public SimulatedProcess failing(Errno errno) {
        return ending("fails: " + errno.word());
    }

    /** For one access, which is to raise this signal; the process has a handler, and goes on. */
    public SimulatedProcess raising(Signal signal) {
        return ending("raises: " + signal.word());
    }

    /** The same, with the signal's code. */
    public SimulatedProcess raising(Signal signal, SignalCode code) {
        return ending("raises: { signal: " + signal.word() + ", code: " + code.word() + " }");
    }

    /** For one access, which is to raise this signal; the process ends of it. */
    public SimulatedProcess dyingOf(Signal signal) {
        return ending("dies: " + signal.word());
    }

    private SimulatedProcess ending(String written) {
        return new SimulatedProcess(machine, name, new Ending(written));
    }

    /** mmap(2). From then on the mapping goes by this name, in this process and its children to come. */
    public SimulatedProcess mmap(String mapping, Mapping how) {
        return step("mmap", Yaml.map(at(mapping), how.written()));
    }

    /** A call over the range of a name, or from a place in it to its end. */
    public SimulatedProcess call(RangeCall call, String place, Argument argument) {
        if (argument == Argument.NONE) {
            return step(call.word(), Yaml.scalar(at(place)));
        }
        String written = argument.written();
        return step(
                call.word(),
                Yaml.map(
                        at(place),
                        call.takes().isRequired()
                                ? written
                                : Yaml.map(call.takes().key(), written)));
    }

    /** A call over so many bytes. */
    public SimulatedProcess call(RangeCall call, String place, Argument argument, long length) {
        String bytes = Long.toString(length);
        String how = argument == Argument.NONE
                ? bytes
                : Yaml.map(List.of(call.takes().key() + ": " + argument.written(), "length: " + bytes));
        return step(call.word(), Yaml.map(at(place), how));
    }

    /** munmap(2). */
    public SimulatedProcess munmap(String place) {
        return call(RangeCall.MUNMAP, place, Argument.NONE);
    }

    /** munmap(2) of so many bytes. */
    public SimulatedProcess munmap(String place, long length) {
        return call(RangeCall.MUNMAP, place, Argument.NONE, length);
    }

    /**
     * mprotect(2).
     *
     * @param prot {@code none}, or letters of {@code rwx}
     */
    public SimulatedProcess mprotect(String place, String prot) {
        return step("mprotect", Yaml.map(at(place), Yaml.scalar(prot)));
    }

    /** mprotect(2) of so many bytes. */
    public SimulatedProcess mprotect(String place, String prot, long length) {
        String how = Yaml.map(List.of("prot: " + Yaml.scalar(prot), "length: " + length));
        return step("mprotect", Yaml.map(at(place), how));
    }

    /** mremap(2) to so many bytes. Where the range moves, its name goes along. */
    public SimulatedProcess mremap(String place, long length, RemapFlag... flags) {
        String how = Yaml.map(List.of("length: " + length, "flags: " + Yaml.words(List.of(flags))));
        return step("mremap", Yaml.map(at(place), how));
    }

    /**
     * mremap(2) to so many bytes, to another place, with {@link RemapFlag#MAYMOVE} and {@link RemapFlag#FIXED}.
     *
     * @param location where to, with the process: {@code alice.q}
     */
    public SimulatedProcess mremap(String place, long length, String location) {
        String how = Yaml.map(List.of("length: " + length, "at: " + Yaml.scalar(location), "flags: [maymove, fixed]"));
        return step("mremap", Yaml.map(at(place), how));
    }

    /** msync(2): with MS_SYNC, unless flags are given. */
    public SimulatedProcess msync(String place, SyncFlag... flags) {
        return flags.length == 0
                ? step("msync", Yaml.scalar(at(place)))
                : call(RangeCall.MSYNC, place, Flags.of(flags));
    }

    /** madvise(2). */
    public SimulatedProcess madvise(String place, Advice advice) {
        return call(RangeCall.MADVISE, place, advice);
    }

    /** madvise(2) for so many bytes. */
    public SimulatedProcess madvise(String place, Advice advice, long length) {
        return call(RangeCall.MADVISE, place, advice, length);
    }

    /** A store of a text in UTF-8, byte by byte: what lies before the byte that faults is stored. */
    public SimulatedProcess write(String place, String text) {
        return write(place, new Content.Text(text));
    }

    /** A store of any content. */
    public SimulatedProcess write(String place, Content content) {
        return step("write", Yaml.map(at(place), Yaml.value(content)));
    }

    /** A load of one byte. What is there an assertion says. */
    public SimulatedProcess read(String place) {
        return step("read", Yaml.scalar(at(place)));
    }

    /** A load of so many bytes, at least one. */
    public SimulatedProcess read(String place, long length) {
        return step("read", Yaml.map(at(place), Long.toString(length)));
    }

    /**
     * fork(2).
     *
     * @param child the child's name, which no process or file has
     * @return the child, which has all the names of mappings that this process has
     */
    public SimulatedProcess fork(String child) {
        step("fork", Yaml.map(name, Yaml.scalar(child)));
        return new SimulatedProcess(machine, child, Ending.SUCCESS);
    }

    /** execve(2): the process loses its mappings. */
    public SimulatedProcess exec() {
        return step("exec", Yaml.scalar(name));
    }

    /** exit(2) with code 0. */
    public SimulatedProcess exit() {
        return exit(0);
    }

    /** exit(2) with this code, of which the kernel keeps the low 8 bits; at least 0. */
    public SimulatedProcess exit(int code) {
        return step("exit", Yaml.map(name, Integer.toString(code)));
    }

    /** SIGKILL. */
    public SimulatedProcess kill() {
        return step("kill", Yaml.scalar(name));
    }

    private String at(String place) {
        return name + "." + place;
    }

    private SimulatedProcess step(String verb, String target) {
        machine.step(verb + ": " + target, ending);
        return new SimulatedProcess(machine, name, Ending.SUCCESS);
    }
}
