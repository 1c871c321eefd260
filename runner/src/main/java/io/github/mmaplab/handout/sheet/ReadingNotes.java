package io.github.mmaplab.handout.sheet;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.answer.Definitions;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Presentation;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Sentences about what the answers depend on besides the story. Only those that apply are used. */
final class ReadingNotes {
    private static final String NUMBERED = "The pages of a mapping and of a file are numbered from 0.";

    private static final String SIGNALS = "Every process handles SIGSEGV and SIGBUS: after a step that raises one of"
            + " them, it continues, unless the sheet says that it is killed.";

    private static final String NEIGHBOURS =
            "Nothing is mapped directly before or after a mapping, unless the sheet says so.";

    private static final String NO_TRACES =
            "Questions change nothing: what is read to answer one affects no other question and no later step.";

    private static final String SIGNALS_IN_C =
            "Every process handles SIGSEGV and SIGBUS: a line that raises one of them"
                    + " does nothing else, and the process continues on the next line, unless a comment says that it is killed.";

    private static final String NO_TRACES_IN_C = "A line that is there for a question changes nothing: what it reads"
            + " affects no other question and no later line.";

    private ReadingNotes() {}

    /** The sentences that apply. */
    static List<String> of(Scenario story, Presentation presentation) {
        boolean isC = presentation == Presentation.C;
        List<String> notes = new ArrayList<>();
        if (places(story).stream().anyMatch(place -> place.isBeyondFirstPage(story.pageSize()))) {
            notes.add(NUMBERED);
        }
        if (asksForAnAccess(story) || (isC && asksForASignal(story))) {
            notes.add(isC ? SIGNALS_IN_C : SIGNALS);
        }
        if (places(story).stream().anyMatch(place -> place.memory() && place.isBeyondFirstPage(story.pageSize()))) {
            notes.add(NEIGHBOURS);
        }
        Set<String> definitions = new LinkedHashSet<>();
        story.questions().forEach(question -> definitions.add(Definitions.of(question)));
        definitions.remove("");
        notes.addAll(definitions);
        if (!definitions.isEmpty()) {
            notes.add(isC ? NO_TRACES_IN_C : NO_TRACES);
        }
        return notes;
    }

    /** A place named by the story or a question. */
    private record Place(boolean memory, long offset) {
        /** Whether it is on another page than page 0. */
        boolean isBeyondFirstPage(int pageSize) {
            return new PageSize(pageSize).number(offset) != 0;
        }

        static Place of(Location location) {
            return location instanceof Location.InFile file
                    ? new Place(false, file.offset())
                    : new Place(true, location instanceof Location.InMemory place ? place.offset() : 0);
        }
    }

    private static List<Place> places(Scenario story) {
        List<Place> places = new ArrayList<>();
        for (Step step : Step.unfolded(story.steps())) {
            if (step instanceof Step.Write write) {
                write.targets().forEach(target -> places.add(Place.of(target.location())));
            } else if (step instanceof Step.Read read) {
                read.targets().forEach(target -> places.add(Place.of(target.location())));
            }
        }
        story.questions().forEach(question -> question.places().forEach(place -> places.add(Place.of(place))));
        return places;
    }

    /** Whether a question asks which signal is raised: as C, a line raises it. */
    private static boolean asksForASignal(Scenario story) {
        return story.questions().stream().anyMatch(Question.Raises.class::isInstance);
    }

    /**
     * Whether a question asks for the outcome of a load or a store. Then it matters whether the process survives a
     * signal.
     */
    private static boolean asksForAnAccess(Scenario story) {
        Set<String> asked = new HashSet<>();
        for (Question question : story.questions()) {
            question.outcomes().forEach(label -> asked.add(label.name()));
        }
        return Step.unfolded(story.steps()).stream()
                .filter(step -> step instanceof Step.Write || step instanceof Step.Read)
                .anyMatch(step -> step.info().label().filter(asked::contains).isPresent());
    }
}
