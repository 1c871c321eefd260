package io.github.mmaplab.web;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Decides whether a test of {@link NeedsBrowser} runs, is skipped loudly, or fails. */
final class BrowserCondition implements ExecutionCondition {
    private static final String REQUIRE_VARIABLE = "MMAPLAB_REQUIRE_BROWSER";

    private static final Map<String, Boolean> STARTS = new HashMap<>();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        String test = context.getRequiredTestClass().getSimpleName()
                + context.getTestMethod().map(method -> "." + method.getName()).orElse("");
        return judge(test, System.getenv(), System.err, BrowserCondition::starts);
    }

    /** Asks a browser once whether it starts here. */
    private static synchronized boolean starts(Browser browser) {
        return STARTS.computeIfAbsent(browser.toString(), name -> browser.starts());
    }

    /**
     * The verdict on a test in an environment.
     *
     * @param errors hears of a test that is skipped
     * @param starts whether a browser starts on this machine
     */
    static ConditionEvaluationResult judge(
            String test, Map<String, String> environment, PrintStream errors, Predicate<Browser> starts) {
        Optional<Browser> browser = Browser.find(environment);
        if (browser.isPresent() && starts.test(browser.get())) {
            return ConditionEvaluationResult.enabled("there is " + browser.get());
        }
        String reason = browser.isPresent()
                ? browser.get() + " does not start on this machine; does a limit (`ulimit -v`) forbid it?"
                : "no browser was found: install Debian's package chromium, or name one in " + Browser.PATH_VARIABLE;
        if ("true".equals(environment.get(REQUIRE_VARIABLE))) {
            throw new IllegalStateException(test + " can't run, and " + REQUIRE_VARIABLE + "=true: " + reason);
        }
        errors.println("mmaplab: NOT RUN: " + test + ": " + reason);
        return ConditionEvaluationResult.disabled(reason);
    }
}
