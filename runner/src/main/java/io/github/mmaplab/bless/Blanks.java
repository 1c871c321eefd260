package io.github.mmaplab.bless;

import io.github.mmaplab.scenario.model.FileSpec;
import io.github.mmaplab.scenario.model.Property;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import io.github.mmaplab.scenario.syntax.Document;
import io.github.mmaplab.scenario.syntax.Node;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Finds the values that a file leaves open, as in {@code bob.q:}, and fills in values that can be played. */
final class Blanks {
    /** Longer literals are not taken for the length of an answer. */
    private static final long LONGEST = 64;

    private Blanks() {}

    /** What is put in, in the order of the file. */
    static List<Edit> fill(List<Document> documents, int length) {
        List<Edit> edits = new ArrayList<>();
        for (Document document : documents) {
            for (Expected.Value value : Expected.in(document)) {
                if (value.node() instanceof Node.Scalar scalar && scalar.isAbsent()) {
                    int at = scalar.span().start();
                    String text = scalar.span().source().text();
                    String blank = at > 0 && text.charAt(at - 1) == ':' ? " " : "";
                    edits.add(new Edit(at, commaBehind(text, at), blank + placeholder(value, length)));
                }
            }
        }
        edits.sort((a, b) -> Integer.compare(a.start(), b.start()));
        return edits;
    }

    /** Where a comma stands behind nothing but blanks, which are not wanted before it; else the place itself. */
    private static int commaBehind(String text, int at) {
        int behind = at;
        while (behind < text.length() && text.charAt(behind) == ' ') {
            behind++;
        }
        return behind < text.length() && text.charAt(behind) == ',' ? behind : at;
    }

    /** As many bytes as the longest literal that scenarios write: so many are looked at where nothing is said. */
    static int longestLiteral(List<Scenario> scenarios) {
        long longest = 1;
        for (Scenario scenario : scenarios) {
            for (FileSpec file : scenario.files()) {
                for (FileSpec.Piece piece : file.pieces()) {
                    longest = longer(longest, piece.content().length());
                }
            }
            for (Step step : scenario.steps()) {
                if (step instanceof Step.Write write) {
                    for (Step.Write.Target target : write.targets()) {
                        longest = longer(longest, target.length());
                    }
                }
            }
        }
        return (int) longest;
    }

    private static long longer(long length, long other) {
        return other > length && other <= LONGEST ? other : length;
    }

    private static String placeholder(Expected.Value value, int length) {
        for (Property property : Property.values()) {
            if (property.word().equals(value.facet())) {
                return property.kind().example();
            }
        }
        return switch (value.facet()) {
            case "hex" -> Literals.hex("?".repeat(length).getBytes(StandardCharsets.UTF_8));
            case "raises", "fails" -> "none";
            case "returns" -> "0";
            case "dies" -> "SIGSEGV";
            case "maps" -> "[]";
            case "same-page-as", "not-same-page-as", "one-of", "zeros", "fill", "length" -> "";
            default -> "'" + "?".repeat(length) + "'";
        };
    }
}
