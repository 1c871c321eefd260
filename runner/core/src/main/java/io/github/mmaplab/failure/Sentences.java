package io.github.mmaplab.failure;

import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.run.Bytes;
import io.github.mmaplab.run.result.Expected;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.Seen;
import io.github.mmaplab.scenario.model.ExpectedOutcome;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.text.Numerals;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Says each problem in one sentence. */
public final class Sentences {

    /** Of what was seen in place of a table, so much is shown. */
    private static final int MOST_INSTEAD = 5;

    private Sentences() {}

    /** What was expected and what came, on one line. */
    public static String of(Problem problem, Scenario scenario) {
        if (problem instanceof Problem.WrongSight sight) {
            return sight.expected() instanceof Expected.Mappings
                    ? sight.place() + ": the mappings differ from those expected"
                    : sight.place() + ": expected " + sight(sight);
        }
        if (problem instanceof Problem.WrongOutcome outcome) {
            String verb = Titles.isStep(scenario, outcome.step())
                    ? Titles.step(scenario, outcome.step()).info().verb()
                    : "mmap";
            return verb + " of " + outcome.target() + ": expected " + expected(outcome.expected()) + ", but "
                    + came(outcome);
        }
        if (problem instanceof Problem.Ended ended) {
            return ended.process() + " has ended, " + ended.how() + " " + Titles.moment(scenario, ended.endedAt())
                    + ": it can no longer do or see anything";
        }
        if (problem instanceof Problem.InOrder inOrder) {
            return of(inOrder.problem(), inOrder.scenario());
        }
        if (problem instanceof Problem.Holds) {
            return "everything in this table is seen, but must never be";
        }
        if (problem instanceof Problem.Stuck) {
            return "no branch can go on: each that has steps left waits forever";
        }
        return problem instanceof Problem.NeverHolds
                ? "what must sometimes be seen is "
                        + (OutcomeWords.what(scenario, problem.step()).equals("orders")
                                ? "seen in no order"
                                : "never seen")
                : ((Problem.NotPlayable) problem).message();
    }

    /** In which order a problem is met, and in how many. */
    static String order(Problem.InOrder problem) {
        String in = OutcomeWords.in(problem.scenario(), lastPlayed(problem));
        String what = OutcomeWords.what(problem.scenario(), problem.step());
        if (problem.orders().equals(BigInteger.ONE) && what.equals("orders")) {
            return in.isEmpty() ? "the only order breaks it" : in + ", which is the only one";
        }
        String orders = Numerals.grouped(problem.orders()) + " " + what + " ";
        String all = problem.broken().equals(problem.orders())
                ? "all " + orders + "break it"
                : Numerals.grouped(problem.broken()) + " of " + orders
                        + (problem.broken().equals(BigInteger.ONE) ? "breaks" : "break") + " it";
        return in.isEmpty() ? all : in + "; " + all;
    }

    /** The step to which an order is shown: a step that waits is not played. */
    private static int lastPlayed(Problem.InOrder problem) {
        return problem.problem() instanceof Problem.Stuck ? problem.step() - 1 : problem.step();
    }

    /** What was seen in place of a table, in how many orders. */
    static List<String> instead(Problem.NeverHolds never, Scenario scenario) {
        List<String> lines = new ArrayList<>();
        for (Problem.Instead instead : never.instead()) {
            if (lines.size() == MOST_INSTEAD) {
                lines.add("and " + (never.instead().size() - MOST_INSTEAD) + " more");
                break;
            }
            String in = lines.isEmpty() ? OutcomeWords.in(instead.scenario(), never.step()) : "";
            StringBuilder line = new StringBuilder(where(instead.orders(), in, scenario, never.step()));
            String separator = ": ";
            for (Problem problem : instead.differing()) {
                line.append(separator).append(instead(problem));
                separator = "; ";
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** In how many orders something was seen, and in which one, if that is to be said. */
    private static String where(BigInteger orders, String in, Scenario scenario, int step) {
        if (!in.isEmpty() && orders.equals(BigInteger.ONE)) {
            return in;
        }
        return "in " + OutcomeWords.count(orders, scenario, step) + (in.isEmpty() ? "" : ", as " + in);
    }

    private static String instead(Problem problem) {
        if (!(problem instanceof Problem.WrongSight sight)) {
            return problem instanceof Problem.Ended ended ? ended.process() + " has ended" : "something else";
        }
        if (sight.expected() instanceof Expected.Content content && sight.actual() instanceof Seen.Bytes bytes) {
            Longer longer = Longer.of(content, bytes);
            return sight.place()
                    + (longer.isElsewhere()
                            ? " also holds " + longer.what()
                            : " holds "
                                    + Bytes.brief(content.choices().get(0), bytes)
                                            .get(1));
        }
        return sight.place() + (sight.actual() instanceof Seen.Word ? ", " + sight.facet() : "") + ": " + seen(sight);
    }

    private static String sight(Problem.WrongSight sight) {
        if (sight.expected() instanceof Expected.Content content && sight.actual() instanceof Seen.Bytes bytes) {
            Longer longer = Longer.of(content, bytes);
            if (longer.isElsewhere()) {
                return "only " + expected(sight) + ", but it also holds " + longer.what();
            }
            List<String> both = Bytes.brief(content.choices().get(0), bytes);
            return both.get(0) + others(content) + ", but it holds " + both.get(1);
        }
        return expected(sight) + ", but " + seen(sight);
    }

    private static String others(Expected.Content content) {
        int others = content.choices().size() - 1;
        return others == 0 ? "" : " or " + others + " other" + (others == 1 ? "" : "s");
    }

    /** What was to be seen. */
    static String expected(Problem.WrongSight sight) {
        Expected expected = sight.expected();
        if (expected instanceof Expected.Content content) {
            return Bytes.brief(content.choices().get(0), 0, 0) + others(content);
        }
        if (expected instanceof Expected.Word word) {
            return sight.facet() + ": " + word.text();
        }
        return expected instanceof Expected.Page page
                ? (page.same() ? "the same page as " : "a different page from ") + page.location()
                : "these mappings";
    }

    /** What was seen, unless it is bytes. */
    static String seen(Problem.WrongSight sight) {
        Seen seen = sight.actual();
        if (seen instanceof Seen.Fault fault) {
            return "reading " + fault.place() + " raises " + fault.signal() + " (" + fault.code() + ")";
        }
        if (seen instanceof Seen.Word word) {
            return "it is " + word.text();
        }
        if (seen instanceof Seen.Nothing) {
            return "nothing has been read into it";
        }
        if (seen instanceof Seen.Pages pages) {
            return pages.here().equals(pages.there())
                    ? "both are on " + pages.here().words()
                    : "it is on " + pages.here().words() + ", and the other on "
                            + pages.there().words();
        }
        return "it has different ones";
    }

    /** The expected outcome of a step. */
    static String expected(ExpectedOutcome expected) {
        if (expected instanceof ExpectedOutcome.Returns returns) {
            return "the call to return " + Long.toUnsignedString(returns.count());
        }
        if (expected instanceof ExpectedOutcome.Fails fails) {
            return "the error " + fails.errno().word();
        }
        if (expected instanceof ExpectedOutcome.Raises raises) {
            String code =
                    raises.code().isEmpty() ? "" : " (" + raises.code().get().word() + ")";
            return raises.signal().word() + code;
        }
        return expected instanceof ExpectedOutcome.Dies dies
                ? "the process to be killed by " + dies.signal().word()
                : "success";
    }

    /** The outcome of a step. */
    static String came(Problem.WrongOutcome outcome) {
        Outcome actual = outcome.actual();
        if (actual instanceof Outcome.Failed failed) {
            return "it fails with " + failed.errno() + ": " + failed.reason();
        }
        if (actual instanceof Outcome.Signalled signalled) {
            String place =
                    outcome.place().isEmpty() ? "" : " at " + outcome.place().get();
            return "it raises " + signalled.signal() + " (" + signalled.code() + ")" + place + ": "
                    + signalled.reason();
        }
        if (actual instanceof Outcome.Refused refused) {
            return "it is not simulated: " + refused.what();
        }
        return outcome.expected() instanceof ExpectedOutcome.Returns
                ? "it returns " + Long.toUnsignedString(actual.count())
                : "it succeeds";
    }

    /** How a scenario states this outcome; empty for success. */
    static String written(Outcome actual) {
        if (actual instanceof Outcome.Failed failed) {
            return "fails: " + failed.errno();
        }
        return actual instanceof Outcome.Signalled signalled ? "raises: " + signalled.signal() : "";
    }
}
