package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.scenario.model.AnswerKind;
import io.github.mmaplab.scenario.model.FileSpec;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.MappingSpec;
import io.github.mmaplab.scenario.model.Named;
import io.github.mmaplab.scenario.model.NewMapping;
import io.github.mmaplab.scenario.model.ProcessSpec;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds how many bytes are asked for where the exercise does not say: as many as the longest literal that is written
 * there, whoever writes it, through whichever mapping of the same memory, and whenever.
 */
final class Lengths {
    private final Problems problems;
    /** What each mapping's name has stood for, {@code process.mapping} to the mappings made under it. */
    private final Map<String, List<MappingSpec>> made = new HashMap<>();

    private final Map<String, List<String>> namesOf = new HashMap<>();
    private final Map<Place, Long> longest = new HashMap<>();

    /** A place in a file, or in the anonymous memory of a mapping. */
    private record Place(Object memory, long offset) {}

    private final TablePages tables;

    private Lengths(Problems problems, TablePages tables) {
        this.problems = problems;
        this.tables = tables;
    }

    /** The steps, with a length for each content that is asked for, and the pages of each table; what has none is reported. */
    static List<Step> settle(
            Problems problems, int pageSize, List<FileSpec> files, List<ProcessSpec> processes, List<Step> steps) {
        Lengths lengths = new Lengths(problems, new TablePages(problems, pageSize, files));
        for (ProcessSpec process : processes) {
            for (NewMapping mapping : process.mappings()) {
                lengths.made(mapping);
            }
        }
        List<Step> unfolded = Step.unfolded(steps);
        for (Step step : unfolded) {
            lengths.follow(step);
        }
        lengths.measure(files, unfolded);
        List<Step> settled = new ArrayList<>(steps.size());
        for (Step step : steps) {
            settled.add(step instanceof Step.Ask ask ? lengths.settled(ask) : step);
        }
        return settled;
    }

    private void made(NewMapping mapping) {
        String name = mapping.process() + "." + mapping.name();
        made.computeIfAbsent(name, none -> new ArrayList<>()).add(mapping.mapping());
        namesOf.computeIfAbsent(mapping.process(), none -> new ArrayList<>()).add(mapping.name());
    }

    private void follow(Step step) {
        if (step instanceof Step.Mmap mmap) {
            for (NewMapping target : mmap.targets()) {
                made(target);
            }
        } else if (step instanceof Step.Fork fork) {
            for (Step.Fork.Target target : fork.targets()) {
                for (Named child : target.children()) {
                    inherit(target.parent().name(), child.name());
                }
            }
        }
    }

    private void inherit(String parent, String child) {
        for (String name : List.copyOf(namesOf.getOrDefault(parent, List.of()))) {
            for (MappingSpec spec : made.getOrDefault(parent + "." + name, List.of())) {
                made.computeIfAbsent(child + "." + name, none -> new ArrayList<>())
                        .add(spec);
            }
            namesOf.computeIfAbsent(child, none -> new ArrayList<>()).add(name);
        }
    }

    private void measure(List<FileSpec> files, List<Step> steps) {
        for (FileSpec file : files) {
            for (FileSpec.Piece piece : file.pieces()) {
                written(new Place(file.name(), piece.offset()), piece.content().length());
            }
        }
        for (Step step : steps) {
            if (step instanceof Step.Write write) {
                for (Step.Write.Target target : write.targets()) {
                    for (Place place : places(target.location())) {
                        written(place, target.length());
                    }
                }
            }
        }
    }

    private void written(Place place, long length) {
        longest.merge(place, length, (a, b) -> Long.compareUnsigned(a, b) < 0 ? b : a);
    }

    private List<Place> places(Location location) {
        if (location instanceof Location.InFile file) {
            return List.of(new Place(file.file(), file.offset()));
        }
        Location.InMemory memory = (Location.InMemory) location;
        List<Place> places = new ArrayList<>();
        for (MappingSpec spec : made.getOrDefault(memory.process() + "." + memory.mapping(), List.of())) {
            places.add(
                    spec.file().isPresent()
                            ? new Place(spec.file().get(), spec.offset() + memory.offset())
                            : new Place(spec, memory.offset()));
        }
        return places;
    }

    private Step.Ask settled(Step.Ask ask) {
        List<Question> questions = new ArrayList<>();
        for (Question question : ask.questions()) {
            if (question instanceof Question.ContentOf content) {
                questions.add(
                        new Question.ContentOf(content.info(), settled(content.bytes()), content.overAllOrders()));
            } else if (question instanceof Question.PageTables asked) {
                questions.add(tables.settled(asked, made));
            } else if (question instanceof Question.OnDisk onDisk) {
                questions.add(new Question.OnDisk(onDisk.info(), settled(onDisk.bytes())));
            } else {
                questions.add(question);
            }
        }
        return new Step.Ask(ask.info(), questions);
    }

    private AnswerKind.Bytes settled(AnswerKind.Bytes bytes) {
        return bytes.length() == WhatIsAsked.NOT_GIVEN
                ? new AnswerKind.Bytes(bytes.location(), length(bytes.location()))
                : bytes;
    }

    private long length(Location location) {
        if (location instanceof Location.InRegister register) {
            return register.length();
        }
        long found = 0;
        for (Place place : places(location)) {
            long length = longest.getOrDefault(place, 0L);
            found = Long.compareUnsigned(found, length) < 0 ? length : found;
        }
        if (found > 0 && found <= WhatIsAsked.LONGEST_ANSWER) {
            return found;
        }
        String where = location.written();
        problems.add(
                Code.MISSING_KEY,
                location.span(),
                found == 0
                        ? "nothing is written at `" + where + "`, so that nothing says how many bytes are asked for"
                        : "what is written at `" + where + "` is too long to be asked for",
                "say how many, with `length: 5` beside the location");
        return 1;
    }
}
