package io.github.mmaplab.listing;

import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A scenario as C with numbered lines, which run in the order of their numbers.
 *
 * @param isOneProgram whether it is a program that makes its processes by fork(2). Otherwise each line belongs to a
 *     process, and the number says when it runs.
 * @param processes the names of the processes, in the order in which they begin
 * @param lines in the order of their numbers
 * @param concurrent the lines that have no order between them
 */
public record Listing(boolean isOneProgram, List<String> processes, List<Line> lines, List<AnyOrder> concurrent) {
    /** Copies the lists. */
    public Listing {
        processes = List.copyOf(processes);
        lines = List.copyOf(lines);
        concurrent = List.copyOf(concurrent);
    }

    /** What a line is for. */
    public enum Kind {
        /** Prepares a process before the first step. */
        SETUP,
        /** Changes something, or may. */
        DEED,
        /** Reads, and changes nothing that another process could see. */
        LOOK,
        /** Begins a process. */
        FORK,
        /** Ends the process. */
        EXIT,
        /** Belongs to no step: holds the program together. */
        STRUCTURE
    }

    /**
     * A line.
     *
     * @param number from 1
     * @param process the process that runs it; empty if it is about several, or about memory as a whole
     * @param kind what it is for
     * @param depth how far it is indented
     * @param code C; empty if only words say it
     * @param remark a comment; may be empty
     * @param step the number of its step in the file; 0 if it belongs to none
     * @param questions the names of the questions that it answers
     * @param child the process that it begins; empty if it begins none
     */
    public record Line(
            int number,
            String process,
            Kind kind,
            int depth,
            String code,
            String remark,
            int step,
            List<String> questions,
            String child) {
        /** Copies the list. */
        public Line {
            questions = List.copyOf(questions);
        }

        /** Whether something happens that C can't show, so that only words say it. */
        public boolean isInWords() {
            return kind == Kind.DEED && code.isEmpty();
        }

        /** The line as it is shown, without its indentation. */
        public String text() {
            String comment = remark.isEmpty() ? "" : "/* " + Literals.comment(remark) + " */";
            return code.isEmpty() ? comment : comment.isEmpty() ? code : code + "  " + comment;
        }
    }

    /**
     * Lines without an order between them, but for those of a branch.
     *
     * @param branches the numbers of the lines of each branch, ascending
     */
    public record AnyOrder(List<List<Integer>> branches) {
        /** Copies the lists. */
        public AnyOrder {
            branches = branches.stream().map(List::copyOf).toList();
        }

        /** A sentence about it. */
        public String words() {
            List<String> each = new ArrayList<>();
            branches.forEach(lines -> each.add(range(lines)));
            String last = each.remove(each.size() - 1);
            String all = "Lines " + String.join(", ", each) + " and " + last;
            return all + " run concurrently: each group keeps its order, and they can interleave in every order.";
        }

        private static String range(List<Integer> lines) {
            int first = lines.get(0);
            int last = lines.get(lines.size() - 1);
            return first == last ? String.valueOf(first) : first + " to " + last;
        }
    }

    /** A scenario as C, which need not have been played. */
    public static Listing of(Scenario scenario) {
        return new Layout(scenario).listing();
    }

    /** The numbers of the lines that answer a question: one, except for the outcome of a step of several lines. */
    public List<Integer> linesOf(Scenario scenario, Question question) {
        if (question instanceof Question.OutcomeOf outcome) {
            return linesOf(stepOf(scenario, outcome.label().name()));
        }
        return numbers(line -> line.questions().contains(question.info().name()));
    }

    /** The numbers of the lines of a step. */
    public List<Integer> linesOf(int step) {
        return numbers(line -> line.step() == step);
    }

    private List<Integer> numbers(Predicate<Line> wanted) {
        List<Integer> numbers = new ArrayList<>();
        for (Line line : lines) {
            if (wanted.test(line)) {
                numbers.add(line.number());
            }
        }
        return numbers;
    }

    private static int stepOf(Scenario scenario, String label) {
        List<Step> steps = Step.unfolded(scenario.steps());
        for (int i = 0; i < steps.size(); i++) {
            Optional<String> name = steps.get(i).info().label();
            if (name.filter(label::equals).isPresent()) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("no step with the label " + label);
    }
}
