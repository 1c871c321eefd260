package io.github.mmaplab.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that looks at pages in a real browser. On a machine without one it is skipped, and a line on standard error says
 * so; where the environment variable {@code MMAPLAB_REQUIRE_BROWSER} is {@code true}, it fails.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(BrowserCondition.class)
public @interface NeedsBrowser {}
