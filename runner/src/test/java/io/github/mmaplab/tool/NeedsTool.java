package io.github.mmaplab.tool;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that asks a program of others. On a machine without it the test is skipped, and a line on standard error says so;
 * where the environment variable {@code MMAPLAB_REQUIRE_TOOLS} is {@code true}, it fails.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ToolCondition.class)
public @interface NeedsTool {
    /** The program. */
    Tool value();
}
