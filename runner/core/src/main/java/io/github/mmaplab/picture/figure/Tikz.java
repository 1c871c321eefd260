package io.github.mmaplab.picture.figure;

import io.github.mmaplab.text.Medium;
import java.util.List;
import java.util.Locale;

/**
 * Drawings as pictures of TikZ (PGF manual, 3.1): each a document of its own on paper of its size, whose picture can be
 * copied into slides and papers together with its colours. A pixel is 0.75 bp.
 */
public final class Tikz {

    private static final String[] HUES = {"0072b2", "b85c00", "00795a", "a3447c", "8a6d00", "1f6f9e", "6a4fb3", "5d6b00"
    };

    private final StringBuilder out = new StringBuilder();

    private Tikz() {}

    /** One drawing, as a document. */
    public static String of(Drawing drawing) {
        Tikz tikz = new Tikz();
        tikz.line("% " + Medium.oneLine(drawing.title()));
        tikz.line("\\documentclass{article}");
        tikz.line("\\usepackage[paperwidth=" + bp(drawing.width()) + ",paperheight=" + bp(drawing.height())
                + ",margin=0pt]{geometry}");
        tikz.line("\\IfFileExists{lmodern.sty}{\\usepackage[T1]{fontenc}\\usepackage{lmodern}}{}");
        tikz.line("\\usepackage{tikz}");
        tikz.line("\\usetikzlibrary{patterns}");
        for (int i = 0; i < HUES.length; i++) {
            tikz.line("\\definecolor{mmaplab" + i + "}{HTML}{" + HUES[i].toUpperCase(Locale.ROOT) + "}");
        }
        tikz.line("\\pagestyle{empty}\\parindent0pt\\parskip0pt\\topskip0pt\\frenchspacing");
        tikz.line("\\begin{document}");
        tikz.line("\\begin{tikzpicture}[x=0.75bp,y=-0.75bp,line width=0.8pt,");
        tikz.line("  every node/.style={inner sep=0pt,outer sep=0pt,font=\\ttfamily\\fontsize{9}{10}\\selectfont}]");
        tikz.line("\\useasboundingbox (0,0) rectangle (" + drawing.width() + "," + drawing.height() + ");");
        drawing.shapes().forEach(tikz::shape);
        tikz.line("\\end{tikzpicture}");
        tikz.line("\\end{document}");
        return tikz.out.toString();
    }

    private static String bp(int pixels) {
        return pixels * 3 / 4 + "." + pixels * 3 % 4 * 25 + "bp";
    }

    private void line(String line) {
        out.append(line).append('\n');
    }

    private void shape(Shape shape) {
        if (shape instanceof Shape.Box box) {
            box(box);
        } else if (shape instanceof Shape.Label label) {
            label(label);
        } else if (shape instanceof Shape.Arrow arrow) {
            arrow(arrow);
        } else if (shape instanceof Shape.Group group) {
            group.shapes().forEach(this::shape);
        }
    }

    private void box(Shape.Box box) {
        String own = box.hue() == Shape.NO_HUE ? "black!50" : "mmaplab" + box.hue();
        String file = "mmaplab" + Math.max(0, box.hue());
        String style = switch (box.ink()) {
            case PAGE, FILE -> "draw=" + own + (box.hue() == Shape.NO_HUE ? "" : ",fill=" + own + "!14");
            case PAGE_CHANGED -> "draw=" + own + ",fill=" + own + "!14,line width=2pt";
            case MAPPED -> "draw=black!50,fill=black!5";
            case BEYOND -> "draw=black!50,densely dotted";
            case UNMAPPED, PAGE_GONE -> "draw=black!50,dashed";
            case INSIDE -> "fill=black!60";
            case IN_FILE -> "draw=" + file + ",fill=" + file + "!16";
            case ZEROS -> "draw=" + file + ",dotted";
            case SIGBUS -> "draw=mmaplab1,pattern=north east lines,pattern color=mmaplab1!55";
            case SIGSEGV -> "draw=mmaplab3,pattern=crosshatch,pattern color=mmaplab3!55";
            default -> "draw=black!50";
        };
        String corners = box.ink() == Ink.INSIDE ? "" : ",rounded corners=2pt";
        line("\\path[" + style + corners + "] (" + box.x() + "," + box.y() + ") rectangle (" + (box.x() + box.width())
                + "," + (box.y() + box.height()) + ");");
    }

    private void label(Shape.Label label) {
        String anchor = switch (label.anchor()) {
            case START -> "base west";
            case MIDDLE -> "base";
            case END -> "base east";
        };
        String text = escaped(label.text());
        String shown = switch (label.ink()) {
            case CAPTION, HEADING, PROBLEM -> "\\textbf{" + text + "}";
            case CHANGED -> "\\underline{\\textbf{" + text + "}}";
            case SMALL -> "\\textcolor{black!65}{" + text + "}";
            default -> text;
        };
        String paper = label.ink() == Ink.WORD ? ",fill=white,inner xsep=1pt" : "";
        line("\\node[anchor=" + anchor + paper + "] at (" + label.x() + "," + label.y() + ") {" + shown + "};");
    }

    private void arrow(Shape.Arrow arrow) {
        boolean marks = List.of(Ink.END, Ink.END_MOVED, Ink.END_BEFORE).contains(arrow.ink());
        String own = marks ? "black" : arrow.hue() == Shape.NO_HUE ? "black!50" : "mmaplab" + arrow.hue();
        String style = switch (arrow.ink()) {
            case ENTRY_MOVED -> "->,>=latex,line width=2pt";
            case ENTRY_BEFORE -> "->,>=latex,dashed";
            case CACHE -> "dotted";
            case GRID -> "line width=0.4pt";
            case END -> "line width=1.2pt";
            case END_MOVED -> "line width=2.4pt";
            case END_BEFORE -> "line width=1.2pt,dashed";
            default -> "->,>=latex";
        };
        List<Shape.Point> points = arrow.points();
        StringBuilder path = new StringBuilder("\\draw[" + style + ",draw=" + own + ",color=" + own + "]");
        for (int i = 0; i < points.size() - 1; i++) {
            path.append(i == 0 ? " " : " -- ").append(of(points.get(i)));
        }
        Shape.Point from = points.get(points.size() - 2);
        Shape.Point to = points.get(points.size() - 1);
        int middle = (from.x() + to.x()) / 2;
        path.append(" .. controls (").append(middle).append(',').append(from.y());
        path.append(") and (").append(middle).append(',').append(to.y());
        line(path + ") .. " + of(to) + ";");
    }

    private static String of(Shape.Point point) {
        return "(" + point.x() + "," + point.y() + ")";
    }

    /**
     * As text of LaTeX in a font of one width, whose characters are those of ASCII: what is not, but for the marks that figures
     * use, is a question mark.
     */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\u00d7' -> escaped.append("$\\times$");
                case '\u2013' -> escaped.append("{-}");
                case '\u2713' -> escaped.append("ok:");
                case '\u2717' -> escaped.append("wrong:");
                default -> escaped.append(plain(c));
            }
        });
        return escaped.toString();
    }

    private static String plain(int c) {
        boolean shown = c >= ' ' && c < 0x7F;
        boolean letter = Character.isLetterOrDigit(c) || c == ' ' || c == '.' || c == ',' || c == ':';
        return !shown ? "?" : letter ? Character.toString(c) : "{\\char" + c + "}";
    }
}
