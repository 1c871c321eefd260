package io.github.mmaplab.compare;

/** A difference, before it is known where in the run it is. */
record Finding(Aspect aspect, Subject subject, String simulated, String real) {}
