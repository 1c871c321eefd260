/**
 * Bundles that instructors upload, so that a platform grades each submission: scripts, the exercise and this program.
 */
@NullMarked
package io.github.mmaplab.handout.autograder;

import org.jspecify.annotations.NullMarked;
