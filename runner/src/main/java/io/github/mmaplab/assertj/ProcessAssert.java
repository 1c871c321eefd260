package io.github.mmaplab.assertj;

import io.github.mmaplab.abi.Signal;
import io.github.mmaplab.scenario.model.Property;

/** Assertions about a process of a machine. */
public class ProcessAssert extends Checked<ProcessAssert, Place> {

    /** Use {@link MachineAssert#process}. */
    public ProcessAssert(Place process) {
        super(process, ProcessAssert.class);
    }

    /**
     * Assertions about the memory at a location.
     *
     * @param place the name of a mapping, with or without a displacement: {@code p}, {@code p+1 page}
     */
    public MappingAssert mapping(String place) {
        Place there = new Place(actual.machine(), actual.name() + "." + place);
        return next(MappingAssert.class, Place.class, there, MappingAssert::new);
    }

    /** It has not ended. */
    public ProcessAssert isAlive() {
        return has(Property.ALIVE, "true");
    }

    /** It has exited with this code, 0 to 255. */
    public ProcessAssert hasExited(int code) {
        return has(Property.EXIT_CODE, Integer.toString(code));
    }

    /** It was killed by this signal. */
    public ProcessAssert wasKilledBy(Signal signal) {
        return has(Property.KILLED_BY, signal.word());
    }

    /**
     * A property has this value.
     *
     * @param value as a scenario writes it: {@code true}, {@code 1 page}
     */
    public ProcessAssert has(Property property, String value) {
        return demandPassed(actual.machine().look(actual.name(), property.word(), value));
    }
}
