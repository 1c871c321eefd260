package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.abi.Protection;
import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads protections: letters of {@code rwx}, each once; with {@code -} for what is missing, as /proc/PID/maps has them; or
 * {@code none}.
 */
final class Protections {
    private static final Pattern COLUMNS = Pattern.compile("([r-][w-][x-])([ps]?)");
    private static final Map<String, String> LETTERS =
            Map.of("read", "r", "write", "w", "exec", "x", "execute", "x", "none", "");

    private Protections() {}

    /** The protection that a text says, or null for what is reported. */
    static @Nullable Protection read(Problems problems, Node.Scalar scalar) {
        String text = scalar.text();
        Matcher columns = COLUMNS.matcher(text);
        boolean inColumns = columns.matches();
        if (text.equals("none") || (inColumns && columns.group(2).isEmpty())) {
            return of(text);
        }
        if (!text.isEmpty() && letters(of(text)) == text.length()) {
            return of(text);
        }
        for (String word : words(text)) {
            if (NotSimulated.PROTECTIONS.contains(word)) {
                NotSimulated.refuseWord(problems, scalar.span(), "PROT_", word);
                return null;
            }
        }
        problems.add(
                Code.INVALID_PROTECTION,
                scalar.span(),
                "`" + text + "` is not a protection",
                inColumns
                        ? "write `" + of(columns.group(1)) + "`; `sharing` says whether a mapping is "
                                + (columns.group(2).equals("p") ? "private" : "shared")
                        : inWords(text)
                                .map(prot -> "write `" + prot + "`")
                                .orElse("write letters of rwx, each once (`r`, `rw`, `rx`), or `none`"));
        return null;
    }

    private static Protection of(String text) {
        return text.equals("none")
                ? Protection.NONE
                : new Protection(text.indexOf('r') >= 0, text.indexOf('w') >= 0, text.indexOf('x') >= 0);
    }

    private static int letters(Protection prot) {
        return (prot.read() ? 1 : 0) + (prot.write() ? 1 : 0) + (prot.execute() ? 1 : 0);
    }

    /** What {@code PROT_READ | PROT_WRITE}, {@code read, write} or {@code RW} mean. */
    private static Optional<Protection> inWords(String text) {
        List<String> words = words(text);
        List<String> letters = new ArrayList<>();
        for (String word : words) {
            String letter = LETTERS.get(word);
            if (letter == null) {
                Protection prot = of(word);
                return words.size() == 1 && !word.isEmpty() && letters(prot) == word.length()
                        ? Optional.of(prot)
                        : Optional.empty();
            }
            letters.add(letter);
        }
        return Optional.of(of(String.join("", letters)));
    }

    private static List<String> words(String text) {
        List<String> words = CSpelling.words(text);
        return words.isEmpty() ? List.of(text.toLowerCase(Locale.ROOT).split("[\\s|,+]+")) : words;
    }
}
