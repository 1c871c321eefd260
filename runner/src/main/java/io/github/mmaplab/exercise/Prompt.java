package io.github.mmaplab.exercise;

import static io.github.mmaplab.exercise.Wording.count;
import static io.github.mmaplab.exercise.Wording.name;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Scenario;

/**
 * The words of a question, in Markdown: those of the exercise, or else plain words made from what is asked. They are
 * made of the story alone: nobody plays it for them.
 */
public final class Prompt implements Question.Visitor<String> {
    private static final String OVER_ALL_ORDERS =
            " Name all possible answers, over all orders of the concurrent steps.";

    private final Scenario scenario;
    private final Wording words;

    private Prompt(Scenario scenario) {
        this.scenario = scenario;
        this.words = new Wording(scenario.pageSize());
    }

    /** The words of a question of that story. */
    public static String of(Scenario scenario, Question question) {
        return question.info().prompt().orElseGet(() -> question.accept(new Prompt(scenario)));
    }

    /** The step that asks a question, from 1. */
    public static int stepOf(Scenario scenario, Question question) {
        return Moment.stepOf(scenario, question);
    }

    private String when(Question question, String asked) {
        return Moment.words(scenario, question) + ", " + asked + "?";
    }

    @Override
    public String contentOf(Question.ContentOf question) {
        long length = question.length();
        if (question.location() instanceof Location.InMemory place) {
            String bytes = length == 1 ? "which byte does " : "what are the first " + length + " bytes that ";
            String reads = length == 1 ? " read " : " reads ";
            return when(question, bytes + name(place.process()) + reads + at(place));
        }
        Location.InFile place = (Location.InFile) question.location();
        return when(question, ofFile(place, length));
    }

    @Override
    public String possible(Question.Possible question) {
        long length = question.length();
        String bytes = length == 1 ? "which bytes can " : "what can the first " + length + " bytes be that ";
        if (question.location() instanceof Location.InMemory place) {
            String reads = length == 1 ? " read " : " reads ";
            return when(question, bytes + name(place.process()) + reads + at(place)) + OVER_ALL_ORDERS;
        }
        Location.InFile place = (Location.InFile) question.location();
        if (place.whole()) {
            return when(question, "what can " + name(place.file()) + " hold, from beginning to end") + OVER_ALL_ORDERS;
        }
        String found = length == 1 ? "which byte can be " : "what can the " + length + " bytes be ";
        return when(question, found + words.at(place)) + OVER_ALL_ORDERS;
    }

    private String at(Location.InMemory place) {
        return place.offset() == 0 ? "at " + name(place.mapping()) : words.at(place);
    }

    private String ofFile(Location.InFile place, long length) {
        if (place.whole()) {
            return "what does " + name(place.file()) + " hold, from beginning to end";
        }
        PageSize pageSize = new PageSize(scenario.pageSize());
        if (pageSize.offset(place.offset()) == 0) {
            String where = place.offset() == 0
                    ? name(place.file())
                    : Wording.page(place.file(), pageSize.number(place.offset()));
            return length == 1
                    ? "what is the first byte of " + where
                    : "what are the first " + length + " bytes of " + where;
        }
        return length == 1
                ? "which byte is " + words.at(place)
                : "what are the " + length + " bytes " + words.at(place);
    }

    @Override
    public String raises(Question.Raises question) {
        Location.InMemory place = question.location();
        return when(
                question,
                "which signal, if any, does " + name(place.process()) + " get when it reads one byte " + at(place));
    }

    @Override
    public String samePage(Question.SamePage question) {
        return when(
                question,
                "do " + ofProcess(question.one()) + " and " + ofProcess(question.other())
                        + " refer to the same physical page");
    }

    private String ofProcess(Location.InMemory place) {
        String whose = name(place.process()) + "'s ";
        return place.offset() == 0 ? whose + name(place.mapping()) : whose + "memory " + words.at(place);
    }

    @Override
    public String sizeOf(Question.SizeOf question) {
        return when(question, "how long is the file " + name(question.file().name()) + ", in bytes");
    }

    @Override
    public String outcomeOf(Question.OutcomeOf question) {
        return "What is the outcome of step "
                + Moment.stepOf(scenario, question.label().name()) + ": success, an error or a signal?";
    }

    @Override
    public String pages(Question.Pages question) {
        return when(question, "how many physical pages do all mappings and files use together");
    }

    @Override
    public String copies(Question.Copies question) {
        return when(question, "how many pages have been copied on write so far");
    }

    /** The points of a question in words: {@code 2 points}. */
    public static String points(Question question) {
        String points = question.info().points().stripTrailingZeros().toPlainString();
        return points.equals("1") ? count(1, "point") : points + " points";
    }
}
