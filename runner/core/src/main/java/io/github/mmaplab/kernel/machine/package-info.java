/** The machine as a value, what a transition of it is, the rules it obeys, and how an access reaches its page. */
@NullMarked
package io.github.mmaplab.kernel.machine;

import org.jspecify.annotations.NullMarked;
