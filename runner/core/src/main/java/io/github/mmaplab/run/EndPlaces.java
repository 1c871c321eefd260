package io.github.mmaplab.run;

import io.github.mmaplab.scenario.model.AnswerKind;
import io.github.mmaplab.scenario.model.Claim;
import io.github.mmaplab.scenario.model.ContentFacet;
import io.github.mmaplab.scenario.model.Expectation;
import io.github.mmaplab.scenario.model.Facet;
import io.github.mmaplab.scenario.model.FileFacet;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Named;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.QuestionInfo;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The places to look at when a scenario is over: those that its expectations at the end are about, or else those that it
 * writes to; as many bytes as the longest that is written for a place.
 */
final class EndPlaces {
    /** As many bytes as a person can tell apart at a glance. */
    private static final long LONGEST = 16;

    /** What is looked at, and how many bytes of it. */
    private final Map<Place, Long> places = new LinkedHashMap<>();
    /** The labels of steps whose outcomes are looked at. */
    private final Map<String, Question> labels = new LinkedHashMap<>();

    /**
     * A place.
     *
     * @param onDisk whether it is what would survive a crash
     */
    private record Place(String written, Location location, boolean onDisk) {
        /** The same place twice, at two places of the file, is one. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Place that && written.equals(that.written) && onDisk == that.onDisk;
        }

        @Override
        public int hashCode() {
            return written.hashCode();
        }
    }

    private EndPlaces() {}

    /** A question about each of the places. */
    static List<Question> of(Scenario scenario) {
        EndPlaces found = new EndPlaces();
        found.rows(scenario.expect());
        for (Claim claim : scenario.claims()) {
            found.rows(claim.rows());
        }
        if (found.places.isEmpty() && found.labels.isEmpty()) {
            scenario.stepsAsWritten().forEach(found::written);
        }
        List<Question> questions = new ArrayList<>();
        found.places.forEach((place, length) -> questions.add(question(place, length)));
        questions.addAll(found.labels.values());
        return questions;
    }

    /** What a step writes to, and the registers that it reads into. */
    private void written(Step step) {
        if (step instanceof Step.Write write) {
            write.targets().forEach(target -> add(target.location(), false, target.length()));
        } else if (step instanceof Step.Read read) {
            for (Step.Read.Target target : read.targets()) {
                target.into().ifPresent(register -> add(register, false, register.length()));
            }
        }
    }

    private void rows(List<Expectation> rows) {
        for (Expectation row : rows) {
            if (row instanceof Expectation.OfMemory memory) {
                add(memory.location(), memory.facets());
            } else if (row instanceof Expectation.OfFile file) {
                add(file.location(), file.facets());
            } else if (row instanceof Expectation.OfRegister register) {
                add(register.location(), false, register.location().length());
            } else if (row instanceof Expectation.OfStep step) {
                add(step.label(), step.outcome().countsBytes());
            }
        }
    }

    private void add(Named label, boolean withCount) {
        Question question =
                new Question.OutcomeOf(QuestionInfo.plain(label.name(), label.span()), label, false, withCount);
        if (withCount) {
            labels.put(label.name(), question);
        } else {
            labels.putIfAbsent(label.name(), question);
        }
    }

    private void add(Location location, List<? extends Facet> facets) {
        for (Facet facet : facets) {
            if (facet instanceof ContentFacet content) {
                content.contents().forEach(each -> add(location, false, each.length()));
            } else if (facet instanceof FileFacet.OnDisk disk) {
                add(location, true, disk.content().length());
            } else {
                add(location, false, 1);
            }
        }
    }

    private void add(Location location, boolean onDisk, long length) {
        places.merge(
                new Place(location.written(), location, onDisk), Math.max(1, Math.min(LONGEST, length)), Math::max);
    }

    private static Question question(Place place, long length) {
        QuestionInfo info = QuestionInfo.plain(
                place.written() + (place.onDisk() ? " on disk" : ""),
                place.location().span());
        AnswerKind.Bytes bytes = new AnswerKind.Bytes(place.location(), length);
        return place.onDisk() ? new Question.OnDisk(info, bytes) : new Question.ContentOf(info, bytes, false);
    }
}
