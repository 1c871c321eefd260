package io.github.mmaplab.exercise;

import io.github.mmaplab.kernel.abi.Data;
import io.github.mmaplab.kernel.abi.Signal;
import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.scenario.decode.SizeText;
import io.github.mmaplab.scenario.model.Content;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.PredictedAnswer;
import io.github.mmaplab.scenario.model.Question;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Finds out what an answer means to its question. What is the same is made alike here: {@code 66}, {@code 0x42} and
 * {@code B}, where one byte is asked; {@code SIGSEGV} and {@code segv}.
 */
public final class AnswerReader implements Question.Visitor<Optional<Reply>> {
    /** How much of an answer is kept to show it. */
    private static final int LONGEST_SHOWN = 80;

    private static final Pattern ERRNO = Pattern.compile("E[A-Z0-9]{2,15}");

    private final PredictedAnswer.Text answer;
    private final String word;
    private final int pageSize;

    private AnswerReader(PredictedAnswer.Text answer, int pageSize) {
        this.answer = answer;
        this.word = answer.text().strip();
        this.pageSize = pageSize;
    }

    /**
     * What an answer means.
     *
     * @param pageSize what {@code 1 page} is, in bytes
     */
    public static Given read(Question question, PredictedAnswer answer, int pageSize) {
        if (answer instanceof PredictedAnswer.Nothing) {
            return new Given.Unanswered();
        }
        String written = shortened(answer.span().text());
        if (answer instanceof PredictedAnswer.Unreadable unreadable) {
            return new Given.Invalid(written, unreadable.why());
        }
        Optional<Reply> reply = question instanceof Question.Possible possible
                ? several(possible, answer, pageSize)
                : one(question, answer, pageSize);
        return reply.isEmpty()
                ? new Given.Invalid(written, "not an answer to this question: write " + Accepted.of(question))
                : new Given.Answered(reply.get(), written);
    }

    private static Optional<Reply> one(Question question, PredictedAnswer answer, int pageSize) {
        if (answer instanceof PredictedAnswer.Spelled spelled) {
            return spelled(question, spelled.content());
        }
        return answer instanceof PredictedAnswer.Text text
                ? question.accept(new AnswerReader(text, pageSize))
                : Optional.empty();
    }

    /** A list of contents; one that stands alone is a list of one. No answer is one that names nothing. */
    private static Optional<Reply> several(Question.Possible question, PredictedAnswer answer, int pageSize) {
        List<PredictedAnswer> members =
                answer instanceof PredictedAnswer.Several several ? several.members() : List.of(answer);
        List<Reply> replies = new ArrayList<>();
        for (PredictedAnswer member : members) {
            one(question.inOneOrder(), member, pageSize).ifPresent(replies::add);
        }
        return replies.isEmpty() || replies.size() < members.size()
                ? Optional.empty()
                : Optional.of(new Reply.Several(replies));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
    }

    private static Optional<Reply> spelled(Question question, Content content) {
        if (!(question instanceof Question.ContentOf asked)) {
            return Optional.empty();
        }
        return Long.compareUnsigned(content.length(), asked.length()) > 0
                ? Optional.empty()
                : Optional.of(padded(asked, content.bytes(0, (int) content.length())));
    }

    /** Memory has as many bytes as are asked for: zeros at the end may be left out. A file may end before. */
    private static Reply padded(Question.ContentOf question, byte[] bytes) {
        return new Reply.Bytes(Data.of(
                question.location() instanceof Location.InFile
                        ? bytes
                        : Arrays.copyOf(bytes, (int) question.length())));
    }

    @Override
    public Optional<Reply> contentOf(Question.ContentOf question) {
        byte[] bytes = answer.text().getBytes(StandardCharsets.UTF_8);
        if (question.length() == 1 && bytes.length > 1) {
            OptionalLong number = SizeText.parse(word, pageSize);
            if (number.isPresent() && number.getAsLong() >= 0 && number.getAsLong() <= 0xFF) {
                return Optional.of(new Reply.Bytes(Data.of(new byte[] {(byte) number.getAsLong()})));
            }
        }
        Optional<Signal> signal = signal(word, bytes.length > question.length());
        if (signal.isPresent() && bytes.length != question.length()) {
            return Optional.of(new Reply.Raised(signal));
        }
        boolean empty = bytes.length == 0 && question.location() instanceof Location.InMemory;
        return empty || bytes.length > question.length() ? Optional.empty() : Optional.of(padded(question, bytes));
    }

    /** One of the contents. */
    @Override
    public Optional<Reply> possible(Question.Possible question) {
        return contentOf(question.inOneOrder());
    }

    @Override
    public Optional<Reply> raises(Question.Raises question) {
        if (word.equalsIgnoreCase("none")) {
            return Optional.of(new Reply.Raised(Optional.empty()));
        }
        Optional<Signal> signal = signal(word, true);
        return signal.isEmpty() ? Optional.empty() : Optional.of(new Reply.Raised(signal));
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
        return count();
    }

    @Override
    public Optional<Reply> outcomeOf(Question.OutcomeOf question) {
        if (word.equalsIgnoreCase(Reply.Outcome.OK) || word.equalsIgnoreCase("success")) {
            return Optional.of(new Reply.Outcome(Reply.Outcome.OK));
        }
        Optional<Signal> signal = signal(word, true);
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

    private Optional<Reply> count() {
        OptionalLong number = SizeText.parse(word, pageSize);
        return number.isEmpty() ? Optional.empty() : Optional.of(new Reply.Count(number.getAsLong()));
    }

    /** The signal of that name, in upper or lower case; without its SIG only where that can mean nothing else. */
    private static Optional<Signal> signal(String word, boolean shortNames) {
        String upper = word.toUpperCase(Locale.ROOT);
        for (Signal signal : Signal.values()) {
            if (signal.name().equals(upper) || (shortNames && signal.name().equals("SIG" + upper))) {
                return Optional.of(signal);
            }
        }
        return Optional.empty();
    }
}
