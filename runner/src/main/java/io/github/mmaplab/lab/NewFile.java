package io.github.mmaplab.lab;

import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.scenario.model.Content;
import java.util.ArrayList;
import java.util.List;

/** An initial file. Immutable: each method returns a copy. */
public final class NewFile {
    private final List<String> entries;

    private NewFile(List<String> entries) {
        this.entries = List.copyOf(entries);
    }

    /** A regular file with this text in UTF-8. */
    public static NewFile of(String text) {
        return of(new Content.Text(text));
    }

    /** A regular file with this content. */
    public static NewFile of(Content content) {
        return new NewFile(List.of(Yaml.content(content)));
    }

    /** A regular file of this many zero bytes, at least 0. */
    public static NewFile ofSize(long bytes) {
        return new NewFile(List.of()).size(bytes);
    }

    /** A regular file of whole pages, each of which begins with one of the texts. */
    public static NewFile ofPages(String... texts) {
        List<String> quoted = new ArrayList<>();
        for (String text : texts) {
            quoted.add(Yaml.quoted(text));
        }
        return new NewFile(List.of("pages: [" + String.join(", ", quoted) + "]"));
    }

    /** With this size in bytes; the rest is zero. For a text or pages. */
    public NewFile size(long bytes) {
        return with("size: " + bytes);
    }

    /** With a permission that only allows reading. */
    public NewFile readOnly() {
        return with("mode: r");
    }

    /** Of another kind. */
    public NewFile kind(FileKind kind) {
        return with("kind: " + kind.word());
    }

    private NewFile with(String entry) {
        List<String> more = new ArrayList<>(entries);
        more.add(entry);
        return new NewFile(more);
    }

    String written() {
        return Yaml.map(entries);
    }
}
