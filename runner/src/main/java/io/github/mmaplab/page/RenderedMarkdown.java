package io.github.mmaplab.page;

import io.github.mmaplab.markup.Escaping;
import io.github.mmaplab.markup.Html;
import java.util.Set;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Reads the Markdown of a few sentences: CommonMark without headings and rules, which would divide a page, and without
 * images, of which the text remains. HTML is shown as text. A link to anything but http, https or mailto is removed.
 */
public final class RenderedMarkdown {
    /** The maximum depth of nested lists, quotes and emphasis. What is deeper remains text. */
    private static final int DEEPEST = 50;

    private static final Parser BLOCKS = Parser.builder()
            .enabledBlockTypes(
                    Set.of(ListBlock.class, BlockQuote.class, FencedCodeBlock.class, IndentedCodeBlock.class))
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .postProcessor(RenderedMarkdown::withoutImages)
            .build();

    private static final Parser INLINE = Parser.builder()
            .enabledBlockTypes(Set.of())
            .maxInlineNesting(DEEPEST)
            .postProcessor(RenderedMarkdown::withoutImages)
            .build();

    private static final HtmlRenderer SENTENCES = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .omitSingleParagraphP(true)
            .build();

    private static final HtmlRenderer PARAGRAPHS =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();

    private RenderedMarkdown() {}

    /** Blocks of HTML. */
    public static Html blocks(String markdown) {
        return html(BLOCKS, PARAGRAPHS, markdown);
    }

    /** One or more sentences, without blocks. */
    public static Html inline(String markdown) {
        return html(INLINE, SENTENCES, markdown);
    }

    /** An entity can represent a character that a page can't contain, so the result is checked too. */
    private static Html html(Parser parser, HtmlRenderer renderer, String markdown) {
        return Html.vouched(Escaping.shown(renderer.render(parser.parse(markdown))));
    }

    /** A page loads nothing from the network. */
    private static Node withoutImages(Node document) {
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Image image) {
                visitChildren(image);
                while (image.getFirstChild() != null) {
                    image.insertBefore(image.getFirstChild());
                }
                image.unlink();
            }
        });
        return document;
    }

    /** The words alone, on one line, for a comment or a terminal. */
    public static String plain(String markdown) {
        StringBuilder plain = new StringBuilder();
        INLINE.parse(markdown).accept(new AbstractVisitor() {
            @Override
            public void visit(Text text) {
                plain.append(text.getLiteral());
            }

            @Override
            public void visit(Code code) {
                plain.append(code.getLiteral());
            }

            @Override
            public void visit(HtmlInline html) {
                plain.append(html.getLiteral());
            }

            @Override
            public void visit(SoftLineBreak end) {
                plain.append(' ');
            }

            @Override
            public void visit(HardLineBreak end) {
                plain.append(' ');
            }

            @Override
            public void visit(Paragraph paragraph) {
                visitChildren(paragraph);
                plain.append(' ');
            }
        });
        return line(plain.toString());
    }

    /** Text on one line, without characters that could disturb it. */
    public static String line(String text) {
        return Escaping.shown(text).replaceAll("\\s+", " ").strip();
    }
}
