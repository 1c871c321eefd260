package io.github.mmaplab.run;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.run.result.Expected;
import io.github.mmaplab.run.result.Seen;
import io.github.mmaplab.scenario.model.Content;
import io.github.mmaplab.scenario.model.ContentFacet;
import io.github.mmaplab.scenario.model.Location;
import java.util.Optional;

/** Compares what is in a register with facets. Looking at it changes nothing, and needs no process. */
final class RegisterChecker {
    private final Observer observer;
    private final Location.InRegister register;
    private final Optional<Data> carried;

    RegisterChecker(SymbolTable symbols, Observer observer, Location.InRegister register) {
        this.observer = observer;
        this.register = register;
        this.carried = symbols.carried(register);
    }

    /** Whether the register holds one of the contents. */
    boolean check(ContentFacet facet) {
        Expected expected = Contents.expected(facet.contents());
        if (carried.isEmpty()) {
            return observer.differs(register.written(), facet, expected, Seen.Nothing.READ);
        }
        Data seen = carried.get();
        int first = -1;
        for (Content content : facet.contents()) {
            int same = Comparison.common(content.bytes(0, register.length()), seen);
            if (same == register.length()) {
                return observer.holds();
            }
            first = first < 0 ? same : first;
        }
        return observer.differs(register.written(), facet, expected, new Seen.Bytes(seen, first, 0, false, false));
    }
}
