package io.github.mmaplab.picture;

import io.github.mmaplab.text.Medium;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Moments as graphs in the language of Graphviz (dot(1)): processes and files as clusters, an edge for each page-table entry, and
 * one for each page in a page cache. For who wants a layout of their own; a figure keeps everything in its place.
 */
public final class Dot {

    private final StringBuilder out = new StringBuilder();

    private Dot() {}

    /** One moment of a storyboard. */
    public static String of(Storyboard storyboard, Moment moment) {
        Dot dot = new Dot();
        dot.line("digraph " + quoted(storyboard.title() + ", " + moment.when()) + " {");
        dot.line(
                "  rankdir=LR; node [shape=box, fontname=monospace, fontsize=11]; edge [fontname=monospace, fontsize=9];");
        for (int i = 0; i < moment.processes().size(); i++) {
            dot.process(i, moment.processes().get(i));
        }
        dot.pages(moment);
        for (int i = 0; i < moment.files().size(); i++) {
            dot.file(i, moment.files().get(i));
        }
        dot.line("}");
        return dot.out.toString();
    }

    private void line(String line) {
        out.append(line).append('\n');
    }

    private void process(int number, ProcessView process) {
        line("  subgraph cluster_process" + number + " {");
        String status = process.alive() ? "" : ", " + process.status();
        line("    label=" + quoted(process.name() + status) + ";");
        Set<String> edges = new LinkedHashSet<>();
        for (ProcessView.MappingView mapping : process.mappings()) {
            for (ProcessView.Entry entry : mapping.entries()) {
                String node = quoted(process.name() + " " + mapping.start() + " " + entry.index());
                line("    " + node + " [label=" + quoted(entry.place()) + "];");
                String style = entry.moved() ? ", penwidth=3" : "";
                edges.add("  " + node + " -> page" + entry.page() + " [label=" + quoted(entry.prot()) + style + "];");
            }
        }
        line("  }");
        edges.forEach(this::line);
    }

    private void pages(Moment moment) {
        for (PageView page : moment.pages()) {
            StringBuilder label = new StringBuilder(page.isZeroPage() ? "zero page" : "#" + page.number());
            page.content().forEach(piece -> label.append(' ').append(piece.text()));
            label.append(page.isZeroPage() ? "" : ", refs " + page.references());
            String style = page.fresh() || !page.changed().isEmpty() ? ", penwidth=3" : "";
            line("  page" + page.number() + " [label=" + quoted(label.toString()) + style + "];");
        }
    }

    private void file(int number, FileView file) {
        line("  subgraph cluster_file" + number + " {");
        line("    label=" + quoted(file.name() + ", " + file.size() + " bytes") + ";");
        for (FileView.CachedPage page : file.cached()) {
            String dirty = page.dirty() ? ", dirty" : "";
            line("    file" + number + "_" + page.index() + " [label=" + quoted("page " + page.index() + dirty) + "];");
        }
        line("  }");
        for (FileView.CachedPage page : file.cached()) {
            line("  page" + page.page() + " -> file" + number + "_" + page.index() + " [dir=none, style=dotted];");
        }
    }

    /** A quoted string of the language, in which a backslash begins an escape. */
    private static String quoted(String text) {
        return '"' + Medium.oneLine(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
