package io.github.mmaplab.diagnostic;

/** How the parts of a drawn diagnostic are coloured, if at all. */
public interface Palette {
    /** No colours. */
    Palette PLAIN = Plain.INSTANCE;

    /** The parts that may have a colour of their own. */
    enum Part {
        /** The word and code of an error, and what underlines it. */
        ERROR,
        /** The word and code of a warning, and what underlines it. */
        WARNING,
        /** The message. */
        MESSAGE,
        /** Line numbers, the rule beside them, arrows, and what underlines a further place. */
        FRAME,
        /** The word before a hint. */
        HELP,
        /** The word for what is as it should be. */
        PASSED
    }

    /** {@code text} in the colour of {@code part}. */
    String paint(Part part, String text);

    /** An enum, not a lambda, which would be linked at every start. */
    enum Plain implements Palette {
        /** The only one. */
        INSTANCE;

        @Override
        public String paint(Part part, String text) {
            return text;
        }
    }
}
