/** The story of a variant in sentences for students, as Markdown. */
@NullMarked
package io.github.mmaplab.handout.story;

import org.jspecify.annotations.NullMarked;
