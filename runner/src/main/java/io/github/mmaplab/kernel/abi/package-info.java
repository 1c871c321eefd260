/** The words of the system-call interface: names of processes and files, arguments, errors, signals, outcomes. */
@NullMarked
package io.github.mmaplab.kernel.abi;

import org.jspecify.annotations.NullMarked;
