/** The story of a variant in sentences that a student reads, as Markdown. */
@NullMarked
package io.github.mmaplab.handout.story;

import org.jspecify.annotations.NullMarked;
