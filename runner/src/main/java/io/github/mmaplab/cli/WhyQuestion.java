package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.diagnostic.DiagnosticPrinter;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.explain.Explainer;
import io.github.mmaplab.explain.Explanation;
import io.github.mmaplab.explain.Literals;
import io.github.mmaplab.scenario.decode.LocationReader;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Named;
import io.github.mmaplab.scenario.model.ProcessSpec;
import io.github.mmaplab.scenario.model.Property;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The question of {@code mmaplab why} about a scenario. */
final class WhyQuestion {
    private static final int MOST_BYTES = 1 << 20;
    private static final String ABOUT = "about";

    private final Scenario scenario;
    private final Arguments arguments;
    private final Host host;

    WhyQuestion(Scenario scenario, Arguments arguments, Host host) {
        this.scenario = scenario;
        this.arguments = arguments;
        this.host = host;
    }

    /**
     * The answer.
     *
     * @param words the arguments after the file: the shell may have split one location at spaces
     * @return empty if it is no location, which is reported on standard error
     */
    Optional<Explanation> answer(List<String> words) throws UsageException {
        String asked = arguments.only("step", "ask about one step");
        if (asked != null) {
            return Optional.of(Explainer.outcome(scenario, StepArguments.acting(scenario, asked)));
        }
        int step = StepArguments.of(scenario, arguments);
        String place = String.join(" ", words);
        if (place.equals("memory")
                && scenario.files().stream().noneMatch(file -> file.name().equals(place))) {
            return Optional.of(of(Property.Owner.MACHINE, Optional.empty(), place, step));
        }
        if (processes().contains(place)) {
            return Optional.of(of(Property.Owner.PROCESS, Optional.empty(), place, step));
        }
        Optional<Location> location = location(place);
        return location.isPresent() ? of(location.get(), step) : Optional.empty();
    }

    /** What can be asked about something, the default first. */
    static List<String> topics(Property.Owner owner) {
        Set<String> topics = new LinkedHashSet<>(
                switch (owner) {
                    case MEMORY -> List.of("content", "signal");
                    case FILE -> List.of("content");
                    case PROCESS, MACHINE -> List.of();
                });
        for (Property property : Property.values()) {
            if (property.owner() == owner) {
                topics.add(property.topic());
            }
        }
        if (owner == Property.Owner.FILE) {
            topics.add("on-disk");
        } else if (owner == Property.Owner.PROCESS) {
            topics.add("maps");
        }
        return List.copyOf(topics);
    }

    private String about(Property.Owner owner) throws UsageException {
        List<String> topics = topics(owner);
        String about = arguments.only(ABOUT, "ask about one thing");
        if (about == null || topics.contains(about)) {
            return about == null ? topics.get(0) : about;
        }
        throw new UsageException(
                "`--about " + about + "` does not apply here", "write one of: " + String.join(", ", topics));
    }

    private Explanation of(Property.Owner owner, Optional<Location> location, String name, int step)
            throws UsageException {
        String about = about(owner);
        for (Property property : Property.values()) {
            if (property.owner() == owner && property.topic().equals(about)) {
                return Explainer.seen(scenario, step, location, name, property);
            }
        }
        return switch (about) {
            case "content" -> Explainer.content(scenario, step, location.orElseThrow(), length());
            case "signal" -> Explainer.signal(scenario, step, (Location.InMemory) location.orElseThrow());
            case "on-disk" -> Explainer.onDisk(scenario, step, (Location.InFile) location.orElseThrow(), length());
            case "maps" -> Explainer.maps(scenario, step, name);
            default -> throw new IllegalArgumentException("a topic that is not explained: " + about);
        };
    }

    private Optional<Explanation> of(Location location, int step) throws UsageException {
        String other = arguments.only("same-page-as", "compare with one place");
        if (location instanceof Location.InMemory memory && other != null) {
            return location(other)
                    .map(there -> there instanceof Location.InMemory second
                            ? Explainer.samePage(scenario, step, memory, second)
                            : Explainer.content(scenario, step, there, 1));
        }
        if (location instanceof Location.InRegister register) {
            return Optional.of(Explainer.content(scenario, step, register, register.length()));
        }
        boolean inMemory = location instanceof Location.InMemory;
        Property.Owner owner = inMemory ? Property.Owner.MEMORY : Property.Owner.FILE;
        return Optional.of(of(owner, Optional.of(location), "", step));
    }

    private Set<String> processes() {
        Set<String> names = new HashSet<>();
        scenario.processes().stream().map(ProcessSpec::name).forEach(names::add);
        for (Step step : scenario.steps()) {
            if (step instanceof Step.Fork fork) {
                fork.targets()
                        .forEach(target ->
                                target.children().stream().map(Named::name).forEach(names::add));
            }
        }
        return names;
    }

    private Optional<Location> location(String written) {
        Problems problems = new Problems();
        Optional<Location> location = LocationReader.read(scenario, new Source("LOCATION", written), problems);
        for (String problem : new DiagnosticPrinter(Palette.PLAIN).printEach(problems.all())) {
            host.err().println(problem);
        }
        return location;
    }

    private long length() throws UsageException {
        String written = arguments.only("length", "give one length");
        if (written == null) {
            return Literals.longest(scenario);
        }
        int number = StepArguments.number(written);
        if (number < 1 || number > MOST_BYTES) {
            throw new UsageException(
                    "`--length` must be a number of bytes from 1 to " + MOST_BYTES + ", not `" + written + "`",
                    "leave it out for the length of the longest literal in the scenario");
        }
        return number;
    }
}
