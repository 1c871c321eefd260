package io.github.mmaplab.exercise;

import io.github.mmaplab.abi.Signal;
import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.scenario.decode.SizeText;
import io.github.mmaplab.scenario.model.Content;
import io.github.mmaplab.scenario.model.PredictedAnswer;
import io.github.mmaplab.scenario.model.Question;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out what an answer means to its question. What is the same is made alike here: {@code 66}, {@code 0x42} and
 * {@code B}, where one byte is asked; {@code SIGSEGV}, {@code segv} and {@code Segmentation fault}; {@code 5} and
 * {@code 5 bytes}.
 */
public final class AnswerReader implements Question.Visitor<Optional<Reply>> {
    /** How much of an answer is kept to show it. */
    private static final int LONGEST_SHOWN = 80;

    /** A longer text is neither a word nor a number, and is not searched for one. */
    private static final int LONGEST_WORD = 100;

    private static final Pattern ERRNO = Pattern.compile("E[A-Z0-9]{2,15}");

    /** A size with the unit that people add, or write otherwise than scenarios do. */
    private static final Pattern SIZE =
            Pattern.compile("(?<number>.*?)\\s*(?:(?<factor>[KMG])(?:i?B)?|bytes?|B)", Pattern.CASE_INSENSITIVE);

    private static final Pattern COUNT = Pattern.compile(
            "(?<number>\\d+|0x\\p{XDigit}+)\\s*(?:(?:physical\\s+)?pages?|copy|copies|frames?)?",
            Pattern.CASE_INSENSITIVE);

    private final PredictedAnswer.Text answer;
    private final String word;
    private final AnswerForms forms;

    private AnswerReader(PredictedAnswer.Text answer, AnswerForms forms) {
        this.answer = answer;
        String around = Quotes.aroundWord(answer.text());
        this.word = around.length() <= LONGEST_WORD ? around : "";
        this.forms = forms;
    }

    /** What an answer means to a question of a story in which answers have these forms. */
    public static Given read(Question question, PredictedAnswer answer, AnswerForms forms) {
        if (answer instanceof PredictedAnswer.Nothing) {
            return new Given.Unanswered();
        }
        String written = shortened(answer.span().text());
        if (answer instanceof PredictedAnswer.Unreadable unreadable) {
            return new Given.Invalid(written, unreadable.why());
        }
        Optional<Reply> reply = question instanceof Question.Possible possible
                ? several(possible, answer, forms)
                : one(question, answer, forms);
        return reply.isEmpty()
                ? new Given.Invalid(written, complaint(question, answer) + ": write " + Accepted.of(question, forms))
                : new Given.Answered(reply.get(), written);
    }

    private static String complaint(Question question, PredictedAnswer answer) {
        if (question instanceof Question.ContentOf content && answer instanceof PredictedAnswer.Text text) {
            int length = Quotes.withoutPair(text.text()).getBytes(StandardCharsets.UTF_8).length;
            if (length > content.longest()) {
                return "this is not an answer to the question, and is too long for text: " + length + " bytes, not "
                        + content.longest();
            }
        }
        return "this is not an answer to the question";
    }

    private static Optional<Reply> one(Question question, PredictedAnswer answer, AnswerForms forms) {
        if (answer instanceof PredictedAnswer.Spelled spelled) {
            return spelled(question, spelled.content(), forms);
        }
        return answer instanceof PredictedAnswer.Text text
                ? question.accept(new AnswerReader(text, forms))
                : Optional.empty();
    }

    private static Optional<Reply> spelled(Question question, Content content, AnswerForms forms) {
        return question instanceof Question.ContentOf asked
                ? new ContentReader(asked, forms).spelled(content)
                : Optional.empty();
    }

    /** A list of contents; one that stands alone is a list of one. No answer is one that names nothing. */
    private static Optional<Reply> several(Question.Possible question, PredictedAnswer answer, AnswerForms forms) {
        List<PredictedAnswer> members = members(answer, forms);
        List<Reply> replies = new ArrayList<>();
        for (PredictedAnswer member : members) {
            one(question.inOneOrder(), member, forms).ifPresent(replies::add);
        }
        return replies.isEmpty() || replies.size() < members.size()
                ? Optional.empty()
                : Optional.of(new Reply.Several(replies));
    }

    private static List<PredictedAnswer> members(PredictedAnswer answer, AnswerForms forms) {
        if (answer instanceof PredictedAnswer.Several several) {
            return several.members();
        }
        List<PredictedAnswer> members = new ArrayList<>();
        if (answer instanceof PredictedAnswer.Text text && !forms.writes(',')) {
            for (String member : text.text().split(",", -1)) {
                if (member.isBlank()) {
                    return List.of(answer);
                }
                members.add(new PredictedAnswer.Text(member.strip(), text.span()));
            }
        }
        return members.isEmpty() ? List.of(answer) : members;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
    }

    @Override
    public Optional<Reply> contentOf(Question.ContentOf question) {
        return new ContentReader(question, forms).text(answer.text());
    }

    /** One of the contents. */
    @Override
    public Optional<Reply> possible(Question.Possible question) {
        return contentOf(question.inOneOrder());
    }

    @Override
    public Optional<Reply> raises(Question.Raises question) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "none", "no", "no signal", "nothing" -> Optional.of(new Reply.Raised(Optional.empty()));
            default -> {
                Optional<Signal> signal = SignalWords.find(word);
                yield signal.isEmpty() ? Optional.empty() : Optional.of(new Reply.Raised(signal));
            }
        };
    }

    @Override
    public Optional<Reply> samePage(Question.SamePage question) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "yes", "y", "true" -> Optional.of(new Reply.YesNo(true));
            case "no", "n", "false" -> Optional.of(new Reply.YesNo(false));
            default -> Optional.empty();
        };
    }

    @Override
    public Optional<Reply> sizeOf(Question.SizeOf question) {
        Matcher unit = SIZE.matcher(word);
        String size = word;
        if (unit.matches() && !word.startsWith("0x")) {
            String factor = unit.group("factor");
            size = unit.group("number") + (factor == null ? "" : factor.toUpperCase(Locale.ROOT));
        }
        return number(size);
    }

    @Override
    public Optional<Reply> outcomeOf(Question.OutcomeOf question) {
        if (word.equalsIgnoreCase(Reply.Outcome.OK) || word.equalsIgnoreCase("success")) {
            return Optional.of(new Reply.Outcome(Reply.Outcome.OK));
        }
        Optional<Signal> signal = SignalWords.find(word);
        if (signal.isPresent()) {
            return Optional.of(new Reply.Outcome(signal.get().name()));
        }
        String upper = word.toUpperCase(Locale.ROOT);
        return ERRNO.matcher(upper).matches() ? Optional.of(new Reply.Outcome(upper)) : Optional.empty();
    }

    @Override
    public Optional<Reply> pages(Question.Pages question) {
        return count();
    }

    @Override
    public Optional<Reply> copies(Question.Copies question) {
        return count();
    }

    /** How many: a page is one, not its bytes. */
    private Optional<Reply> count() {
        Matcher count = COUNT.matcher(word);
        return count.matches() ? number(count.group("number")) : Optional.empty();
    }

    private Optional<Reply> number(String text) {
        OptionalLong number = SizeText.parse(text, forms.pageSize());
        return number.isEmpty() ? Optional.empty() : Optional.of(new Reply.Count(number.getAsLong()));
    }
}
