package io.github.mmaplab.lab;

import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.model.Content;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.List;

/**
 * A machine with a simulated Linux kernel, for tests in Java. It has initial files and processes, and plays calls in
 * sequence. The calls have the names and the meaning of the verbs of the language. <pre>{@code
 * Machine machine = Machine.create().file("data.txt", "hello");
 * machine.process("alice").mmap("p", Mapping.privateFile("data.txt")).write("p", "HELLO");
 * }</pre>
 *
 * <p>Sizes, offsets and lengths are in bytes. Locations are written as in the language: {@code p+1 page}, {@code
 * data.txt+4K}.
 *
 * <p>Each call is played at once. It must succeed, or have the outcome that was given to {@link
 * SimulatedProcess#failing}, {@link SimulatedProcess#raising} or {@link SimulatedProcess#dyingOf}; otherwise it throws
 * an {@link AssertionError} with the call, the error and the reason. A call that can't be played (by a process that has
 * ended, or one that is not simulated) throws an {@link IllegalStateException}. An unknown name or an invalid location
 * is an {@link IllegalArgumentException}. A call that throws leaves the machine unchanged.
 *
 * <p>A machine is mutable and not thread-safe; {@link #copy} gives an independent one. Each call plays the scenario
 * from its beginning, which is fast enough for hundreds of calls.
 */
public final class Machine {
    private ScenarioText script;
    private Play play;

    private Machine(ScenarioText script) {
        this.script = script;
        this.play = Play.asFarAs(script);
    }

    private Machine(Machine other) {
        this.script = other.script;
        this.play = other.play;
    }

    /** A machine with pages of 4096 bytes, without files and processes. */
    public static Machine create() {
        return withPageSize(4096);
    }

    /**
     * The same with pages of another size.
     *
     * @param bytes 4096, 16384 or 65536
     * @throws IllegalArgumentException if it is another number
     */
    public static Machine withPageSize(int bytes) {
        return new Machine(new ScenarioText("A machine in code", bytes, List.of(), List.of(), List.of()));
    }

    /** Sets the title for {@link #toYaml}, which must not be empty. */
    public Machine titled(String title) {
        return become(script.titled(title));
    }

    /** An independent machine in the same state. */
    public Machine copy() {
        return new Machine(this);
    }

    /** The number of bytes in {@code count} pages, at least 0. */
    public long pages(long count) {
        return Math.multiplyExact(count, (long) script.pageSize());
    }

    /**
     * Adds an initial file with this text in UTF-8.
     *
     * @throws IllegalArgumentException if the name is taken or invalid
     */
    public Machine file(String name, String text) {
        return file(name, NewFile.of(text));
    }

    /** Adds an initial file with any content, kind and permission. */
    public Machine file(String name, NewFile file) {
        return become(script.withFile(name, file));
    }

    /** A file, for calls on it from outside the processes. If there is no file of this name, its calls throw. */
    public SimulatedFile file(String name) {
        return new SimulatedFile(this, name, Ending.SUCCESS);
    }

    /**
     * The process with this name. If there is none, it is added as an initial process without mappings.
     *
     * @throws IllegalArgumentException if the name is that of a file, or invalid
     */
    public SimulatedProcess process(String name) {
        if (script.processes().isEmpty() || !play.knows(name)) {
            become(script.withProcess(name));
        }
        return new SimulatedProcess(this, name, Ending.SUCCESS);
    }

    /**
     * The outcome of the last call: the returned value, or the error or signal with the reason.
     *
     * @throws IllegalStateException if there was no call yet
     */
    public Outcome lastOutcome() {
        return play.lastOutcome(script.steps().size());
    }

    /**
     * Checks one facet now. This changes nothing: pages that it faults in are removed again.
     *
     * @param place a location, file or process, or {@code memory}, as in a table of expectations: {@code alice.p}
     * @param facet the name of a facet, such as {@code same-page-as}
     * @param value what is expected, such as {@code bob.q}
     * @return passed if it holds, otherwise with what is seen
     * @throws IllegalArgumentException if there is no such place or facet
     */
    public ScenarioResult look(String place, String facet, String value) {
        return look(place, facet + ": " + ("text".equals(facet) ? Yaml.quoted(value) : Yaml.scalar(value)));
    }

    /**
     * Checks content now, as {@link #look(String, String, String)} does.
     *
     * @param content compared for its own length, at least one byte
     */
    public ScenarioResult look(String place, Content content) {
        return look(place, Yaml.content(content));
    }

    private ScenarioResult look(String place, String facets) {
        return Play.of(script.expecting(List.of(Yaml.scalar(place) + ": { " + facets + " }")))
                .result();
    }

    /**
     * The scenario that was played so far, which expects at its end that each process is alive or has ended as it did.
     *
     * @throws IllegalStateException if there is no process
     */
    public Scenario toScenario() {
        return Play.read(toYaml());
    }

    /** The scenario as the text of a file, for {@code mmaplab run}. */
    public String toYaml() {
        if (script.processes().isEmpty()) {
            throw new IllegalStateException("a scenario has at least one process: call process(\"alice\") first");
        }
        return script.expecting(play.statuses());
    }

    /** Plays a call. */
    void step(String verb, Ending ending) {
        become(script.withStep(verb, ending));
    }

    private Machine become(ScenarioText next) {
        play = Play.asFarAs(next);
        script = next;
        return this;
    }

    /** The scenario that was played so far. */
    @Override
    public String toString() {
        return script.expecting(List.of()).stripTrailing();
    }
}
