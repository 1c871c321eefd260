package io.github.mmaplab.npm;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that asks a tool from the npm registry. Where they are not installed it is skipped, and a line on standard error
 * says so; where the environment variable {@code MMAPLAB_REQUIRE_NPM} is {@code true}, it fails.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NpmCondition.class)
public @interface NeedsNpm {}
