package io.github.mmaplab.answer;

import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.scenario.model.Content;
import io.github.mmaplab.text.Utf8;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes answers as a student would: what is written is read as the same answer. */
public final class ReplyText implements Reply.Visitor<String> {
    private static final ReplyText WORDS = new ReplyText();

    private ReplyText() {}

    /** An answer in the words of a prediction, on one line. */
    public static String of(Reply reply) {
        return reply.accept(WORDS);
    }

    @Override
    public String bytes(Reply.Bytes reply) {
        byte[] bytes = reply.data().bytes();
        if (bytes.length == 0) {
            return "''";
        }
        if (isZeros(bytes)) {
            return "{ zeros: " + bytes.length + " }";
        }
        return Utf8.text(bytes)
                .filter(ReplyText::meansItself)
                .orElseGet(() -> "{ hex: \"" + new Content.Hex(bytes) + "\" }");
    }

    private static boolean isZeros(byte[] bytes) {
        for (byte b : bytes) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether a text is read as itself without quotes. */
    private static boolean meansItself(String text) {
        return text.codePoints().allMatch(ReplyText::isPlain)
                && !text.toUpperCase(Locale.ROOT).startsWith("SIG");
    }

    /** Letters, digits and what means nothing to YAML wherever it stands. */
    private static boolean isPlain(int c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.' || c == '/' || c == '+' || c == ';' || c == '^';
    }

    @Override
    public String raised(Reply.Raised reply) {
        return reply.signal().isPresent() ? reply.signal().get().name() : "none";
    }

    @Override
    public String yesNo(Reply.YesNo reply) {
        return reply.yes() ? "yes" : "no";
    }

    @Override
    public String count(Reply.Count reply) {
        return Long.toUnsignedString(reply.value());
    }

    @Override
    public String word(Reply.Word reply) {
        return reply.word();
    }

    @Override
    public String several(Reply.Several reply) {
        if (reply.members().isEmpty()) {
            return "none";
        }
        List<String> members = new ArrayList<>();
        reply.members().forEach(member -> members.add(of(member)));
        return "[" + String.join(", ", members) + "]";
    }

    /** Letters in the order in which the physical pages appear. */
    @Override
    public String frames(Reply.Frames reply) {
        List<String> names = new ArrayList<>();
        for (int page : reply.pages()) {
            names.add(page == Reply.Frames.NO_PAGE ? "none" : String.valueOf((char) ('A' + page - 1)));
        }
        return "[" + String.join(", ", names) + "]";
    }

    @Override
    public String none(Reply.None reply) {
        return "(no answer: " + reply.why() + ")";
    }
}
