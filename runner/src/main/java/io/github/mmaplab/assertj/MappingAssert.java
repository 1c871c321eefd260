package io.github.mmaplab.assertj;

import io.github.mmaplab.abi.Signal;
import io.github.mmaplab.scenario.model.Content;
import io.github.mmaplab.scenario.model.Property;

/**
 * Assertions about what a process sees at a location in its memory. Those about a page are about the page of the
 * location.
 */
public class MappingAssert extends Checked<MappingAssert, Place> {

    /** Use {@link ProcessAssert#mapping}. */
    public MappingAssert(Place memory) {
        super(memory, MappingAssert.class);
    }

    /** These bytes are read from the location: a text in UTF-8, of at least one byte, compared for its length. */
    public MappingAssert reads(String text) {
        return reads(new Content.Text(text));
    }

    /** These bytes are read from the location, at least one. */
    public MappingAssert reads(Content content) {
        return demandPassed(actual.machine().look(actual.name(), content));
    }

    /** Reading raises this signal. */
    public MappingAssert raises(Signal signal) {
        return sees("raises", signal.word());
    }

    /** Reading raises no signal. */
    public MappingAssert isReadable() {
        return sees("raises", "none");
    }

    /** It is on the same physical page as another location. Both are read first. */
    public MappingAssert sharesPageWith(String location) {
        return sees("same-page-as", location);
    }

    /** It is on a different physical page than another location. Both are read first. */
    public MappingAssert doesNotSharePageWith(String location) {
        return sees("not-same-page-as", location);
    }

    /** A mapping contains it. */
    public MappingAssert isMapped() {
        return has(Property.MAPPED, "true");
    }

    /** No mapping contains it. */
    public MappingAssert isNotMapped() {
        return has(Property.MAPPED, "false");
    }

    /**
     * It has this protection.
     *
     * @param prot {@code none}, or letters of {@code rwx}
     */
    public MappingAssert hasProtection(String prot) {
        return has(Property.PROT, prot);
    }

    /** It is mapped with MAP_PRIVATE. */
    public MappingAssert isPrivate() {
        return has(Property.SHARING, "private");
    }

    /** It is mapped with MAP_SHARED. */
    public MappingAssert isShared() {
        return has(Property.SHARING, "shared");
    }

    /** Its page is in memory, mincore(2). */
    public MappingAssert isResident() {
        return has(Property.RESIDENT, "true");
    }

    /** Its page is not in memory. */
    public MappingAssert isNotResident() {
        return has(Property.RESIDENT, "false");
    }

    /**
     * A property has this value.
     *
     * @param value as a scenario writes it: {@code true}, {@code 1 page}
     */
    public MappingAssert has(Property property, String value) {
        return sees(property.word(), value);
    }

    private MappingAssert sees(String facet, String value) {
        return demandPassed(actual.machine().look(actual.name(), facet, value));
    }
}
