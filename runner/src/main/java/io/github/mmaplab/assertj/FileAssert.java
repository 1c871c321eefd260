package io.github.mmaplab.assertj;

import io.github.mmaplab.scenario.model.Content;
import io.github.mmaplab.scenario.model.Property;

/** Assertions about a file of a machine. */
public class FileAssert extends Checked<FileAssert, Place> {

    /** Use {@link MachineAssert#file}. */
    public FileAssert(Place file) {
        super(file, FileAssert.class);
    }

    /**
     * It contains this text in UTF-8, of at least one byte, followed by nothing but zero bytes. At an offset, the
     * content is compared for the length of the text.
     */
    public FileAssert contains(String text) {
        return contains(new Content.Text(text));
    }

    /**
     * It contains these bytes, at least one, followed by nothing but zero bytes. At an offset, they are compared for
     * their length.
     */
    public FileAssert contains(Content content) {
        return demandPassed(actual.machine().look(actual.name(), content));
    }

    /** Its size is this many bytes, at least 0. */
    public FileAssert hasSize(long bytes) {
        return has(Property.SIZE, Long.toString(bytes));
    }

    /** After a crash it would have this content, compared as by {@link #contains(String)}. */
    public FileAssert hasOnDisk(String text) {
        return sees("on-disk", text);
    }

    /**
     * A property has this value.
     *
     * @param value as a scenario writes it: {@code true}, {@code 1 page}
     */
    public FileAssert has(Property property, String value) {
        return sees(property.word(), value);
    }

    private FileAssert sees(String facet, String value) {
        return demandPassed(actual.machine().look(actual.name(), facet, value));
    }
}
