package io.github.mmaplab.answer;

import static io.github.mmaplab.answer.Wording.count;
import static io.github.mmaplab.answer.Wording.name;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.scenario.model.AnswerKind;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words of a question, in Markdown: those of the exercise, or else plain words made from what is asked. They are
 * made of the story alone: nobody plays it for them.
 */
public final class Prompt implements Question.Visitor<String> {
    private final Scenario scenario;
    private final Wording words;
    /** The moment in words; absent, it is found in the story. */
    private final Optional<String> moment;

    private Prompt(Scenario scenario, Optional<String> moment) {
        this.scenario = scenario;
        this.moment = moment;
        this.words = new Wording(scenario.pageSize());
    }

    private String overAllOutcomes() {
        boolean concurrent = scenario.isConcurrent() || !scenario.hasCrash();
        return " Name all possible answers, over "
                + (concurrent ? "all orders of the concurrent steps" : "")
                + (concurrent && scenario.hasCrash() ? " and " : "")
                + (scenario.hasCrash() ? "all that may be on the disk after the crash" : "") + ".";
    }

    /** The words of a question of that story. */
    public static String of(Scenario scenario, Question question) {
        String words =
                question.info().prompt().orElseGet(() -> question.accept(new Prompt(scenario, Optional.empty())));
        return switch (question.judge()) {
            case KERNEL -> words;
            case AUTHOR -> words.strip() + " (The person who wrote this exercise decided what is right.)";
            case READER -> words.strip() + " (A person reads the answer. It is worth no points by itself.)";
        };
    }

    /**
     * The generated words of a question, whether or not the exercise has its own.
     *
     * @param moment when it is asked, such as {@code At line 4}
     */
    public static String at(Scenario scenario, Question question, String moment) {
        return question.accept(new Prompt(scenario, Optional.of(moment)));
    }

    /** The step that asks a question, from 1. */
    public static int stepOf(Scenario scenario, Question question) {
        return Moment.stepOf(scenario, question);
    }

    private String when(Question question, String asked) {
        return moment.orElseGet(() -> Moment.words(scenario, question)) + ", " + asked + "?";
    }

    @Override
    public String contentOf(Question.ContentOf question) {
        AnswerKind.Bytes asked = question.bytes();
        return question.overAllOrders()
                ? when(question, possible(asked)) + overAllOutcomes()
                : when(question, content(asked));
    }

    @Override
    public String onDisk(Question.OnDisk question) {
        AnswerKind.Bytes asked = question.bytes();
        Location.InFile place = (Location.InFile) asked.location();
        return when(
                question,
                place.whole()
                        ? "what does " + name(place.file()) + " hold on disk, from beginning to end"
                        : ofFile(place, asked.length()) + " on disk");
    }

    private String content(AnswerKind.Bytes asked) {
        long length = asked.length();
        if (asked.location() instanceof Location.InRegister register) {
            return (length == 1 ? "which byte is " : "what are the " + length + " bytes ") + words.at(register) + " of "
                    + name(register.process());
        }
        if (asked.location() instanceof Location.InMemory place) {
            return length == 1
                    ? "which byte does " + name(place.process()) + " read " + at(place)
                    : "what are the first " + length + " bytes that " + name(place.process()) + " reads " + at(place);
        }
        return ofFile((Location.InFile) asked.location(), length);
    }

    private String possible(AnswerKind.Bytes asked) {
        long length = asked.length();
        if (asked.location() instanceof Location.InRegister register) {
            return (length == 1 ? "which byte can be " : "what can the " + length + " bytes be ") + words.at(register)
                    + " of " + name(register.process());
        }
        if (asked.location() instanceof Location.InMemory place) {
            return length == 1
                    ? "which bytes can " + name(place.process()) + " read " + at(place)
                    : "what can the first " + length + " bytes be that " + name(place.process()) + " reads "
                            + at(place);
        }
        Location.InFile place = (Location.InFile) asked.location();
        if (place.whole()) {
            return "what can " + name(place.file()) + " hold, from beginning to end";
        }
        return (length == 1 ? "which byte can be " : "what can the " + length + " bytes be ") + words.at(place);
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
        Location.InMemory place = question.place();
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

    @Override
    public String pageTables(Question.PageTables question) {
        return when(question, "to which physical page does each of these pages refer: " + pages(question.pages()))
                + " Name the physical pages as you like: what counts is which pages have the same name.";
    }

    /** Pages of one mapping together: {@code page 0 and page 1 of *p* in *parent*}. */
    private String pages(List<Location.InMemory> places) {
        List<String> groups = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            Location.InMemory place = places.get(i);
            boolean last = i == places.size() - 1 || !isOfOneMapping(place, places.get(i + 1));
            if (last) {
                numbers.add(words.page(place));
                groups.add(Wording.list(numbers) + " in " + name(place.process()));
                numbers.clear();
            } else {
                numbers.add("page " + new PageSize(scenario.pageSize()).number(place.offset()));
            }
        }
        return String.join("; ", groups);
    }

    private static boolean isOfOneMapping(Location.InMemory one, Location.InMemory other) {
        return one.offset() >= 0
                && one.process().equals(other.process())
                && one.mapping().equals(other.mapping());
    }

    private String ofProcess(Location.InMemory place) {
        String whose = name(place.process()) + "'s ";
        return place.offset() == 0 ? whose + name(place.mapping()) : whose + "memory " + words.at(place);
    }

    @Override
    public String propertyOf(Question.PropertyOf question) {
        String words = question.property()
                .question()
                .replace("{of}", name(question.of().name()));
        return when(
                question,
                question.place()
                        .map(place -> words.replace("{at}", at(place)).replace("{page}", this.words.page(place)))
                        .orElse(words));
    }

    @Override
    public String mappingsOf(Question.MappingsOf question) {
        return when(
                question,
                "how many mappings does " + name(question.process().name()) + " have, as /proc/PID/maps lists them");
    }

    @Override
    public String outcomeOf(Question.OutcomeOf question) {
        String step = "step " + Moment.stepOf(scenario, question.label().name());
        return question.overAllOrders()
                ? "What can the outcome of " + step + " be: success, an error or a signal?" + overAllOutcomes()
                : "What is the outcome of " + step + ": success, an error or a signal?";
    }

    @Override
    public String kindFor(Question.KindFor question) {
        return "Which kind of mapping fits this use: " + question.use() + "?";
    }

    @Override
    public String explain(Question.Explain question) {
        return question.what();
    }

    @Override
    public String which(Question.Which question) {
        return "Which of the steps "
                + Wording.list(question.steps().stream()
                        .map(step -> String.valueOf(step.number()))
                        .toList())
                + " " + question.trait().verb() + "?";
    }

    /** The points of a question in words: {@code 2 points}. */
    public static String points(Question question) {
        String points = question.info().points().stripTrailingZeros().toPlainString();
        return points.equals("1") ? count(1, "point") : points + " points";
    }
}
