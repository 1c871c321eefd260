package io.github.mmaplab.picture.figure;

import java.util.Locale;

/** How a shape is drawn; what one ink says is never said by its colour alone. */
public enum Ink {
    /** The caption of a moment. */
    CAPTION,
    /** What happened, and the verdicts. */
    NOTE,
    /** The verdict on something that is not as expected. */
    PROBLEM,
    /** The name of a process, of a file, of memory. */
    HEADING,
    /** Small words beside a heading or in a box. */
    SMALL,
    /** What is in a box. */
    CONTENT,
    /** The content of a page that has changed in the step. */
    CHANGED,
    /** A page of a process that is mapped. */
    MAPPED,
    /** A page of a process, mapped at another moment. */
    UNMAPPED,
    /** A page of a process after the end of its file. */
    BEYOND,
    /** A physical page. */
    PAGE,
    /** A physical page that is new, or whose bytes have changed. */
    PAGE_CHANGED,
    /** A physical page that no one has any more since the step. */
    PAGE_GONE,
    /** A page of a file. */
    FILE,
    /** What a file has on its disk. */
    DISK,
    /** The part of a page that a file reaches. */
    INSIDE,
    /** A page-table entry. */
    ENTRY,
    /** A page-table entry that the step has made or changed. */
    ENTRY_MOVED,
    /** Where a page-table entry pointed before the step. */
    ENTRY_BEFORE,
    /** Which physical page a page of a file is. */
    CACHE,
    /** Bytes of a ruler that are in the file. */
    IN_FILE,
    /** The rest of the last page of the file. */
    ZEROS,
    /** Bytes an access to which raises SIGBUS: mapped pages past the end of the file. */
    SIGBUS,
    /** Bytes an access to which raises SIGSEGV: nothing is mapped, or no access is permitted. */
    SIGSEGV,
    /** What a zone of a ruler is. */
    WORD,
    /** Where a page begins. */
    GRID,
    /** Where a file ends. */
    END,
    /** Where a file ends since the step. */
    END_MOVED,
    /** Where a file ended before the step. */
    END_BEFORE;

    /** Whether lines of it have a head. */
    boolean isHeaded() {
        return this == ENTRY || this == ENTRY_MOVED || this == ENTRY_BEFORE;
    }

    /** Whether boxes of it have lines across. */
    boolean isHatched() {
        return this == SIGBUS || this == SIGSEGV;
    }

    /** Its name in style sheets: {@code entry-moved}. */
    public String inCss() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
