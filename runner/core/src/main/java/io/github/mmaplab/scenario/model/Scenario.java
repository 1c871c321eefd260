package io.github.mmaplab.scenario.model;

import io.github.mmaplab.abi.CrashModel;
import io.github.mmaplab.diagnostic.Span;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A scenario as it is run: of a file with {@code cases}, one for each row.
 *
 * @param title its title, the parameters of {@code cases} replaced
 * @param about prose, Markdown
 * @param tags words to select by
 * @param references where the behaviour is documented
 * @param pageSize 4096, 16384 or 65536 bytes
 * @param crash what a crash of the machine may leave
 * @param files the files at the beginning
 * @param processes the processes at the beginning, at least one
 * @param steps what happens, in order
 * @param expect what is seen after the last step, in every order of what is concurrent
 * @param claims what is seen there in some orders or in none
 * @param orders in how many orders its steps can be played; 1 if nothing is concurrent
 * @param order the order of its steps, if they were concurrent
 * @param row the row of {@code cases}
 * @param document which document of its file, from 1
 * @param titleSpan the title
 * @param span the whole document
 */
public record Scenario(
        String title,
        Optional<String> about,
        List<String> tags,
        List<String> references,
        int pageSize,
        CrashModel crash,
        List<FileSpec> files,
        List<ProcessSpec> processes,
        List<Step> steps,
        List<Expectation> expect,
        List<Claim> claims,
        BigInteger orders,
        Optional<Order> order,
        Optional<CaseRow> row,
        int document,
        Span titleSpan,
        Span span) {
    /** Copies the lists. */
    public Scenario {
        tags = List.copyOf(tags);
        references = List.copyOf(references);
        files = List.copyOf(files);
        processes = List.copyOf(processes);
        steps = List.copyOf(steps);
        expect = List.copyOf(expect);
        claims = List.copyOf(claims);
    }

    /** Whether there are steps with no order between them. */
    public boolean isConcurrent() {
        return orders.compareTo(BigInteger.ONE) > 0;
    }

    /** Whether the power fails in it. */
    public boolean hasCrash() {
        return steps.stream().anyMatch(Step.Crash.class::isInstance);
    }

    /** Whether it can be played in more than one way: in several orders, or with several disks after a crash. */
    public boolean hasSeveralOutcomes() {
        return isConcurrent() || (order.isEmpty() && hasCrash());
    }

    /** Whether both were made of one document, as the rows of its {@code cases} are: they count as one scenario. */
    public boolean isOfOneDocumentWith(Scenario other) {
        return document == other.document && span.source().equals(other.span.source());
    }

    /** The same scenario with its steps in one order. */
    public Scenario inOrder(List<Step> steps, Order order) {
        return new Scenario(
                title,
                about,
                tags,
                references,
                pageSize,
                crash,
                files,
                processes,
                steps,
                expect,
                claims,
                BigInteger.ONE,
                Optional.of(order),
                row,
                document,
                titleSpan,
                span);
    }

    /** What there is before the first step, as a scenario in which nothing happens and nothing is expected. */
    public Scenario beginning() {
        return new Scenario(
                title,
                about,
                tags,
                references,
                pageSize,
                crash,
                files,
                processes,
                List.of(),
                List.of(),
                List.of(),
                BigInteger.ONE,
                Optional.empty(),
                row,
                document,
                titleSpan,
                span);
    }

    /** Every step but {@code concurrently}, as they follow each other in the file, in whichever order they are played. */
    public List<Step> stepsAsWritten() {
        List<Step> written = new ArrayList<>();
        for (Step step : steps) {
            written.addAll(step instanceof Step.Concurrently concurrently ? concurrently.steps() : List.of(step));
        }
        for (Order.Turn turn : turns()) {
            written.set(turn.written() - 1, steps.get(turn.step() - 1));
        }
        return written;
    }

    /** Whether a branch waits for another one, so that not every arrangement of the steps is an order that can be played. */
    public boolean waits() {
        return stepsOfBranchesAsWritten().stream().anyMatch(Step.Until.class::isInstance);
    }

    /** Those of them that are steps of branches. */
    public List<Step> stepsOfBranchesAsWritten() {
        List<Step> written = new ArrayList<>();
        for (Step step : steps) {
            if (step instanceof Step.Concurrently concurrently) {
                written.addAll(concurrently.steps());
            }
        }
        turns().stream()
                .sorted(Comparator.comparingInt(Order.Turn::written))
                .forEach(turn -> written.add(steps.get(turn.step() - 1)));
        return written;
    }

    /** The steps of branches, as they come in the order of this scenario; none if it is in no order of its own. */
    public List<Order.Turn> turns() {
        return order.map(Order::turns).orElse(List.of());
    }

    /** What its crashes leave, in the order of this scenario; none if it is in no order of its own. */
    public List<Order.Crash> crashes() {
        return order.map(Order::crashes).orElse(List.of());
    }

    /** The number of the step at {@code index}: the first of its numbers, where its branches have several steps. */
    public int numberOf(int index) {
        int number = 1;
        for (Step step : steps.subList(0, index)) {
            number += step.count();
        }
        return number;
    }

    /**
     * The number of a step in messages: its place in the file, where branches follow each other, in whichever order
     * they are played.
     *
     * @param step the step in the order of this scenario
     */
    public int written(int step) {
        return order.isEmpty() ? step : order.get().written(step);
    }

    /** The step in the order of this scenario that has the number {@code written} in the file. */
    public int played(int written) {
        return order.isEmpty() ? written : order.get().played(written);
    }

    /** How many steps are played, in whichever order. */
    public int count() {
        return numberOf(steps.size()) - 1;
    }

    /** Every row of every table of expectations, claimed or not. */
    public List<Expectation> allRows() {
        List<Expectation> rows = new ArrayList<>(expect);
        claims.forEach(claim -> rows.addAll(claim.rows()));
        for (Step step : stepsAsWritten()) {
            if (step instanceof Step.Expect table) {
                rows.addAll(table.rows());
                table.claims().forEach(claim -> rows.addAll(claim.rows()));
            }
        }
        return rows;
    }

    /** What is asked, in the order of the steps; nothing, unless it comes from an exercise. */
    public List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (Step step : steps) {
            if (step instanceof Step.Ask ask) {
                questions.addAll(ask.questions());
            }
        }
        return questions;
    }
}
