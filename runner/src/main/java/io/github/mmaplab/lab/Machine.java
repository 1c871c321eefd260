package io.github.mmaplab.lab;

import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.scenario.model.Content;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.List;

/**
 * A machine with a simulated Linux kernel, for tests in Java: files and processes that are there from the start, and calls
 * that are made one after the other. The calls are called as the verbs of the language are, and mean the same.
 *
 * <pre>{@code
 * Machine machine = Machine.create().file("data.txt", "hello");
 * machine.process("alice").mmap("p", Mapping.privateFile("data.txt")).write("p", "HELLO");
 * }</pre>
 *
 * <p>Sizes, offsets and lengths are bytes. Places are written as in the language: {@code p+1 page}, {@code data.txt+4K}.
 *
 * <p>Each call is played at once. One that does not come to plain success, or to what {@link SimulatedProcess#failing},
 * {@link SimulatedProcess#raising} or {@link SimulatedProcess#dyingOf} says, throws an {@link AssertionError} that tells
 * the call, the error and the reason; what can't be played (a process that has ended, what is not simulated) is an
 * {@link IllegalStateException}, and what can't be said (a name that is not there, a place that can't be read) an
 * {@link IllegalArgumentException}. A call that throws leaves the machine as it was.
 *
 * <p>A machine is changed by its calls, and is to be used by one thread at a time; {@link #copy} gives one that goes its
 * own way from here. The kernel under it is played from the start at each call, which a story of a hundred calls doesn't
 * feel.
 */
public final class Machine {
    private Script script;
    private Play play;

    private Machine(Script script) {
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
        return new Machine(new Script("A machine in code", bytes, List.of(), List.of(), List.of()));
    }

    /** Gives the scenario that is played here a title, for {@link #toYaml}; none that is empty. */
    public Machine titled(String title) {
        return become(script.titled(title));
    }

    /** Another machine in the same state: what is done to one does not reach the other. */
    public Machine copy() {
        return new Machine(this);
    }

    /** How many bytes {@code count} pages are, for lengths and offsets; at least 0. */
    public long pages(long count) {
        return Math.multiplyExact(count, (long) script.pageSize());
    }

    /**
     * A file with this text in UTF-8, there from the start.
     *
     * @throws IllegalArgumentException if the name is taken, or can't be one
     */
    public Machine file(String name, String text) {
        return file(name, NewFile.of(text));
    }

    /** The same with any content, kind and permission. */
    public Machine file(String name, NewFile file) {
        return become(script.withFile(name, file));
    }

    /** A file, for calls on it by somebody outside the processes; if there is none of this name, its calls throw. */
    public SimulatedFile file(String name) {
        return new SimulatedFile(this, name, Ending.SUCCESS);
    }

    /**
     * The process of this name: an initial one, or a child; if there is none, an initial process without mappings, there
     * from the start.
     *
     * @throws IllegalArgumentException if the name is that of a file, or can't be one
     */
    public SimulatedProcess process(String name) {
        if (script.processes().isEmpty() || !play.knows(name)) {
            become(script.withProcess(name));
        }
        return new SimulatedProcess(this, name, Ending.SUCCESS);
    }

    /**
     * What the last call came to: where it returned, its value; else the error or signal with the reason.
     *
     * @throws IllegalStateException if there was none yet
     */
    public Outcome lastOutcome() {
        return play.lastOutcome(script.steps().size());
    }

    /**
     * What comes of looking at one thing now. Looking leaves nothing behind: what it faults in is out again afterwards.
     *
     * @param place a location, file or process, or {@code memory}, as a table of expectations names it: {@code alice.p}
     * @param facet the name of a facet, such as {@code same-page-as}
     * @param value what is expected, such as {@code bob.q}
     * @return passed if it is as expected, else with what is seen
     * @throws IllegalArgumentException if there is no such place or facet
     */
    public ScenarioResult look(String place, String facet, String value) {
        return look(place, facet + ": " + ("text".equals(facet) ? Yaml.quoted(value) : Yaml.scalar(value)));
    }

    /**
     * What comes of looking at content.
     *
     * @param content compared for its own length, at least a byte
     */
    public ScenarioResult look(String place, Content content) {
        return look(place, Yaml.content(content));
    }

    private ScenarioResult look(String place, String facets) {
        return Play.of(script.expecting(List.of(Yaml.scalar(place) + ": { " + facets + " }")))
                .result();
    }

    /**
     * The scenario that was played so far, and that at its end the processes are as they are now: alive, or how they ended.
     *
     * @throws IllegalStateException if there is no process
     */
    public Scenario toScenario() {
        return Play.read(toYaml());
    }

    /** The same as the text of a file, for {@code mmaplab run}. */
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

    private Machine become(Script next) {
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
