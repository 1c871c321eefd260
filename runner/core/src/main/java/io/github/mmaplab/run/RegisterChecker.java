package io.github.mmaplab.run;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.run.result.Expected;
import io.github.mmaplab.run.result.Seen;
import io.github.mmaplab.scenario.model.Content;
import io.github.mmaplab.scenario.model.ContentFacet;
import io.github.mmaplab.scenario.model.Location;
import java.util.Arrays;
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
        byte[] bytes = carried.get().bytes();
        int first = -1;
        for (Content content : facet.contents()) {
            int differs = Arrays.mismatch(content.bytes(0, bytes.length), bytes);
            if (differs < 0) {
                return observer.holds();
            }
            first = first < 0 ? differs : first;
        }
        return observer.differs(
                register.written(), facet, expected, new Seen.Bytes(carried.get(), first, 0, false, false));
    }
}
