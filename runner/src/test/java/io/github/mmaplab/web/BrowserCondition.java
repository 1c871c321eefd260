package io.github.mmaplab.web;

import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Decides whether a test of {@link NeedsBrowser} runs, is skipped loudly, or fails. */
final class BrowserCondition implements ExecutionCondition {
    private static final String REQUIRE_VARIABLE = "MMAPLAB_REQUIRE_BROWSER";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        String test = context.getRequiredTestClass().getSimpleName()
                + context.getTestMethod().map(method -> "." + method.getName()).orElse("");
        return judge(test, System.getenv(), System.err);
    }

    /** The verdict on a test in an environment; {@code errors} hears of one that is skipped. */
    static ConditionEvaluationResult judge(String test, Map<String, String> environment, PrintStream errors) {
        Optional<Browser> browser = Browser.find(environment);
        if (browser.isPresent()) {
            return ConditionEvaluationResult.enabled("there is " + browser.get());
        }
        String reason =
                "no browser was found: install Debian's package chromium, or name one in " + Browser.PATH_VARIABLE;
        if ("true".equals(environment.get(REQUIRE_VARIABLE))) {
            throw new IllegalStateException(test + " can't run, and " + REQUIRE_VARIABLE + "=true: " + reason);
        }
        errors.println("mmaplab: NOT RUN: " + test + ": " + reason);
        return ConditionEvaluationResult.disabled(reason);
    }
}
