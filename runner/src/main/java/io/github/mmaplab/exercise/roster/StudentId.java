package io.github.mmaplab.exercise.roster;

import java.text.Normalizer;
import java.util.Optional;

/** What an id may be. Ids are text that strangers wrote: they may look like markup, a path or a formula. */
public final class StudentId {
    /** The longest id, in chars of its normal form. */
    public static final int LONGEST = 128;

    private StudentId() {}

    /**
     * The form in which ids are compared and kept: without white space around it, and in Unicode's composed form (NFC), so
     * that {@code é} is the same id whether a keyboard or a file system wrote it. The case of letters is kept.
     */
    public static String normalized(String id) {
        return Normalizer.normalize(id.strip(), Normalizer.Form.NFC);
    }

    /** Why a normalized text can be no id of a student or a group, in words that follow "the id"; empty if it can. */
    public static Optional<String> problem(String id) {
        if (id.length() > LONGEST) {
            return Optional.of("is longer than " + LONGEST + " characters");
        }
        return id.codePoints()
                .filter(StudentId::isUnseen)
                .mapToObj(c -> String.format("contains the invisible character U+%04X", c))
                .findFirst();
    }

    private static boolean isUnseen(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
