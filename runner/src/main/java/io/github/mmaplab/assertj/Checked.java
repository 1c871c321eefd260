package io.github.mmaplab.assertj;

import io.github.mmaplab.failure.Failure;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.run.result.Verdict;
import java.util.function.Function;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.SoftAssertionsProvider;
import org.jspecify.annotations.Nullable;

/**
 * The base of our assertions: how they fail, and how one leads to another. AssertJ's proxies for soft assertions
 * support neither assertions that lead to others nor failing ones that do, so failures are collected here.
 */
abstract class Checked<SELF extends Checked<SELF, ACTUAL>, ACTUAL> extends AbstractAssert<SELF, ACTUAL> {
    private @Nullable SoftAssertionsProvider softly;

    Checked(ACTUAL actual, Class<SELF> type) {
        super(actual, type);
    }

    /** Collects failures instead of throwing them. */
    final SELF collectedBy(@Nullable SoftAssertionsProvider collector) {
        softly = collector;
        return myself;
    }

    /** An assertion about another value, with the same description and the same collector of failures. */
    final <N extends Checked<N, T>, T> N next(Class<N> type, Class<T> of, T actual, Function<T, N> hard) {
        SoftAssertionsProvider collector = softly;
        N next = collector == null ? hard.apply(actual) : collector.proxy(type, of, actual);
        next.collectedBy(collector);
        return info.hasDescription() ? next.describedAs(info.description()) : next;
    }

    /** Fails with the problems of a run, unless it passed. */
    final SELF demandPassed(ScenarioResult result) {
        if (!result.passed()) {
            Failure failure = Failure.of(result);
            fails(failure.story(), failure.actual(), failure.expected());
        }
        return myself;
    }

    /** Fails if a run gives no verdict because the scenario could not be played to its end. */
    final void demandVerdict(ScenarioResult result) {
        if (result.verdict() == Verdict.ERROR) {
            fails("expected to fail, but it can't be played\n"
                    + Failure.of(result).story());
        }
    }

    final void fails(String message) {
        report(failure("%s", message));
    }

    /** Fails with two texts that tools show side by side, unless they are equal. */
    final void fails(String message, String actual, String expected) {
        report(
                actual.equals(expected)
                        ? failure("%s", message)
                        : failureWithActualExpected(actual, expected, "%s", message));
    }

    private void report(AssertionError error) {
        if (softly == null) {
            throw error;
        }
        softly.collectAssertionError(error);
    }
}
