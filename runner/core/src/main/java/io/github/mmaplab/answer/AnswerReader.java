package io.github.mmaplab.answer;

import io.github.mmaplab.abi.Signal;
import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.scenario.decode.SizeText;
import io.github.mmaplab.scenario.model.AnswerKind;
import io.github.mmaplab.scenario.model.PredictedAnswer;
import io.github.mmaplab.scenario.model.Question;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds out what an answer means to its question. What is the same is made alike here: {@code 66}, {@code 0x42} and
 * {@code B}, where one byte is asked; {@code SIGSEGV}, {@code segv} and {@code Segmentation fault}; {@code 5} and
 * {@code 5 bytes}.
 */
public final class AnswerReader implements AnswerKind.Visitor<Optional<Reply>> {
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

    private static final Pattern STEP = Pattern.compile("(?:steps?\\s+)?(?<number>\\d{1,6})", Pattern.CASE_INSENSITIVE);

    /** That no step is meant. */
    private static final Pattern NONE = Pattern.compile("none|none of them|no step|nothing", Pattern.CASE_INSENSITIVE);

    private static final Pattern FRAME = Pattern.compile(
            "(?:(?:physical\\s+)?(?:page|frame)\\s+)?#?(?<name>[\\p{Alnum}_]{1,20})", Pattern.CASE_INSENSITIVE);

    /** That a page cannot be read. */
    private static final Pattern NO_FRAME =
            Pattern.compile("none|no page|nothing|-|SIG(?:SEGV|BUS)", Pattern.CASE_INSENSITIVE);

    private static final Pattern EXIT_CODE = Pattern.compile("\\d{1,3}");

    /** How many exit codes there are. */
    private static final int EXIT_CODES = 256;

    private final PredictedAnswer answer;
    private final AnswerForms forms;

    private AnswerReader(PredictedAnswer answer, AnswerForms forms) {
        this.answer = answer;
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
        Optional<Reply> reply = question.answer().accept(new AnswerReader(answer, forms));
        return reply.isEmpty()
                ? new Given.Invalid(
                        written, complaint(question.answer(), answer) + ": write " + Accepted.of(question, forms))
                : new Given.Answered(reply.get(), written);
    }

    private static String complaint(AnswerKind kind, PredictedAnswer answer) {
        if (kind instanceof AnswerKind.Bytes content && answer instanceof PredictedAnswer.Text text) {
            int length = Quotes.withoutPair(text.text()).getBytes(StandardCharsets.UTF_8).length;
            if (length > content.longest()) {
                return "this is not an answer to the question, and is too long for text: " + length + " bytes, not "
                        + content.longest();
            }
        }
        return "this is not an answer to the question";
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "...";
    }

    @Override
    public Optional<Reply> bytes(AnswerKind.Bytes kind) {
        ContentReader reader = new ContentReader(kind, forms);
        if (answer instanceof PredictedAnswer.Spelled spelled) {
            return reader.spelled(spelled.content());
        }
        return answer instanceof PredictedAnswer.Text text ? reader.text(text.text()) : Optional.empty();
    }

    /** A list of answers; a single one is a list of one. An empty list is no answer, except to the question which steps. */
    @Override
    public Optional<Reply> set(AnswerKind.SetOf kind) {
        boolean ofSteps = kind.each() instanceof AnswerKind.StepNumber;
        if (ofSteps && isNone()) {
            return Optional.of(new Reply.Several(List.of()));
        }
        List<PredictedAnswer> members = members(kind.each() instanceof AnswerKind.Bytes && forms.writes(','));
        List<Reply> replies = new ArrayList<>();
        for (PredictedAnswer member : members) {
            kind.each().accept(new AnswerReader(member, forms)).ifPresent(replies::add);
        }
        return replies.size() < Math.max(members.size(), ofSteps ? 0 : 1)
                ? Optional.empty()
                : Optional.of(new Reply.Several(replies));
    }

    private boolean isNone() {
        return answer instanceof PredictedAnswer.Text text
                && NONE.matcher(Quotes.aroundWord(text.text())).matches();
    }

    @Override
    public Optional<Reply> step(AnswerKind.StepNumber kind) {
        Matcher step = answer instanceof PredictedAnswer.Text text
                ? STEP.matcher(Quotes.aroundWord(text.text()))
                : STEP.matcher("");
        if (!step.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(step.group("number"));
        return kind.among().contains(number) ? Optional.of(new Reply.Count(number)) : Optional.empty();
    }

    /** Names are alike in any case, with or without what a name is of: {@code a}, {@code #A}, {@code page A}. */
    @Override
    public Optional<Reply> frames(AnswerKind.Frames kind) {
        List<PredictedAnswer> members = members(false);
        Map<String, Integer> numbers = new HashMap<>();
        List<Integer> pages = new ArrayList<>();
        for (PredictedAnswer member : members) {
            String word = member instanceof PredictedAnswer.Text text ? Quotes.aroundWord(text.text()) : "";
            Matcher frame = FRAME.matcher(word.length() <= LONGEST_WORD ? word : "");
            if (NO_FRAME.matcher(word).matches()) {
                pages.add(Reply.Frames.NO_PAGE);
            } else if (frame.matches()) {
                String name = frame.group("name").toLowerCase(Locale.ROOT);
                numbers.putIfAbsent(name, numbers.size() + 1);
                pages.add(numbers.getOrDefault(name, Reply.Frames.NO_PAGE));
            } else {
                return Optional.empty();
            }
        }
        return pages.size() == kind.pages().size() ? Optional.of(new Reply.Frames(pages)) : Optional.empty();
    }

    /** The members of a list, whether or not it has brackets. */
    private List<PredictedAnswer> members(boolean hasCommasInside) {
        if (answer instanceof PredictedAnswer.Several several) {
            return several.members();
        }
        List<PredictedAnswer> members = new ArrayList<>();
        if (answer instanceof PredictedAnswer.Text text && !hasCommasInside) {
            for (String member : text.text().split(",", -1)) {
                if (member.isBlank()) {
                    return List.of(answer);
                }
                members.add(new PredictedAnswer.Text(member.strip(), text.span()));
            }
        }
        return members.isEmpty() ? List.of(answer) : members;
    }

    @Override
    public Optional<Reply> plain(AnswerKind.Plain kind) {
        if (!(answer instanceof PredictedAnswer.Text text)) {
            return Optional.empty();
        }
        String around = Quotes.aroundWord(text.text());
        String word = around.length() <= LONGEST_WORD ? around : "";
        return switch (kind) {
            case SIGNAL, KILLED_BY -> signal(word);
            case YES_NO -> yesNo(word);
            case SIZE -> size(word);
            case COUNT -> count(word);
            case OUTCOME -> outcome(word);
            case PROTECTION -> ProtectionWords.find(word).map(Reply.Word::new);
            case SHARING -> sharing(word);
            case EXIT_CODE -> exitCode(word);
            case MAPPING_KIND -> MappingKindWords.find(word).map(each -> new Reply.Word(each.word()));
            case WORDS -> Optional.of(new Reply.Word(text.text()));
        };
    }

    private static Optional<Reply> signal(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "none", "no", "no signal", "nothing" -> Optional.of(new Reply.Raised(Optional.empty()));
            default -> SignalWords.find(word).map(signal -> new Reply.Raised(Optional.of(signal)));
        };
    }

    private static Optional<Reply> yesNo(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "yes", "y", "true" -> Optional.of(new Reply.YesNo(true));
            case "no", "n", "false" -> Optional.of(new Reply.YesNo(false));
            default -> Optional.empty();
        };
    }

    private Optional<Reply> size(String word) {
        Matcher unit = SIZE.matcher(word);
        String size = word;
        if (unit.matches() && !word.startsWith("0x")) {
            String factor = unit.group("factor");
            size = unit.group("number") + (factor == null ? "" : factor.toUpperCase(Locale.ROOT));
        }
        return number(size);
    }

    private static Optional<Reply> outcome(String word) {
        if (word.equalsIgnoreCase(Reply.Word.OK.word()) || word.equalsIgnoreCase("success")) {
            return Optional.of(Reply.Word.OK);
        }
        Optional<Signal> signal = SignalWords.find(word);
        if (signal.isPresent()) {
            return Optional.of(new Reply.Word(signal.get().name()));
        }
        String upper = word.toUpperCase(Locale.ROOT);
        return ERRNO.matcher(upper).matches() ? Optional.of(new Reply.Word(upper)) : Optional.empty();
    }

    private static Optional<Reply> sharing(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "private", "map_private" -> Optional.of(new Reply.Word("private"));
            case "shared", "map_shared" -> Optional.of(new Reply.Word("shared"));
            case "not mapped", "unmapped" -> Optional.of(Reply.Word.NOT_MAPPED);
            default -> Optional.empty();
        };
    }

    private static Optional<Reply> exitCode(String word) {
        if (EXIT_CODE.matcher(word).matches()) {
            long code = Long.parseLong(word);
            return code < EXIT_CODES ? Optional.of(new Reply.Count(code)) : Optional.empty();
        }
        return word.equalsIgnoreCase("none") || word.equalsIgnoreCase("no")
                ? Optional.of(Reply.Word.NONE)
                : Optional.empty();
    }

    /** How many: a page is one, not its bytes. */
    private Optional<Reply> count(String word) {
        Matcher count = COUNT.matcher(word);
        return count.matches() ? number(count.group("number")) : Optional.empty();
    }

    private Optional<Reply> number(String text) {
        OptionalLong number = SizeText.parse(text, forms.pageSize());
        return number.isEmpty() ? Optional.empty() : Optional.of(new Reply.Count(number.getAsLong()));
    }
}
