package io.github.mmaplab.bless;

import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.Seen;
import io.github.mmaplab.scenario.model.PropertyIs;
import io.github.mmaplab.scenario.model.ValueKind;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What would have to stand in a file for what was seen.
 *
 * @param key the key; the same as it is, unless what was seen is said with another one
 * @param value the value, as it is written
 * @param bare the value as bare text, where that says it all, for the row of a table
 */
record Correction(String key, String value, Optional<String> bare) {

    /** How many bytes are spelled out. */
    private static final int MOST_BYTES = 256;

    /** A value that is one word, or can't be put into a row. */
    private static Correction of(String key, String word) {
        return new Correction(key, word, word.matches("[A-Za-z0-9 +-]+") ? Optional.of(word) : Optional.empty());
    }

    /** What a step would have to say. */
    static Correction of(Problem.WrongOutcome wrong, Expected.Value place) throws NotBlessedException {
        String key = place.facet();
        if (wrong.actual() instanceof Outcome.Failed failed) {
            return of("fails", failed.errno().name());
        }
        if (wrong.actual() instanceof Outcome.Signalled signalled) {
            String signal = signalled.signal().name();
            return place.node() instanceof Node.Mapping
                    ? of(
                            key,
                            "{ signal: " + signal + ", code: "
                                    + signalled.code().name() + " }")
                    : of(key.equals("dies") ? key : "raises", signal);
        }
        if (!wrong.actual().succeeded() || key.equals("dies")) {
            throw new NotBlessedException(
                    wrong.span(),
                    wrong.actual().succeeded()
                            ? "the step succeeds, and the process does not die"
                            : "the step is not simulated",
                    "remove `" + key + "`, or change the step");
        }
        return of(
                key,
                key.equals("returns") ? Long.toUnsignedString(wrong.actual().count()) : "none");
    }

    /** What an expectation would have to say. */
    static Correction of(Problem.WrongSight wrong, Expected.Value place, int pageSize) throws NotBlessedException {
        String key = place.entry().key().text();
        if (wrong.facet().equals("one-of")) {
            throw new NotBlessedException(
                    wrong.span(), "what is seen is none of these", "decide yourself whether to add it");
        }
        if (wrong.actual() instanceof Seen.Bytes bytes) {
            return content(bytes, wrong, place);
        }
        if (wrong.actual() instanceof Seen.Nothing) {
            throw new NotBlessedException(
                    wrong.span(), "nothing has been read into `" + wrong.place() + "`", "remove this row");
        }
        if (wrong.actual() instanceof Seen.Fault fault) {
            String signal = fault.signal().name();
            if (place.node() instanceof Node.Mapping) {
                return of(key, "{ signal: " + signal + ", code: " + fault.code().name() + " }");
            }
            return place.facet().isEmpty() ? of(key, "{ raises: " + signal + " }") : of("raises", signal);
        }
        if (wrong.actual() instanceof Seen.Pages pages) {
            String value = place.node().span().text();
            return of(pages.here().equals(pages.there()) ? "same-page-as" : "not-same-page-as", value);
        }
        if (wrong.actual() instanceof Seen.Mappings mappings) {
            return of(key, rows(mappings.rows(), place));
        }
        return word(((Seen.Word) wrong.actual()).text(), wrong, key, pageSize);
    }

    private static Correction word(String word, Problem.WrongSight wrong, String key, int pageSize)
            throws NotBlessedException {
        if (word.contains(" ") || word.equals("running")) {
            throw new NotBlessedException(
                    wrong.span(),
                    "`" + wrong.place() + "` has no `" + wrong.facet() + "`: it is " + word,
                    "expect something else");
        }
        if (!(wrong.looked().facet() instanceof PropertyIs is) || is.property().kind() != ValueKind.SIZE) {
            return of(key, word);
        }
        long bytes = Long.parseUnsignedLong(word);
        return of(
                key,
                bytes > 0 && bytes % pageSize == 0
                        ? bytes / pageSize + (bytes == pageSize ? " page" : " pages")
                        : word);
    }

    private static Correction content(Seen.Bytes seen, Problem.WrongSight wrong, Expected.Value place)
            throws NotBlessedException {
        if (seen.goesOn() || isElsewhere(seen, wrong)) {
            throw new NotBlessedException(
                    wrong.span(),
                    "`" + wrong.place() + "` continues too far away to be written out",
                    "expect the places one by one: `" + wrong.place() + "+0`, `" + wrong.place() + " + 1 page`, ...");
        }
        byte[] bytes =
                seen.data().length() > MOST_BYTES ? new byte[0] : seen.data().bytes();
        if (seen.from() > 0 || bytes.length == 0) {
            throw new NotBlessedException(
                    wrong.span(),
                    seen.data().length() == 0 ? "there are no bytes here" : "too many bytes differ to write them out",
                    "expect `size`, or fewer bytes");
        }
        String key = place.entry().key().text();
        byte[] shown =
                place.node() instanceof Node.Scalar scalar && scalar.text().matches("\\?+") ? cut(bytes) : bytes;
        Optional<String> text = Literals.readable(shown);
        if (place.facet().equals("hex")) {
            return of(key, Literals.hex(bytes));
        }
        if (place.facet().equals("fill")) {
            throw new NotBlessedException(wrong.span(), "these bytes are not all alike", "write `hex` or `text`");
        }
        if (place.facet().isEmpty() || place.facet().equals("on-disk")) {
            return text.isPresent()
                    ? new Correction(key, Literals.text(text.get()), text)
                    : of(key, "{ " + Literals.facet(shown) + " }");
        }
        String facet = Literals.facet(shown);
        int colon = facet.indexOf(": ");
        return new Correction(facet.substring(0, colon), facet.substring(colon + 2), text);
    }

    private static boolean isElsewhere(Seen.Bytes seen, Problem.WrongSight wrong) {
        return wrong.expected() instanceof io.github.mmaplab.run.result.Expected.Content content
                && seen.isElsewhere(content.choices().get(0).length());
    }

    /** What was looked at because it had to be some length ends before the zeros, unless there is nothing else. */
    private static byte[] cut(byte[] bytes) {
        int length = bytes.length;
        while (length > 0 && bytes[length - 1] == 0) {
            length--;
        }
        return length == 0 ? bytes : Arrays.copyOf(bytes, length);
    }

    private static String rows(List<String> rows, Expected.Value place) {
        int line = place.entry().key().span().line();
        String before = place.entry().key().span().source().line(line);
        int column = place.entry().key().span().column() - 1;
        if (rows.isEmpty() || !before.substring(0, column).isBlank()) {
            return "[" + String.join(", ", rows) + "]";
        }
        String begin = "\n" + " ".repeat(column + 2) + "- ";
        return begin + String.join(begin, rows);
    }
}
