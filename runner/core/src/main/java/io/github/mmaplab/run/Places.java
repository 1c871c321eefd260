package io.github.mmaplab.run;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.scenario.model.Location;

/** Addresses in the words of the scenario. */
final class Places {

    private Places() {}

    /** An address near {@code location}, relative to the mapping that the location names. */
    static String of(SymbolTable symbols, Location.InMemory location, long address, PageSize pageSize) {
        String name = location.process() + "." + location.mapping();
        return Sizes.place(name, address - symbols.range(location).start(), pageSize);
    }
}
