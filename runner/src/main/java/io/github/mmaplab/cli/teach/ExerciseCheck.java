package io.github.mmaplab.cli.teach;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.answer.ReplyText;
import io.github.mmaplab.answer.VariantException;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.play.Kernels;
import io.github.mmaplab.cli.play.Progress;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.Survey;
import io.github.mmaplab.kernel.machine.Trait;
import io.github.mmaplab.report.Played;
import io.github.mmaplab.report.TextReport;
import io.github.mmaplab.run.Exploration;
import io.github.mmaplab.run.TraitDependence;
import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Variant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Plays the variants of an exercise, also on the kernel of the machine if it is available, and reports the results. */
public final class ExerciseCheck {
    /** The maximum number of variants shown that fail in the same way. */
    private static final int MOST_SHOWN = 3;

    private final Host host;
    private final Palette palette;
    private final @Nullable Kernels real;
    private final boolean quiet;
    private final boolean strict;
    private final Survey survey = new Survey();
    /** What the real kernel could not report, and how often. */
    private final Map<String, Integer> notChecked = new TreeMap<>();

    private int compared;
    private int failures;

    /**
     * A check.
     *
     * @param real the kernel of the machine; null if it is not used
     */
    public ExerciseCheck(Host host, Palette palette, @Nullable Kernels real, boolean quiet, boolean strict) {
        this.host = host;
        this.palette = palette;
        this.real = real;
        this.quiet = quiet;
        this.strict = strict;
    }

    /** Checks an exercise on at most {@code most} of its variants. */
    public ExitCode check(Assignment assignment, int most) {
        List<Variant> sample = assignment.sample(most);
        Progress progress = new Progress(host, !quiet);
        progress.begin("playing the variants of " + assignment.id() + ":", sample.size());
        AnswerKey shown = null;
        for (Variant variant : sample) {
            AnswerKey key = key(assignment, variant);
            if (key != null && add(key)) {
                shown = key;
            }
            progress.step();
            progress.show();
        }
        progress.clear();
        survey.notOffered().stream()
                .limit(MOST_SHOWN)
                .forEach(missing -> fail("the right answer is not offered: " + missing));
        failures += Math.max(0, survey.notOffered().size() - MOST_SHOWN);
        survey.unreadable().forEach(this::fail);
        String text = shown == null ? "" : SurveyText.of(survey, assignment.variants(), shown);
        boolean warned = text.contains("\nwarning: ");
        boolean well = failures == 0 && shown != null && !(strict && warned);
        if (!quiet || !well) {
            host.out().println(assignment.id());
            host.out().print(text);
            tellOfReal();
            host.out().println(well ? "the exercise is sound" : "the exercise is not sound");
        }
        return well ? ExitCode.PASSED : ExitCode.FAILED;
    }

    private @Nullable AnswerKey key(Assignment assignment, Variant variant) {
        try {
            return assignment.key(variant);
        } catch (VariantException e) {
            fail(String.valueOf(e.getMessage()));
            return null;
        }
    }

    private boolean add(AnswerKey key) {
        if (!survey.add(key)) {
            if (failures++ < MOST_SHOWN) {
                host.out().println(key.variant().words() + " does not behave as expected:");
                show(key);
            }
            return false;
        }
        compare(key);
        return true;
    }

    private void show(AnswerKey key) {
        try {
            new TextReport(host.out(), palette, TextReport.Detail.QUIET, false)
                    .played(new Played.Finished(key.linux(), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compare(AnswerKey key) {
        PageSize pageSize = new PageSize(key.scenario().pageSize());
        if (real == null) {
            return;
        }
        String refusal = real.refusal(pageSize);
        if (refusal != null) {
            notChecked.merge(refusal, key.truth().size(), Integer::sum);
            return;
        }
        Map<String, Reply> replies = AnswerKey.replies(Exploration.run(key.scenario(), real::boot));
        key.truth().forEach((question, truth) -> {
            if (key.question(question).judge() == Question.Judge.KERNEL) {
                compare(key, question, truth, replies.get(question), real.lacking());
            }
        });
    }

    private void compare(AnswerKey key, String question, Reply truth, @Nullable Reply seen, Set<Trait> lacking) {
        boolean right = truth.equals(seen);
        Optional<String> why = seen instanceof Reply.None none
                ? Optional.of(none.why())
                : right || seen == null
                        ? Optional.empty()
                        : TraitDependence.reason(key.scenario(), question, seen, lacking);
        if (why.isPresent()) {
            notChecked.merge(question + ": " + why.get(), 1, Integer::sum);
        } else if (seen == null || !right) {
            fail("this machine's kernel answers " + (seen == null ? "nothing" : ReplyText.of(seen)) + " to `" + question
                    + "`, not " + ReplyText.of(truth) + ", in "
                    + key.variant().words());
        } else {
            compared++;
        }
    }

    private void fail(String what) {
        if (failures++ < MOST_SHOWN) {
            host.out().println("error: " + what);
        }
    }

    private void tellOfReal() {
        if (real != null) {
            host.out().println("\n" + compared + " answers agree with this machine's kernel");
            notChecked.forEach((why, count) -> host.out().println("  not checked, " + count + "x: " + why));
        }
    }
}
