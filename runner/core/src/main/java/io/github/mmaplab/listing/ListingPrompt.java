package io.github.mmaplab.listing;

import io.github.mmaplab.answer.Prompt;
import io.github.mmaplab.answer.Wording;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words of a question about a listing, in Markdown: they name its lines. */
public final class ListingPrompt implements Question.Visitor<String> {
    private final Listing listing;
    private final Scenario scenario;
    /** {@code line 4}; of the outcome of a step, {@code lines 4 and 5} too. */
    private final String line;

    private final boolean isShown;

    private ListingPrompt(Listing listing, Scenario scenario, String line, boolean isShown) {
        this.listing = listing;
        this.scenario = scenario;
        this.line = line;
        this.isShown = isShown;
    }

    /** The words of a question of a scenario that is shown as that listing. */
    public static String of(Listing listing, Scenario scenario, Question question) {
        List<Integer> numbers = listing.linesOf(scenario, question);
        String line = words(numbers);
        if (question.info().prompt().isPresent()) {
            return Prompt.of(scenario, question).strip() + " (" + capital(line) + ".)";
        }
        boolean isShown = !listing.lines().get(numbers.get(0) - 1).code().isEmpty();
        return question.accept(new ListingPrompt(listing, scenario, line, isShown));
    }

    private static String words(List<Integer> numbers) {
        int first = numbers.get(0);
        int last = numbers.get(numbers.size() - 1);
        return first == last ? "line " + first : "lines " + first + " to " + last;
    }

    private static String capital(String line) {
        return line.substring(0, 1).toUpperCase(Locale.ROOT) + line.substring(1);
    }

    private String moment(Question question) {
        return Prompt.at(scenario, question, "At " + line);
    }

    @Override
    public String contentOf(Question.ContentOf question) {
        if (!isShown) {
            return moment(question);
        }
        return question.overAllOrders()
                ? "What can " + line + " print? Name all possible answers, over all orders of the concurrent lines."
                : "What does " + line + " print?";
    }

    @Override
    public String onDisk(Question.OnDisk question) {
        return moment(question);
    }

    @Override
    public String raises(Question.Raises question) {
        return isShown ? "Which signal, if any, does " + line + " raise?" : moment(question);
    }

    @Override
    public String samePage(Question.SamePage question) {
        return moment(question);
    }

    @Override
    public String pageTables(Question.PageTables question) {
        return moment(question);
    }

    @Override
    public String propertyOf(Question.PropertyOf question) {
        return isShown ? "What does " + line + " print?" : moment(question);
    }

    @Override
    public String mappingsOf(Question.MappingsOf question) {
        return moment(question);
    }

    @Override
    public String outcomeOf(Question.OutcomeOf question) {
        return question.overAllOrders()
                ? "What can the outcome of " + line + " be: success, an error or a signal? Name all possible answers,"
                        + " over all orders of the concurrent lines."
                : "What is the outcome of " + line + ": success, an error or a signal?";
    }

    @Override
    public String kindFor(Question.KindFor question) {
        return Prompt.of(scenario, question);
    }

    @Override
    public String explain(Question.Explain question) {
        return Prompt.of(scenario, question);
    }

    /** The answer names steps, so that it is the same however the exercise is shown. */
    @Override
    public String which(Question.Which question) {
        List<String> steps = new ArrayList<>();
        for (Question.Which.Labelled step : question.steps()) {
            steps.add("step " + step.number() + " is " + words(listing.linesOf(step.number())));
        }
        return Prompt.of(scenario, question) + " " + capital(Wording.list(steps)) + ".";
    }
}
