package io.github.mmaplab.npm;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Decides whether a test of {@link NeedsNpm} runs, is skipped loudly, or fails. */
final class NpmCondition implements ExecutionCondition {
    private static final String REQUIRE_VARIABLE = "MMAPLAB_REQUIRE_NPM";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        String test = context.getRequiredTestClass().getSimpleName()
                + context.getTestMethod().map(method -> "." + method.getName()).orElse("");
        return judge(test, Npm.FOLDER, System.getenv(), System.err);
    }

    /** The verdict on a test where the tools are in {@code folder}; {@code errors} hears of one that is skipped. */
    static ConditionEvaluationResult judge(
            String test, Path folder, Map<String, String> environment, PrintStream errors) {
        if (Files.isDirectory(folder)) {
            return ConditionEvaluationResult.enabled("the tools are there");
        }
        String reason = "its tools are not installed: run src/test/validators/install, which needs npm";
        if ("true".equals(environment.get(REQUIRE_VARIABLE))) {
            throw new IllegalStateException(test + " can't run, and " + REQUIRE_VARIABLE + "=true: " + reason);
        }
        errors.println("mmaplab: NOT RUN: " + test + ": " + reason);
        return ConditionEvaluationResult.disabled(reason);
    }
}
