package io.github.mmaplab.tool;

import java.io.PrintStream;
import java.util.Map;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Decides whether a test of {@link NeedsTool} runs, is skipped loudly, or fails. */
final class ToolCondition implements ExecutionCondition {
    private static final String REQUIRE_VARIABLE = "MMAPLAB_REQUIRE_TOOLS";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        String test = context.getRequiredTestClass().getSimpleName()
                + context.getTestMethod().map(method -> "." + method.getName()).orElse("");
        return AnnotationSupport.findAnnotation(context.getElement(), NeedsTool.class)
                .map(needed -> judge(test, needed.value(), System.getenv(), System.err))
                .orElseGet(() -> ConditionEvaluationResult.enabled("it needs nothing"));
    }

    /** The verdict on a test in an environment; {@code errors} hears of one that is skipped. */
    static ConditionEvaluationResult judge(
            String test, Tool tool, Map<String, String> environment, PrintStream errors) {
        if (tool.isIn(environment)) {
            return ConditionEvaluationResult.enabled("there is " + tool);
        }
        String reason = "there is no " + tool + ": " + tool.advice();
        if ("true".equals(environment.get(REQUIRE_VARIABLE))) {
            throw new IllegalStateException(test + " can't run, and " + REQUIRE_VARIABLE + "=true: " + reason);
        }
        errors.println("mmaplab: NOT RUN: " + test + ": " + reason);
        return ConditionEvaluationResult.disabled(reason);
    }
}
