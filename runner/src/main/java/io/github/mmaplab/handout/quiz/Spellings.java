package io.github.mmaplab.handout.quiz;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.answer.Accepted;
import io.github.mmaplab.answer.AnswerForms;
import io.github.mmaplab.answer.ReplyText;
import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.scenario.model.AnswerKind;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.text.Utf8;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The ways to write an answer into a field of a quiz, which compares text. */
final class Spellings {
    private static final String SIG = "SIG";

    /** The answer for no bytes, because an empty field is no answer. */
    private static final String EMPTY = "empty";

    private Spellings() {}

    /** Whether {@code hello} and {@code HELLO} are different answers, which is so only for bytes. */
    static boolean caseMatters(AnswerKind kind) {
        return kind instanceof AnswerKind.Bytes;
    }

    /** What is accepted, in words. */
    static String accepted(Question question, AnswerForms forms) {
        if (!(question.answer() instanceof AnswerKind.Bytes asked)) {
            return Accepted.of(question, forms);
        }
        String nothing =
                asked.location() instanceof Location.InFile ? ", or the word " + EMPTY + " if there is none" : "";
        return asked.length() == 1
                ? "one byte: a character, or its number (66 and 0x42 are B)" + nothing
                : "the text; or its bytes as two lower-case hexadecimal digits each, separated by spaces, such as"
                        + " 68 00; or a signal such as SIGBUS" + nothing;
    }

    /** An answer as a choice: text without quotes if it is not ambiguous. */
    static String label(Reply reply) {
        if (reply instanceof Reply.Bytes bytes) {
            String text = text(bytes.data().bytes());
            boolean plain = !text.isBlank()
                    && text.equals(text.strip())
                    && !text.startsWith("{")
                    && !text.toUpperCase(Locale.ROOT).startsWith(SIG);
            if (plain) {
                return text;
            }
        }
        return ReplyText.of(reply);
    }

    /** All spellings of an answer, the shortest first. */
    static List<String> of(AnswerKind kind, Reply reply) {
        Set<String> spellings = new LinkedHashSet<>();
        if (reply instanceof Reply.Bytes bytes) {
            addBytes(spellings, bytes.data().bytes(), kind);
        } else {
            String word = ReplyText.of(reply);
            addWord(spellings, word, kind);
            if (reply.equals(Reply.Word.OK)) {
                spellings.add("success");
            }
        }
        return List.copyOf(spellings);
    }

    /** For bytes, lower case is another answer, and a short name may be the text itself. */
    private static void addWord(Set<String> spellings, String word, AnswerKind kind) {
        spellings.add(word);
        String name = word.startsWith(SIG) ? word.substring(SIG.length()) : "";
        if (!name.isEmpty() && !(kind instanceof AnswerKind.Bytes asked && name.length() <= asked.length())) {
            spellings.add(name);
        }
        if (caseMatters(kind)) {
            List.copyOf(spellings).forEach(each -> spellings.add(each.toLowerCase(Locale.ROOT)));
        }
    }

    /**
     * A byte is its character or its number. A decimal number has at least two digits, because a single digit is a
     * character. So 42 is the number of {@code *}, not the two hexadecimal digits of {@code B}.
     */
    private static void addByte(Set<String> spellings, byte only) {
        int number = Byte.toUnsignedInt(only);
        String text = text(new byte[] {only});
        if (!text.isBlank()) {
            spellings.add(text);
        }
        if (number >= 10) {
            spellings.add(Integer.toString(number));
        }
        for (String format : List.of("%02x", "%02X", "%x", "%X")) {
            spellings.add("0x" + String.format(format, number));
        }
        spellings.add(ReplyText.of(new Reply.Bytes(Data.of(new byte[] {only}))));
    }

    private static void addBytes(Set<String> spellings, byte[] bytes, AnswerKind kind) {
        if (bytes.length == 1 && kind instanceof AnswerKind.Bytes asked && asked.length() == 1) {
            addByte(spellings, bytes[0]);
            return;
        }
        boolean memory = kind instanceof AnswerKind.Bytes asked && asked.location() instanceof Location.InMemory;
        int end = bytes.length;
        while (memory && end > 0 && bytes[end - 1] == 0) {
            end--;
        }
        for (byte[] each : List.of(bytes, Arrays.copyOf(bytes, end))) {
            String text = text(each);
            if (!text.isEmpty() && text.equals(text.strip())) {
                spellings.add(text);
            }
        }
        if (bytes.length == 0) {
            spellings.addAll(List.of(EMPTY, "''", "\"\""));
        } else {
            spellings.add(HexFormat.ofDelimiter(" ").formatHex(bytes));
            spellings.add(HexFormat.of().formatHex(bytes));
        }
        spellings.add(ReplyText.of(new Reply.Bytes(Data.of(bytes))));
    }

    /** The bytes as text if it can be typed; otherwise empty. */
    private static String text(byte[] bytes) {
        return Utf8.line(bytes).orElse("");
    }
}
