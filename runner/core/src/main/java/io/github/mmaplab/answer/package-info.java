/** Questions and their answers: what is asked in words, what is accepted, how an answer is read, and the key. */
@NullMarked
package io.github.mmaplab.answer;

import org.jspecify.annotations.NullMarked;
