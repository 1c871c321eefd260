package io.github.mmaplab.assertj;

import io.github.mmaplab.failure.Failure;
import io.github.mmaplab.run.result.ScenarioResult;
import io.github.mmaplab.run.result.Verdict;
import java.util.function.Function;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.SoftAssertionsProvider;
import org.jspecify.annotations.Nullable;

/**
 * What our assertions have in common: how they fail, and how one leads to another. AssertJ's own proxies for soft
 * assertions cover neither what we lead to nor a failing assertion that leads somewhere, so we collect by ourselves.
 */
abstract class Checked<SELF extends Checked<SELF, ACTUAL>, ACTUAL> extends AbstractAssert<SELF, ACTUAL> {
    private @Nullable SoftAssertionsProvider softly;

    Checked(ACTUAL actual, Class<SELF> type) {
        super(actual, type);
    }

    /** Lets failures be collected. */
    final SELF collectedBy(@Nullable SoftAssertionsProvider collector) {
        softly = collector;
        return myself;
    }

    /** An assertion about something else, under the same description, whose failures go where those of this one go. */
    final <N extends Checked<N, T>, T> N next(Class<N> type, Class<T> of, T actual, Function<T, N> hard) {
        SoftAssertionsProvider collector = softly;
        N next = collector == null ? hard.apply(actual) : collector.proxy(type, of, actual);
        next.collectedBy(collector);
        return info.hasDescription() ? next.describedAs(info.description()) : next;
    }

    /** Fails with what came of a run, unless it passed. */
    final SELF demandPassed(ScenarioResult result) {
        if (!result.passed()) {
            Failure failure = Failure.of(result);
            fails(failure.story(), failure.actual(), failure.expected());
        }
        return myself;
    }

    /** Fails if a run says nothing of what is expected, for the scenario could not be played to its end. */
    final void demandVerdict(ScenarioResult result) {
        if (result.verdict() == Verdict.ERROR) {
            fails("expected to fail, but it can't be played\n"
                    + Failure.of(result).story());
        }
    }

    /** Fails. */
    final void fails(String message) {
        report(failure("%s", message));
    }

    /** Fails with two texts that tools show side by side, unless they are the same. */
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
