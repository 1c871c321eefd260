package io.github.mmaplab.assertj;

import io.github.mmaplab.abi.Signal;
import io.github.mmaplab.scenario.model.Content;

/** Assertions about what a process sees at a place in its memory. Those about a page speak of the one at the place. */
public class MappingAssert extends Checked<MappingAssert, Place> {

    /** To be had from {@link ProcessAssert#mapping}. */
    public MappingAssert(Place memory) {
        super(memory, MappingAssert.class);
    }

    /** From the place on these bytes are read: a text in UTF-8, of at least a byte, compared for its own length. */
    public MappingAssert reads(String text) {
        return reads(new Content.Text(text));
    }

    /** From the place on these bytes are read, at least one. */
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

    /**
     * It is on the same physical page as another place; both are read first.
     *
     * @param location {@code bob.q}
     */
    public MappingAssert sharesPageWith(String location) {
        return sees("same-page-as", location);
    }

    /** It is on another physical page than another place; both are read first. */
    public MappingAssert doesNotSharePageWith(String location) {
        return sees("not-same-page-as", location);
    }

    /** Something is mapped there. */
    public MappingAssert isMapped() {
        return sees("mapped", "true");
    }

    /** Nothing is mapped there. */
    public MappingAssert isNotMapped() {
        return sees("mapped", "false");
    }

    /**
     * It has this protection.
     *
     * @param prot {@code none}, or letters of {@code rwx}
     */
    public MappingAssert hasProtection(String prot) {
        return sees("prot", prot);
    }

    /** It is mapped with MAP_PRIVATE. */
    public MappingAssert isPrivate() {
        return sees("sharing", "private");
    }

    /** It is mapped with MAP_SHARED. */
    public MappingAssert isShared() {
        return sees("sharing", "shared");
    }

    /** Its page is in memory, mincore(2). */
    public MappingAssert isResident() {
        return sees("resident", "true");
    }

    /** Its page is not in memory. */
    public MappingAssert isNotResident() {
        return sees("resident", "false");
    }

    private MappingAssert sees(String facet, String value) {
        return demandPassed(actual.machine().look(actual.name(), facet, value));
    }
}
