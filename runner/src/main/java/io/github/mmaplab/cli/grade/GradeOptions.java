package io.github.mmaplab.cli.grade;

import io.github.mmaplab.abi.Word;
import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.diagnostic.Suggestions;
import io.github.mmaplab.exercise.grade.Policy;
import io.github.mmaplab.scenario.model.Feedback;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the command line says of how a class is graded. */
public final class GradeOptions {
    private static final Pattern PERCENT = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,2})?%");

    private GradeOptions() {}

    /** Adds the options. */
    public static Syntax addTo(Syntax syntax) {
        return syntax.value("due", "TIME", "later predictions are late: 2026-12-01T23:59:00+01:00")
                .value("late", "RULE", "late predictions: flag (the default), refuse, or the loss per day: 10%")
                .value("attempts", "WHICH", "which of a student's files counts: first, last (the default) or best")
                .value(
                        "times",
                        "FILE",
                        "CSV with the columns file and submitted: when each file was handed in; the default is"
                                + " the time when it last changed")
                .value(
                        "feedback",
                        "LEVEL",
                        "what students see: score, parts, why or key; the default is what the exercise says");
    }

    /**
     * The policy that the options state.
     *
     * @throws UsageException if one of them can't be understood
     */
    public static Policy policy(Arguments arguments) throws UsageException {
        return new Policy(
                due(arguments.only("due", "an exercise has one due date")),
                late(arguments.only("late", "give one rule")),
                attempts(arguments.only("attempts", "name one")));
    }

    /** The options as the results tell them. */
    public static Map<String, String> words(Policy policy, boolean table) {
        Map<String, String> words = new LinkedHashMap<>();
        policy.due().ifPresent(due -> words.put("due", due.toString()));
        words.put("late", policy.late().words());
        words.put("attempts", policy.attempts().word());
        words.put("times", table ? "a table" : "last change of each file");
        return words;
    }

    /**
     * The policy that results were made with.
     *
     * @param words as {@link #words} wrote them
     * @throws UsageException if somebody has changed them into something else
     */
    public static Policy policy(Map<String, String> words) throws UsageException {
        return new Policy(due(words.get("due")), late(words.get("late")), attempts(words.get("attempts")));
    }

    private static Optional<Instant> due(@Nullable String written) throws UsageException {
        if (written == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(written).toInstant());
        } catch (DateTimeException e) {
            throw new UsageException(
                    "`--due` must be a date and time, not `" + written + "`",
                    "write the date, the time and the offset from UTC: 2026-12-01T23:59:00+01:00");
        }
    }

    private static Policy.Late late(@Nullable String written) throws UsageException {
        if (written == null || written.equals("flag")) {
            return Policy.Late.FLAGGED;
        }
        if (written.equals("refuse")) {
            return Policy.Late.REFUSED;
        }
        if (PERCENT.matcher(written).matches()) {
            BigDecimal share = new BigDecimal(written.substring(0, written.length() - 1)).movePointLeft(2);
            if (share.compareTo(BigDecimal.ONE) <= 0) {
                return new Policy.Late(false, share);
            }
        }
        throw new UsageException(
                "`--late` must be flag, refuse, or a percentage for each day begun, not `" + written + "`",
                "write `--late 10%`");
    }

    private static Policy.Attempts attempts(@Nullable String written) throws UsageException {
        return written == null ? Policy.Attempts.LAST : find("--attempts", written, Policy.Attempts.values());
    }

    /**
     * How much students are told: as the option says, or else as the exercise does.
     *
     * @throws UsageException if the option says no level
     */
    public static Feedback feedback(Arguments arguments, Feedback usual) throws UsageException {
        String written = arguments.only("feedback", "name one level");
        return written == null ? usual : find("--feedback", written, Feedback.values());
    }

    private static <W extends Word> W find(String option, String written, W[] all) throws UsageException {
        List<String> words = new ArrayList<>();
        for (W each : all) {
            if (each.word().equals(written)) {
                return each;
            }
            words.add(each.word());
        }
        throw new UsageException(
                "`" + option + "` must be one of " + String.join(", ", words) + ", not `" + written + "`",
                Suggestions.nearestOr(written, words, "leave it out for the default"));
    }
}
