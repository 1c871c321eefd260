package io.github.mmaplab.failure;

import io.github.mmaplab.diagnostic.DiagnosticPrinter;
import io.github.mmaplab.diagnostic.Label;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.diagnostic.Palette.Part;
import io.github.mmaplab.run.result.Expected;
import io.github.mmaplab.run.result.NotChecked;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.Seen;
import io.github.mmaplab.scenario.model.ExpectedOutcome;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.text.Medium;
import io.github.mmaplab.text.Numerals;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws what was not as expected, in the manner of a diagnostic. */
public final class ProblemText {
    private final Palette palette;
    private final DiagnosticPrinter printer;

    /** Draws in these colours. */
    public ProblemText(Palette palette) {
        this.palette = palette;
        this.printer = new DiagnosticPrinter(palette);
    }

    /** A problem of a run of {@code scenario}. */
    public String draw(Problem problem, Scenario scenario) {
        return problem instanceof Problem.InOrder inOrder
                ? draw(inOrder.problem(), inOrder.scenario(), inOrder)
                : draw(problem, scenario, null);
    }

    private String draw(Problem problem, Scenario scenario, Problem.@Nullable InOrder inOrder) {
        List<Label> labels = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        if (problem instanceof Problem.WrongSight sight) {
            explain(sight, scenario, labels, notes);
        } else if (problem instanceof Problem.Ended ended && Titles.isStep(scenario, ended.endedAt())) {
            labels.add(new Label(
                    Titles.step(scenario, ended.endedAt()).info().span(),
                    "step " + scenario.written(ended.endedAt()) + ": " + ended.process() + " ends here"));
        } else if (problem instanceof Problem.WrongOutcome outcome) {
            explain(outcome, inOrder, notes);
        } else if (problem instanceof Problem.Stuck stuck) {
            for (Problem.Waiting waiting : stuck.waiting()) {
                if (!waiting.span().equals(stuck.span())) {
                    labels.add(new Label(waiting.span(), waits(waiting)));
                }
            }
        } else if (problem instanceof Problem.NotPlayable unplayable) {
            notes.add("help: " + unplayable.hint());
        } else if (problem instanceof Problem.NeverHolds never) {
            notes.addAll(Sentences.instead(never, scenario));
        }
        if (inOrder != null) {
            notes.add(Sentences.order(inOrder));
        }
        DiagnosticPrinter.Excerpt excerpt =
                printer.excerpt(problem.span(), mark(problem, scenario), Part.ERROR, labels);
        StringBuilder text = new StringBuilder()
                .append(palette.paint(Part.ERROR, "error"))
                .append(palette.paint(Part.MESSAGE, ": " + Medium.oneLine(Sentences.of(problem, scenario))))
                .append('\n')
                .append(excerpt.text());
        appendNotes(text, excerpt.margin(), notes);
        return text.toString();
    }

    /** An expectation that could not be looked at. */
    public String draw(NotChecked notChecked) {
        return palette.paint(Part.WARNING, "not checked")
                + palette.paint(Part.MESSAGE, ": " + notChecked.why())
                + "\n"
                + printer.excerpt(notChecked.span(), "", Part.WARNING, List.of())
                        .text();
    }

    private static String mark(Problem problem, Scenario scenario) {
        if (problem instanceof Problem.NeverHolds never) {
            return "holds in none of " + OutcomeWords.count(never.orders(), scenario, never.step());
        }
        if (problem instanceof Problem.NotDecided) {
            return "there are " + Numerals.grouped(scenario.orders()) + " orders";
        }
        if (problem instanceof Problem.Stuck stuck) {
            return waits(stuck.waiting().get(0));
        }
        if (problem instanceof Problem.Holds) {
            return "holds " + Titles.moment(scenario, problem.step());
        }
        return problem instanceof Problem.WrongSight
                ? "does not hold " + Titles.moment(scenario, problem.step())
                : Titles.moment(scenario, problem.step());
    }

    private static String waits(Problem.Waiting waiting) {
        return waiting.branch() + " " + waiting.number() + " waits for this";
    }

    private static void explain(Problem.WrongSight sight, Scenario scenario, List<Label> labels, List<String> notes) {
        if (sight.expected() instanceof Expected.Content content && sight.actual() instanceof Seen.Bytes bytes) {
            notes.add(Difference.of(content, bytes));
            if (content.choices().size() == 1 && Longer.of(content, bytes).isLonger()) {
                notes.add(Longer.help(sight.place()));
            }
        } else if (sight.expected() instanceof Expected.Mappings expected
                && sight.actual() instanceof Seen.Mappings seen) {
            notes.add(rows("expected: ", expected.rows()) + "\n" + rows("    seen: ", seen.rows()));
        } else if (sight.actual() instanceof Seen.Fault fault) {
            notes.add(fault.reason());
        }
        Decided decided = Decided.of(scenario, sight);
        labels.addAll(decided.labels());
        notes.addAll(decided.notes());
    }

    private static String rows(String label, List<String> rows) {
        return label + (rows.isEmpty() ? "none" : String.join("\n" + " ".repeat(label.length()), rows));
    }

    private static void explain(Problem.WrongOutcome outcome, Problem.@Nullable InOrder inOrder, List<String> notes) {
        if (inOrder != null && inOrder.broken().compareTo(inOrder.orders()) < 0) {
            notes.add("help: a step must have the same outcome in every "
                    + (OutcomeWords.what(inOrder.scenario(), outcome.step()).equals("orders")
                            ? "order"
                            : "order, and after every crash"));
            return;
        }
        if (!(outcome.expected() instanceof ExpectedOutcome.Success)) {
            return;
        }
        String written = Sentences.written(outcome.actual());
        if (!written.isEmpty() && outcome.step() == 0) {
            notes.add("help: a mapping under `processes` must succeed; if the failure is intended, move it to a step"
                    + " `mmap: { " + outcome.target() + ": ... }` with `" + written + "` beside it");
        } else if (!written.isEmpty()) {
            notes.add("help: if this is intended, write `" + written + "` beside the step");
        }
    }

    private void appendNotes(StringBuilder text, String margin, List<String> notes) {
        if (!notes.isEmpty()) {
            text.append(margin).append(palette.paint(Part.FRAME, " |")).append('\n');
        }
        for (String note : notes) {
            text.append(margin)
                    .append(palette.paint(Part.FRAME, " ="))
                    .append(' ')
                    .append(note.replace("\n", "\n" + margin + "   "))
                    .append('\n');
        }
    }
}
