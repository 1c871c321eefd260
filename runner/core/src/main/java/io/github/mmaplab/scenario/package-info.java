/** The scenario language: from a file to scenarios and diagnostics. */
@NullMarked
package io.github.mmaplab.scenario;

import org.jspecify.annotations.NullMarked;
