/** Tests of questions and answers. */
@NullMarked
package io.github.mmaplab.answer;

import org.jspecify.annotations.NullMarked;
