package io.github.mmaplab.scenario.tag;

/** A text is not a tag expression. */
public final class TagSyntaxException extends Exception {
    private static final long serialVersionUID = 1;

    private final int start;
    private final int end;

    /**
     * A problem in the text.
     *
     * @param message one sentence in lower case
     * @param start the char offset of the offending part
     * @param end the offset after it
     */
    TagSyntaxException(String message, int start, int end) {
        super(message, null, false, false);
        this.start = start;
        this.end = end;
    }

    /** The char offset of the offending part. */
    public int start() {
        return start;
    }

    /** The offset after the offending part. */
    public int end() {
        return end;
    }
}
