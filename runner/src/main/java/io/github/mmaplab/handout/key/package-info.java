/** The instructor's key to a variant: right answers, explanations, and what mistaken kernels answer. */
@NullMarked
package io.github.mmaplab.handout.key;

import org.jspecify.annotations.NullMarked;
