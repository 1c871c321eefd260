package io.github.mmaplab.cli;

import io.github.mmaplab.diagnostic.Code;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** The sections of {@code docs/errors.md}, which explain each code. */
public final class ErrorPages {
    private static final String RESOURCE = "/io/github/mmaplab/docs/errors.md";

    private ErrorPages() {}

    /** The whole of {@code docs/errors.md}. */
    public static String all() {
        try (InputStream in = ErrorPages.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the jar has no " + RESOURCE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The code with this id, in upper or lower case. */
    public static Optional<Code> find(String id) {
        String wanted = id.strip().toUpperCase(Locale.ROOT);
        for (Code code : Code.values()) {
            if (code.id().equals(wanted)) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }

    /** The section about a code, Markdown, with its heading. */
    public static String page(Code code) {
        String all = all();
        int start = all.indexOf("\n### " + code.id() + ": ");
        if (start < 0) {
            throw new IllegalStateException(RESOURCE + " has no section for " + code.id());
        }
        int end = start + 1;
        do {
            end = all.indexOf('\n', end) + 1;
        } while (end > 0 && end < all.length() && !all.startsWith("## ", end) && !all.startsWith("### ", end));
        return all.substring(start + 1, end > 0 ? end : all.length()).strip() + "\n";
    }
}
