package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.scenario.model.Content;
import io.github.mmaplab.scenario.model.FileMode;
import io.github.mmaplab.scenario.model.FileSpec;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the table of files. */
final class Files {
    static final List<String> KEYS = List.of("text", "hex", "zeros", "fill", "length", "pages", "size", "mode", "kind");

    private final Values values;
    private final Contents contents;
    private final Scope scope;

    Files(Values values, Contents contents, Scope scope) {
        this.values = values;
        this.contents = contents;
        this.scope = scope;
    }

    /** The files there are, each with its name in scope, also where its content is wrong. */
    List<FileSpec> decode(Node node) {
        List<FileSpec> files = new ArrayList<>();
        Node.Mapping map =
                values.shapes().mapping(node, "`files`", "file names with their content: { data.txt: hello }");
        if (map == null) {
            scope.markIncomplete();
            return files;
        }
        Node.Mapping table = new Nesting(values.problems())
                .under(map, (owner, entry) -> KEYS.contains(entry.key().text()));
        for (Node.Entry entry : table.entries()) {
            scope.addFile(entry.key());
            FileSpec file = file(entry);
            if (file != null) {
                files.add(file);
            }
        }
        return files;
    }

    private @Nullable FileSpec file(Node.Entry entry) {
        String what = "the content of `" + entry.key().text() + "`";
        if (!(entry.value() instanceof Node.Mapping map)) {
            Content content = contents.content(entry.value(), what);
            return content == null
                    ? null
                    : spec(entry, FileKind.REGULAR, FileMode.READ_WRITE, content.length(), pieces(content));
        }
        Fields fields = new Fields(values.problems(), "a file", entry.key().span(), map, KEYS);
        FileKind kind = kind(fields);
        FileMode mode = mode(fields);
        Initial initial = initial(fields);
        return kind == null || mode == null || initial == null
                ? null
                : spec(entry, kind, mode, initial.size, initial.pieces);
    }

    private static FileSpec spec(
            Node.Entry entry, FileKind kind, FileMode mode, long size, List<FileSpec.Piece> pieces) {
        return new FileSpec(
                entry.key().text(),
                kind,
                mode,
                size,
                pieces,
                entry.key().span(),
                entry.value().span());
    }

    private @Nullable FileKind kind(Fields fields) {
        Node node = fields.get("kind");
        return node == null ? FileKind.REGULAR : values.word(Lexicon.FILE_KINDS, node, "`kind`");
    }

    private @Nullable FileMode mode(Fields fields) {
        Node node = fields.get("mode");
        return node == null ? FileMode.READ_WRITE : values.word(Lexicon.FILE_MODES, node, "`mode`");
    }

    /** What is in a file, and how long it is. */
    private record Initial(long size, List<FileSpec.Piece> pieces) {}

    private @Nullable Initial initial(Fields fields) {
        Node.Entry size = fields.entry("size");
        Node.Entry form = onlyForm(fields, size);
        Long bytes = size == null ? null : values.size(size.value(), "`size`");
        if (contents.hasStrayLength(fields) || (size != null && bytes == null)) {
            return null;
        }
        if (form == null) {
            return new Initial(bytes == null ? 0 : bytes, List.of());
        }
        if (form.key().text().equals("pages")) {
            return pages(form.value(), bytes);
        }
        Content content = contents.form(form, fields);
        if (content == null) {
            return null;
        }
        if (bytes != null && !fits(content.length(), bytes, form.value().span(), "the text")) {
            return null;
        }
        return new Initial(bytes == null ? content.length() : bytes, pieces(content));
    }

    private Node.@Nullable Entry onlyForm(Fields fields, Node.@Nullable Entry size) {
        Node.Entry found = null;
        for (String key : List.of("text", "pages", "hex", "zeros", "fill")) {
            Node.Entry entry = fields.entry(key);
            if (entry != null && found != null) {
                disagree(entry, found, "both give the content of the file");
            } else if (entry != null) {
                found = entry;
            }
        }
        if (found != null
                && size != null
                && !List.of("text", "pages").contains(found.key().text())) {
            disagree(size, found, "do not go together: `" + found.key().text() + "` determines the length of the file");
        }
        return found;
    }

    private void disagree(Node.Entry entry, Node.Entry other, String why) {
        values.problems()
                .add(
                        Code.KEYS_DISAGREE,
                        entry.key().span(),
                        "`" + entry.key().text() + "` and `" + other.key().text() + "` " + why,
                        "keep one of them");
    }

    private static List<FileSpec.Piece> pieces(Content content) {
        return content.length() == 0 ? List.of() : List.of(new FileSpec.Piece(0, content));
    }

    private @Nullable Initial pages(Node node, @Nullable Long size) {
        Node.Sequence list =
                values.shapes().sequence(node, "`pages`", "the text at the beginning of each page: [AAAA, BBBB]");
        if (list == null) {
            return null;
        }
        boolean good = true;
        List<FileSpec.Piece> pieces = new ArrayList<>();
        for (int i = 0; i < list.items().size(); i++) {
            Node item = list.items().get(i);
            long offset = (long) i * values.pageSize();
            String text = values.text(item, "a page", "the text it begins with, '' for none");
            if (text == null) {
                good = false;
                continue;
            }
            Content content = new Content.Text(text);
            good &= fits(content.length(), values.pageSize(), item.span(), "the text of this page")
                    && (size == null || fits(offset + content.length(), size, item.span(), "the text of this page"));
            if (content.length() > 0) {
                pieces.add(new FileSpec.Piece(offset, content));
            }
        }
        long whole = (long) list.items().size() * values.pageSize();
        return good ? new Initial(size == null ? whole : size, pieces) : null;
    }

    private boolean fits(long end, long room, Span span, String what) {
        if (Long.compareUnsigned(end, room) <= 0) {
            return true;
        }
        values.problems()
                .add(
                        Code.CONTENT_TOO_LONG,
                        span,
                        what + " ends at byte " + Long.toUnsignedString(end) + ", and there is room up to byte "
                                + Long.toUnsignedString(room),
                        "make the text shorter, or the size larger");
        return false;
    }
}
