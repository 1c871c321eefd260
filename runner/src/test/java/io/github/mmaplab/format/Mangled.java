package io.github.mmaplab.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file of the library in a layout that nobody would want, with the same meaning. */
final class Mangled {
    private static final Pattern KEY = Pattern.compile("(?m)^(?=[a-z-]+:)");
    private static final Pattern BLOCK = Pattern.compile("(?m)^(.*: [>|].*)\n((?:[ ]+.*\n|\n(?=[ ]))*)");
    private static final Pattern FIRST_WORD = Pattern.compile("[^\\s:]+");

    private Mangled() {}

    /** All but the texts of several lines, each line changed. */
    private static String lines(String text, java.util.function.UnaryOperator<String> change) {
        StringBuilder result = new StringBuilder();
        Matcher block = BLOCK.matcher(text);
        int at = 0;
        while (block.find()) {
            result.append(change(text.substring(at, block.end(1) + 1), change)).append(block.group(2));
            at = block.end();
        }
        return result.append(change(text.substring(at), change)).toString();
    }

    private static String change(String part, java.util.function.UnaryOperator<String> change) {
        StringBuilder result = new StringBuilder();
        part.lines().forEach(line -> result.append(change.apply(line)).append('\n'));
        return result.toString();
    }

    /** Everything indented three times as far. */
    static String widened(String text) {
        return Pattern.compile("(?m)^ +(- )?")
                .matcher(text)
                .replaceAll(begin -> begin.group(1) == null
                        ? begin.group().repeat(3)
                        : begin.group().replace("- ", "").repeat(3) + "-     ");
    }

    static String withBlanksAtTheEnds(String text) {
        return lines(text, line -> line + "  ");
    }

    static String withCrLf(String text) {
        return text.replace("\n", "\r\n");
    }

    /** The keys at the top in another order, what is before the first where it is. */
    static String shuffled(String text, Random random) {
        List<String> parts = new ArrayList<>();
        Matcher keys = KEY.matcher(text);
        int begin = 0;
        while (keys.find()) {
            parts.add(text.substring(begin, keys.start()));
            begin = keys.start();
        }
        parts.add(text.substring(begin));
        String head = parts.remove(0);
        List<String> chunks = new ArrayList<>();
        String before = "";
        for (String part : parts) {
            String body = part.stripTrailing() + "\n";
            chunks.add(before + body);
            before = part.substring(body.length());
        }
        Collections.shuffle(chunks, random);
        return head + String.join("", chunks);
    }

    static String withoutBlanksInBraces(String text) {
        return lines(
                text,
                line -> line.contains("\"") || line.contains("#")
                        ? line
                        : line.replaceAll("\\{ +", "{").replaceAll(" +}", "}"));
    }

    static String withEmptyLines(String text) {
        return lines(text, line -> line.isEmpty() ? "\n\n" : line);
    }

    /** A comment before each line and one at its end; each names the first word of the line. */
    static String withComments(String text) {
        return lines(text, line -> {
            Matcher word = FIRST_WORD.matcher(line.strip().replaceFirst("^(- )+", ""));
            if (line.isBlank() || line.startsWith("#") || !word.find()) {
                return line;
            }
            boolean open = line.matches(".*: [>|].*") || line.contains("#");
            String indentation =
                    line.substring(0, line.length() - line.stripLeading().length());
            return indentation + "# before " + word.group() + "\n" + line + (open ? "" : " # behind " + word.group());
        });
    }
}
