/** Scenarios as short C with numbered lines, as books and exams show them. Nothing here runs or knows an answer. */
@NullMarked
package io.github.mmaplab.listing;

import org.jspecify.annotations.NullMarked;
