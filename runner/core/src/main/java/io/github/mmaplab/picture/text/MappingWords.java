package io.github.mmaplab.picture.text;

import io.github.mmaplab.picture.ProcessView;
import java.util.List;

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
        List<String> flags =
                mapping.flags().stream().filter(flag -> !flag.equals(ACCOUNTED)).toList();
        return names + ": " + mapping.prot() + (mapping.shared() ? " shared, " : " private, ")
                + (mapping.pages() == 1 ? "1 page" : mapping.pages() + " pages")
                + mapping.file()
                        .map(file -> " of " + file + from(mapping, pageSize))
                        .orElse("")
                + (flags.isEmpty() ? "" : ", VmFlags " + String.join(" ", flags));
    }

    private static String from(ProcessView.MappingView mapping, int pageSize) {
        return mapping.offset() == 0 ? "" : " from page " + mapping.offset() / pageSize;
    }
}
