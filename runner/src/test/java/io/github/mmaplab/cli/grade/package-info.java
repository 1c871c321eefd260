/** Tests of how a class is graded. */
@NullMarked
package io.github.mmaplab.cli.grade;

import org.jspecify.annotations.NullMarked;
