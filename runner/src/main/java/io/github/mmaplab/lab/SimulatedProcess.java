package io.github.mmaplab.lab;

import io.github.mmaplab.abi.Advice;
import io.github.mmaplab.abi.Argument;
import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.Flags;
import io.github.mmaplab.abi.LockAllFlag;
import io.github.mmaplab.abi.RangeCall;
import io.github.mmaplab.abi.RemapFlag;
import io.github.mmaplab.abi.Resource;
import io.github.mmaplab.abi.Signal;
import io.github.mmaplab.abi.SignalCode;
import io.github.mmaplab.abi.SyncFlag;
import io.github.mmaplab.scenario.model.Content;
import java.util.List;

/**
 * A process of a {@link Machine}, and its calls. They throw as described there. A location is the name of one of its
 * mappings, with or without a displacement: {@code p}, {@code p+1 page}. Without a length, a call applies up to the end
 * of what the name refers to.
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

    /** Expects this error of one call. */
    public SimulatedProcess failing(Errno errno) {
        return ending("fails: " + errno.word());
    }

    /** Expects this signal of one access. The process has a handler and continues. */
    public SimulatedProcess raising(Signal signal) {
        return ending("raises: " + signal.word());
    }

    /** Expects this signal of one access, with this code. The process has a handler and continues. */
    public SimulatedProcess raising(Signal signal, SignalCode code) {
        return ending("raises: { signal: " + signal.word() + ", code: " + code.word() + " }");
    }

    /** Expects this signal of one access. It kills the process. */
    public SimulatedProcess dyingOf(Signal signal) {
        return ending("dies: " + signal.word());
    }

    private SimulatedProcess ending(String written) {
        return new SimulatedProcess(machine, name, new Ending(written));
    }

    /** mmap(2). The name refers to the mapping, in this process and in later children. */
    public SimulatedProcess mmap(String mapping, Mapping how) {
        return step("mmap", Yaml.map(at(mapping), how.written()));
    }

    /** A call over the range of a name, or from a location in it to its end. */
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

    /** A call over this many bytes. */
    public SimulatedProcess call(RangeCall call, String place, Argument argument, long length) {
        String bytes = Long.toString(length);
        String how = argument == Argument.NONE
                ? bytes
                : Yaml.map(List.of(call.takes().key() + ": " + argument.written(), "length: " + bytes));
        return step(call.word(), Yaml.map(at(place), how));
    }

    /** setrlimit(2): a soft limit, in bytes. */
    public SimulatedProcess limit(Resource resource, long bytes) {
        return step("limit", Yaml.map(name, Yaml.map(resource.word(), Long.toUnsignedString(bytes))));
    }

    /** mlockall(2). */
    public SimulatedProcess mlockall(LockAllFlag... flags) {
        return step("mlockall", Yaml.map(name, Flags.of(flags).written()));
    }

    /** munlockall(2). */
    public SimulatedProcess munlockall() {
        return step("munlockall", Yaml.scalar(name));
    }

    /** brk(2): the length of the heap, in bytes. Its name is {@code heap}. */
    public SimulatedProcess brk(long length) {
        return step("brk", Yaml.map(name, Long.toUnsignedString(length)));
    }

    /** munmap(2). */
    public SimulatedProcess munmap(String place) {
        return call(RangeCall.MUNMAP, place, Argument.NONE);
    }

    /** munmap(2) of this many bytes. */
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

    /** mprotect(2) of this many bytes. */
    public SimulatedProcess mprotect(String place, String prot, long length) {
        String how = Yaml.map(List.of("prot: " + Yaml.scalar(prot), "length: " + length));
        return step("mprotect", Yaml.map(at(place), how));
    }

    /** mremap(2) to this many bytes. If the range moves, the name refers to its new place. */
    public SimulatedProcess mremap(String place, long length, RemapFlag... flags) {
        String how = Yaml.map(List.of("length: " + length, "flags: " + Yaml.words(List.of(flags))));
        return step("mremap", Yaml.map(at(place), how));
    }

    /**
     * mremap(2) to this many bytes at another place, with {@link RemapFlag#MAYMOVE} and {@link RemapFlag#FIXED}.
     *
     * @param location the new place, with the process: {@code alice.q}
     */
    public SimulatedProcess mremap(String place, long length, String location) {
        String how = Yaml.map(List.of("length: " + length, "at: " + Yaml.scalar(location), "flags: [maymove, fixed]"));
        return step("mremap", Yaml.map(at(place), how));
    }

    /** msync(2), with MS_SYNC if no flags are given. */
    public SimulatedProcess msync(String place, SyncFlag... flags) {
        return flags.length == 0
                ? step("msync", Yaml.scalar(at(place)))
                : call(RangeCall.MSYNC, place, Flags.of(flags));
    }

    /** madvise(2). */
    public SimulatedProcess madvise(String place, Advice advice) {
        return call(RangeCall.MADVISE, place, advice);
    }

    /** madvise(2) for this many bytes. */
    public SimulatedProcess madvise(String place, Advice advice, long length) {
        return call(RangeCall.MADVISE, place, advice, length);
    }

    /** A store of a text in UTF-8, byte by byte: bytes before the one that faults are stored. */
    public SimulatedProcess write(String place, String text) {
        return write(place, new Content.Text(text));
    }

    /** A store of any content. */
    public SimulatedProcess write(String place, Content content) {
        return step("write", Yaml.map(at(place), Yaml.value(content)));
    }

    /** A load of one byte. To check its value, use an assertion. */
    public SimulatedProcess read(String place) {
        return step("read", Yaml.scalar(at(place)));
    }

    /** A load of this many bytes, at least 1. */
    public SimulatedProcess read(String place, long length) {
        return step("read", Yaml.map(at(place), Long.toString(length)));
    }

    /**
     * fork(2).
     *
     * @param child the name of the child, which no process or file has yet
     * @return the child, which has all names of mappings that this process has
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
