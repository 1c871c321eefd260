package io.github.mmaplab.kernel.call;

import io.github.mmaplab.abi.Limit;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.kernel.machine.Draft;

/** setrlimit(2) of a soft limit; the hard limits are none (kernel/sys.c, do_prlimit). What there is more already stays. */
record LimitMemory(ProcessId process, Limit limit) implements OnProcess.Semantics {

    @Override
    public Outcome on(Draft draft) {
        draft.limits(process, draft.process(process).limits().with(limit));
        return Outcome.Ok.ZERO;
    }
}
