package io.github.mmaplab.assertj;

import io.github.mmaplab.scenario.model.Content;

/** Assertions about a file of a machine. */
public class FileAssert extends Checked<FileAssert, Place> {

    /** To be had from {@link MachineAssert#file}. */
    public FileAssert(Place file) {
        super(file, FileAssert.class);
    }

    /**
     * It holds this text in UTF-8, of at least a byte, and after it nothing but zero bytes. A place in a file is compared
     * for the length of the text.
     */
    public FileAssert contains(String text) {
        return contains(new Content.Text(text));
    }

    /** It holds these bytes, at least one, and after them nothing but zero bytes; a place in a file, for their length. */
    public FileAssert contains(Content content) {
        return demandPassed(actual.machine().look(actual.name(), content));
    }

    /** It is so many bytes long, at least 0. */
    public FileAssert hasSize(long bytes) {
        return sees("size", Long.toString(bytes));
    }

    /** If the power failed now, it would have this content: compared as by {@link #contains(String)}. */
    public FileAssert hasOnDisk(String text) {
        return sees("on-disk", text);
    }

    private FileAssert sees(String facet, String value) {
        return demandPassed(actual.machine().look(actual.name(), facet, value));
    }
}
