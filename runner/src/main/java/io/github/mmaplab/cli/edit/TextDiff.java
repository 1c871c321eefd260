package io.github.mmaplab.cli.edit;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.Patch;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.text.Medium;
import java.util.ArrayList;
import java.util.List;

/** What a file becomes, as a unified diff that patch(1) takes. */
public final class TextDiff {
    private static final int CONTEXT = 3;

    /** Stands at the end of a last line that no line feed ends, and in no file that can be read. */
    private static final String UNENDED = "\0";

    private TextDiff() {}

    /**
     * The diff, with a line feed at its end; empty if both are the same.
     *
     * @param name what messages call the file
     */
    public static String of(String name, String before, String after, Palette palette) {
        List<String> old = lines(before);
        Patch<String> patch = DiffUtils.diff(old, lines(after));
        StringBuilder text = new StringBuilder();
        for (String line : UnifiedDiffUtils.generateUnifiedDiff(name, name, old, patch, CONTEXT)) {
            text.append(painted(shown(line), palette)).append('\n');
        }
        return text.toString();
    }

    private static String shown(String line) {
        String[] parts = line.split(UNENDED, -1);
        return Medium.LINES.fit(parts[0]) + (parts.length > 1 ? "\n\\ No newline at end of file" : "");
    }

    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int last = lines.size() - 1;
        if (lines.get(last).isEmpty()) {
            lines.remove(last);
        } else {
            lines.set(last, lines.get(last) + UNENDED);
        }
        return lines;
    }

    private static String painted(String line, Palette palette) {
        if (line.startsWith("---") || line.startsWith("+++")) {
            return palette.paint(Palette.Part.MESSAGE, line);
        }
        return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '-' -> palette.paint(Palette.Part.ERROR, line);
            case '+' -> palette.paint(Palette.Part.PASSED, line);
            case '@' -> palette.paint(Palette.Part.FRAME, line);
            default -> line;
        };
    }
}
