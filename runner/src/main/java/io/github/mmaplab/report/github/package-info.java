/** What GitHub Actions shows: annotations at the lines of a pull request, and the summary of a step. */
@NullMarked
package io.github.mmaplab.report.github;

import org.jspecify.annotations.NullMarked;
