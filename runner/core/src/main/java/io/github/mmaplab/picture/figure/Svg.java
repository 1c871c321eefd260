package io.github.mmaplab.picture.figure;

import io.github.mmaplab.text.Medium;
import java.util.ArrayList;
import java.util.List;

/**
 * Drawings as SVG: text is text, nothing is loaded, nothing is a script, and the colours are those of the reader's colour
 * scheme, light or dark.
 */
public final class Svg {

    /** How long a drawing of an animation stays. */
    private static final int SECONDS = 4;

    private static final int BETWEEN = 12;

    private final StringBuilder out = new StringBuilder();

    private Svg() {}

    /** One drawing. */
    public static String of(Drawing drawing) {
        Svg svg = new Svg();
        svg.open(drawing.width(), drawing.height(), drawing.title(), drawing.description(), rulers(drawing));
        svg.drawing(drawing);
        return svg.close();
    }

    /** One drawing as an element of a page that has the style sheet; what is in it can be chosen one by one. */
    public static String inline(Drawing drawing) {
        Svg svg = new Svg();
        svg.out.append("<svg").append(size(drawing.width(), drawing.height())).append(" role=\"group\">\n");
        svg.titles(drawing.title(), drawing.description());
        svg.background(drawing.width(), drawing.height());
        svg.drawing(drawing);
        return svg.close();
    }

    /** The style sheet of drawings. */
    public static String style() {
        return STYLE + RULERS;
    }

    private static String rulers(Drawing drawing) {
        String style = "";
        for (Shape shape : drawing.shapes()) {
            style = Figure.isRuler(shape) ? RULERS : style;
        }
        return style;
    }

    /** All drawings of a figure, one below the other. */
    public static String strip(Figure figure) {
        Svg svg = new Svg();
        List<Drawing> drawings = new ArrayList<>();
        int height = -BETWEEN;
        for (int i = 0; i < figure.count(); i++) {
            drawings.add(figure.captioned(i));
            height += drawings.get(i).height() + BETWEEN;
        }
        svg.open(
                drawings.get(0).width(),
                height,
                figure.title(),
                "All moments, from top to bottom",
                rulers(drawings.get(0)));
        int top = 0;
        for (Drawing drawing : drawings) {
            svg.out.append("<g transform=\"translate(0 ").append(top).append(")\" role=\"img\">\n");
            svg.titles(drawing.title(), drawing.description());
            svg.drawing(drawing);
            svg.out.append("</g>\n");
            top += drawing.height() + BETWEEN;
        }
        return svg.close();
    }

    /**
     * All drawings of a figure, one after the other in the same place, for ever. Where the reader wants no motion, the last one
     * stays.
     */
    public static String animated(Figure figure) {
        Svg svg = new Svg();
        Drawing last = figure.ofOneSize(figure.count() - 1);
        svg.open(
                last.width(),
                last.height(),
                figure.title(),
                last.description(),
                rulers(last) + animation(figure.count()));
        for (int i = 0; i < figure.count(); i++) {
            Drawing drawing = figure.ofOneSize(i);
            String name = i == figure.count() - 1 ? "moment last" : "moment";
            svg.out.append("<g class=\"").append(name).append("\" style=\"animation-delay:");
            svg.out.append((i - figure.count()) * SECONDS).append("s\">\n");
            svg.background(drawing.width(), drawing.height());
            svg.drawing(drawing);
            svg.out.append("</g>\n");
        }
        return svg.close();
    }

    private static String animation(int count) {
        if (count == 1) {
            return "";
        }
        double share = 100.0 / count;
        String shown = Double.toString(Math.floor(share * 100) / 100);
        return ".moment{visibility:hidden;animation:moment " + count * SECONDS + "s step-end infinite}\n"
                + "@keyframes moment{0%{visibility:visible}" + shown + "%{visibility:hidden}100%{visibility:hidden}}\n"
                + "@media (prefers-reduced-motion:reduce){.moment{animation:none}.last{visibility:visible}}\n"
                + "@media print{.moment{animation:none}.last{visibility:visible}}\n";
    }

    private void open(int width, int height, String title, String description, String more) {
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height);
        out.append("\" width=\"").append(width).append("\" height=\"").append(height);
        out.append("\" role=\"img\" class=\"mmaplab\">\n");
        titles(title, description);
        out.append("<style>\n").append(STYLE).append(more).append("</style>\n");
        background(width, height);
    }

    private static String size(int width, int height) {
        return " viewBox=\"0 0 " + width + " " + height + "\" width=\"" + width + "\" height=\"" + height
                + "\" class=\"mmaplab\"";
    }

    private void titles(String title, String description) {
        out.append("<title>").append(escaped(title)).append("</title>\n");
        out.append("<desc>").append(escaped(description)).append("</desc>\n");
    }

    private void background(int width, int height) {
        out.append("<rect class=\"paper\" width=\"")
                .append(width)
                .append("\" height=\"")
                .append(height)
                .append("\"/>\n");
    }

    private String close() {
        return out.append("</svg>\n").toString();
    }

    private void drawing(Drawing drawing) {
        drawing.shapes().forEach(this::shape);
    }

    private void shape(Shape shape) {
        if (shape instanceof Shape.Box box) {
            box(box);
        } else if (shape instanceof Shape.Label label) {
            label(label);
        } else if (shape instanceof Shape.Arrow arrow) {
            arrow(arrow);
        } else if (shape instanceof Shape.Group group) {
            out.append("<g data-subject=\"").append(escaped(group.subject())).append("\"><title>");
            out.append(escaped(group.title())).append("</title>");
            group.shapes().forEach(this::shape);
            out.append("</g>\n");
        }
    }

    private void box(Shape.Box box) {
        if (box.ink().isHatched()) {
            out.append("<path").append(style(box.ink(), box.hue()));
            out.append(" d=\"M").append(box.x()).append(' ').append(box.y() + box.height() / 2);
            out.append('h').append(box.width()).append("\"/>\n");
            return;
        }
        out.append("<rect").append(style(box.ink(), box.hue()));
        out.append(" x=\"").append(box.x()).append("\" y=\"").append(box.y());
        out.append("\" width=\"").append(box.width()).append("\" height=\"").append(box.height());
        out.append("\" rx=\"").append(box.ink() == Ink.INSIDE ? 0 : 4).append("\"/>\n");
    }

    private void label(Shape.Label label) {
        out.append("<text").append(style(label.ink(), Shape.NO_HUE));
        out.append(" x=\"")
                .append(label.x())
                .append("\" y=\"")
                .append(label.y())
                .append('"');
        switch (label.anchor()) {
            case START -> {}
            case MIDDLE -> out.append(" text-anchor=\"middle\"");
            case END -> out.append(" text-anchor=\"end\"");
        }
        out.append('>').append(escaped(label.text())).append("</text>\n");
    }

    private void arrow(Shape.Arrow arrow) {
        List<Shape.Point> points = arrow.points();
        out.append("<path").append(style(arrow.ink(), arrow.hue())).append(" d=\"M");
        for (int i = 0; i < points.size() - 1; i++) {
            out.append(i == 0 ? "" : " L")
                    .append(points.get(i).x())
                    .append(' ')
                    .append(points.get(i).y());
        }
        Shape.Point from = points.get(points.size() - 2);
        Shape.Point to = points.get(points.size() - 1);
        if (from.x() == to.x()) {
            out.append('V').append(to.y()).append("\"/>\n");
            return;
        }
        int middle = (from.x() + to.x()) / 2;
        boolean headed = arrow.ink().isHeaded();
        out.append(" C").append(middle).append(' ').append(from.y());
        out.append(' ').append(middle).append(' ').append(to.y());
        out.append(' ')
                .append(to.x() - (headed ? HEAD : 0))
                .append(' ')
                .append(to.y())
                .append("\"/>\n");
        if (headed) {
            out.append("<path")
                    .append(headStyle(arrow))
                    .append(" d=\"M")
                    .append(to.x())
                    .append(' ')
                    .append(to.y());
            out.append(" l-").append(HEAD).append(" -4 v8 z\"/>\n");
        }
    }

    private static final int HEAD = 9;

    private static String headStyle(Shape.Arrow arrow) {
        return " class=\"head" + (arrow.hue() == Shape.NO_HUE ? "" : " h" + arrow.hue()) + "\"";
    }

    private static String style(Ink ink, int hue) {
        return " class=\"" + ink.inCss() + (hue == Shape.NO_HUE ? "" : " h" + hue) + "\"";
    }

    /** As the content of an element or of an attribute. */
    private static String escaped(String text) {
        String fit = Medium.XML.fit(text);
        StringBuilder escaped = new StringBuilder(fit.length());
        for (int i = 0; i < fit.length(); i++) {
            char c = fit.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    /** Colours that differ for people who do not see all colours too (Okabe and Ito), darker on paper, lighter on black. */
    private static final String STYLE = """
            svg.mmaplab{--paper:#fff;--ink:#1b1f24;--soft:#57606a;--line:#8c959f;--mapped:#f3f5f7;--bad:#b3261e;
              --h0:#0072b2;--h1:#b85c00;--h2:#00795a;--h3:#a3447c;--h4:#8a6d00;--h5:#1f6f9e;--h6:#6a4fb3;--h7:#5d6b00;
              font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:13px}
            @media (prefers-color-scheme:dark){svg.mmaplab{--paper:#14181d;--ink:#e6e9ed;--soft:#a5afba;--line:#6b7682;--mapped:#20262d;
              --bad:#ff8a80;--h0:#6cb8f0;--h1:#ffab5c;--h2:#4fd1a8;--h3:#f09ccb;--h4:#e6c84b;--h5:#8cc9ea;--h6:#b8a3f5;--h7:#c4d15a}}
            svg.mmaplab .paper{fill:var(--paper)}
            svg.mmaplab text{fill:var(--ink)}
            svg.mmaplab .h0{--own:var(--h0)}svg.mmaplab .h1{--own:var(--h1)}svg.mmaplab .h2{--own:var(--h2)}svg.mmaplab .h3{--own:var(--h3)}
            svg.mmaplab .h4{--own:var(--h4)}svg.mmaplab .h5{--own:var(--h5)}svg.mmaplab .h6{--own:var(--h6)}svg.mmaplab .h7{--own:var(--h7)}
            svg.mmaplab .caption{font-weight:bold;font-size:14px}
            svg.mmaplab .heading,svg.mmaplab .changed{font-weight:bold}
            svg.mmaplab .changed{text-decoration:underline}
            svg.mmaplab .small,svg.mmaplab .note,svg.mmaplab .problem{font-size:12px}
            svg.mmaplab text.small{fill:var(--soft)}
            svg.mmaplab text.problem{fill:var(--bad);font-weight:bold}
            svg.mmaplab rect{stroke:var(--line);fill:none}
            svg.mmaplab rect.paper{stroke:none;fill:var(--paper)}
            svg.mmaplab rect.mapped{fill:var(--mapped)}
            svg.mmaplab rect.beyond{stroke-dasharray:2 2}
            svg.mmaplab rect.unmapped,svg.mmaplab rect.page-gone{stroke-dasharray:5 4}
            svg.mmaplab rect.page,svg.mmaplab rect.page-changed,svg.mmaplab rect.file{stroke:var(--own,var(--line));fill:var(--own,none);fill-opacity:.14}
            svg.mmaplab rect.page-changed{stroke-width:3}
            svg.mmaplab rect.inside{fill:var(--soft);stroke:none}
            svg.mmaplab path{fill:none;stroke:var(--own,var(--line));stroke-width:1.5}
            svg.mmaplab path.entry-moved{stroke-width:3.5}
            svg.mmaplab path.entry-before{stroke-dasharray:5 4}
            svg.mmaplab path.cache{stroke-dasharray:1 3}
            svg.mmaplab path.head{fill:var(--own,var(--line));stroke:none}
            """;

    /** What rulers need more. */
    private static final String RULERS = """
            svg.mmaplab rect.in-file{stroke:var(--own,var(--h0));fill:var(--own,var(--h0));fill-opacity:.16}
            svg.mmaplab rect.zeros{stroke:var(--own,var(--h0));stroke-dasharray:1 3}
            svg.mmaplab path.sigbus,svg.mmaplab path.sigsegv{stroke:var(--h1);stroke-width:20;stroke-dasharray:2 6}
            svg.mmaplab path.sigsegv{stroke:var(--bad);stroke-dasharray:2 2}
            svg.mmaplab .word{font-size:12px;paint-order:stroke;stroke:var(--paper);stroke-width:12px;stroke-linejoin:round}
            svg.mmaplab path.grid{stroke-width:1}
            svg.mmaplab path.end,svg.mmaplab path.end-moved,svg.mmaplab path.end-before{stroke:var(--ink);stroke-width:2}
            svg.mmaplab path.end-moved{stroke-width:4}
            svg.mmaplab path.end-before{stroke-dasharray:5 4}
            """;
}
