/** Mistaken kernels: what students believe of Linux, each a kernel that differs in one rule. */
@NullMarked
package io.github.mmaplab.mistake;

import org.jspecify.annotations.NullMarked;
