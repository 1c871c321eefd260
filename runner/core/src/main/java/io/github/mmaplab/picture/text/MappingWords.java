package io.github.mmaplab.picture.text;

import io.github.mmaplab.picture.ProcessView;

/** What is said of a mapping. */
final class MappingWords {
    /** VM_ACCOUNT: all private memory that was ever writable has it. */
    private static final String ACCOUNTED = "ac";

    private MappingWords() {}

    /** Whether the same is said of both. */
    static boolean same(ProcessView.MappingView one, ProcessView.MappingView other) {
        return one.pages() == other.pages()
                && one.shared() == other.shared()
                && one.offset() == other.offset()
                && one.prot().equals(other.prot())
                && one.names().equals(other.names())
                && one.file().equals(other.file())
                && one.flags().equals(other.flags());
    }

    /** Its names, and what it was asked for as. */
    static String of(ProcessView.MappingView mapping, int pageSize) {
        String names = mapping.names().isEmpty()
                ? "0x" + Long.toHexString(mapping.start())
                : String.join(", ", mapping.names());
        StringBuilder words = new StringBuilder(names).append(": ").append(mapping.prot());
        words.append(mapping.shared() ? " shared, " : " private, ");
        words.append(mapping.pages() == 1 ? "1 page" : mapping.pages() + " pages");
        if (mapping.file().isPresent()) {
            words.append(" of ").append(mapping.file().get()).append(from(mapping, pageSize));
        }
        String separator = ", VmFlags ";
        for (String flag : mapping.flags()) {
            if (!flag.equals(ACCOUNTED)) {
                words.append(separator).append(flag);
                separator = " ";
            }
        }
        return words.toString();
    }

    private static String from(ProcessView.MappingView mapping, int pageSize) {
        return mapping.offset() == 0 ? "" : " from page " + mapping.offset() / pageSize;
    }
}
