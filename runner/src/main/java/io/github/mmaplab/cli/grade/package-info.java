/** Grading from the command line: a file, or a class of any size. */
@NullMarked
package io.github.mmaplab.cli.grade;

import org.jspecify.annotations.NullMarked;
