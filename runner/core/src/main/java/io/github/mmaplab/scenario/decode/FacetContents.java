package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.scenario.model.Content;
import io.github.mmaplab.scenario.model.ContentIs;
import io.github.mmaplab.scenario.model.OneOf;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the facets that memory and files have in common: what is seen there. */
final class FacetContents {
    private final Values values;
    private final Contents contents;

    FacetContents(Values values, Contents contents) {
        this.values = values;
        this.contents = contents.seen();
    }

    /** Plain content, which stands where the facets would. */
    @Nullable
    ContentIs plain(Node.Scalar target, Node.Scalar value) {
        Content content = contents.content(value, "what is expected of `" + target.text() + "`");
        return content == null || isNothing(content, value.span())
                ? null
                : new ContentIs(content, target.span(), value.span());
    }

    /** One of {@link Contents#FORMS}. */
    @Nullable
    ContentIs form(Node.Entry entry, Fields fields) {
        Content content = contents.form(entry, fields);
        return content == null || isNothing(content, entry.value().span())
                ? null
                : new ContentIs(content, entry.key().span(), entry.value().span());
    }

    /** Reports a {@code length} that belongs to no {@code fill}. */
    void refuseStrayLength(Fields fields) {
        contents.hasStrayLength(fields);
    }

    /** {@code one-of}. */
    @Nullable
    OneOf oneOf(Node.Entry entry) {
        Node.Sequence list = values.shapes().sequence(entry.value(), "`one-of`", "a list of contents: [hello, HELLO]");
        if (list == null) {
            return null;
        }
        if (list.items().isEmpty()) {
            values.problems().add(Code.NOTHING_GIVEN, list.span(), "`one-of` is empty", "write [hello, HELLO]");
        }
        List<Content> all = new ArrayList<>();
        for (Node item : list.items()) {
            Content content = contents.content(item, "one of the contents");
            if (content != null && !isNothing(content, item.span())) {
                all.add(content);
            }
        }
        boolean good = !all.isEmpty() && all.size() == list.items().size();
        return good ? new OneOf(all, entry.key().span(), entry.value().span()) : null;
    }

    /** {@code on-disk}. */
    @Nullable
    Content something(Node node, String what) {
        Content content = contents.content(node, what);
        return content == null || isNothing(content, node.span()) ? null : content;
    }

    /** Whether content has no bytes, so that it would be seen everywhere; reported. */
    private boolean isNothing(Content content, Span span) {
        if (content.length() != 0) {
            return false;
        }
        values.problems()
                .add(
                        Code.NOTHING_COMPARED,
                        span,
                        "content without bytes leaves nothing to compare",
                        "for an empty file write { size: 0 }, for zero bytes { zeros: 5 }, for memory that can't be"
                                + " read { raises: SIGBUS }");
        return true;
    }
}
