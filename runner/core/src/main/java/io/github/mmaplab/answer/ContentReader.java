package io.github.mmaplab.answer;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.Signal;
import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.scenario.decode.SizeText;
import io.github.mmaplab.scenario.model.AnswerKind;
import io.github.mmaplab.scenario.model.Content;
import io.github.mmaplab.scenario.model.Location;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out which bytes, or which signal, an answer to a question for content means. */
final class ContentReader {
    /** So many characters a byte takes at most, whatever the form; and so many bytes a word such as a signal's name. */
    private static final int LONGEST = 8;

    private static final Pattern ZERO_WORD = Pattern.compile("(?i)(all |only )?(zero|zeros|zeroes)( bytes?)?");

    /** Digits 0 alone, in groups or not. */
    private static final Pattern ZERO_DIGITS = Pattern.compile("0[0 ,]*");

    private static final Pattern BYTES = Pattern.compile("\\p{XDigit}{2}(?:[ ,]++\\p{XDigit}{2})++");

    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:0|x(\\p{XDigit}{2}))");

    private final AnswerKind.Bytes kind;
    private final AnswerForms forms;

    ContentReader(AnswerKind.Bytes kind, AnswerForms forms) {
        this.kind = kind;
        this.forms = forms;
    }

    /** What content that is spelled out means. */
    Optional<Reply> spelled(Content content) {
        return Long.compareUnsigned(content.length(), kind.longest()) > 0
                ? Optional.empty()
                : Optional.of(padded(content.bytes(0, (int) content.length())));
    }

    /** What text means. */
    Optional<Reply> text(String written) {
        if (written.length() > LONGEST * (kind.longest() + LONGEST)) {
            return Optional.empty();
        }
        String text = unquoted(written);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Optional<Signal> signal = signal(text.strip(), bytes.length);
        if (signal.isPresent()) {
            return Optional.of(new Reply.Raised(signal));
        }
        Optional<byte[]> meant = inAnotherForm(text.strip());
        byte[] all = meant.orElse(bytes);
        return all.length > kind.longest() ? Optional.empty() : Optional.of(padded(all));
    }

    private String unquoted(String written) {
        String inside = Quotes.withoutPair(written.strip());
        boolean literal = inside.equals(written.strip()) || (written.strip().startsWith("`") && forms.writes('`'));
        return literal ? written : inside;
    }

    /** Bytes that are not those of the text itself; empty, if it means itself. */
    private Optional<byte[]> inAnotherForm(String text) {
        if (kind.length() == 1 && !kind.ofWholeFile() && text.length() > 1) {
            OptionalLong number = SizeText.parse(text, forms.pageSize());
            if (number.isPresent() && number.getAsLong() >= 0 && number.getAsLong() <= 0xFF) {
                return Optional.of(new byte[] {(byte) number.getAsLong()});
            }
        }
        if (isZeros(text)) {
            return Optional.of(new byte[zeros(text)]);
        }
        if (BYTES.matcher(text).matches() && !forms.writes(' ')) {
            return Optional.of(ofPairs(text));
        }
        return text.indexOf('\\') >= 0 && !forms.writes('\\') ? Optional.of(unescaped(text)) : Optional.empty();
    }

    private boolean isZeros(String text) {
        return (ZERO_DIGITS.matcher(text).matches() && forms.zeroIsZeroBytes())
                || (ZERO_WORD.matcher(text).matches() && !(forms.writes('z') || forms.writes('Z')));
    }

    /** How many: one for each pair of digits, where they are in groups; all that are asked for, where nothing says. */
    private int zeros(String text) {
        if (text.equals("0") || text.charAt(0) != '0') {
            return (int) kind.length();
        }
        String[] groups = text.split("[ ,]+", 0);
        return groups.length > 1 ? groups.length : text.length();
    }

    private static byte[] ofPairs(String text) {
        String[] pairs = text.split("[ ,]+", 0);
        byte[] bytes = new byte[pairs.length];
        for (int i = 0; i < pairs.length; i++) {
            bytes[i] = (byte) Integer.parseInt(pairs[i], 16);
        }
        return bytes;
    }

    /** As in C: {@code \0} and {@code \x41}. */
    private static byte[] unescaped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Matcher escape = ESCAPE.matcher(text);
        int end = 0;
        while (escape.find()) {
            bytes.writeBytes(text.substring(end, escape.start()).getBytes(StandardCharsets.UTF_8));
            bytes.write(escape.group(1) == null ? 0 : Integer.parseInt(escape.group(1), 16));
            end = escape.end();
        }
        bytes.writeBytes(text.substring(end).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    /** A signal, unless the text can be what is read: the short names of signals are words, too. */
    private Optional<Signal> signal(String text, int length) {
        boolean fits = length <= kind.length();
        if (length == kind.length()) {
            return Optional.empty();
        }
        return fits ? SignalWords.fullName(text) : SignalWords.find(text);
    }

    /**
     * Memory has as many bytes as are asked for: zeros at the end may be left out. So they may of a whole file, whose answer
     * ends before them. A place in a file may have fewer bytes than are asked for.
     */
    private Reply padded(byte[] bytes) {
        if (kind.ofWholeFile()) {
            int length = bytes.length;
            while (length > 0 && bytes[length - 1] == 0) {
                length--;
            }
            return new Reply.Bytes(Data.of(Arrays.copyOf(bytes, length)));
        }
        return new Reply.Bytes(Data.of(
                kind.location() instanceof Location.InFile ? bytes : Arrays.copyOf(bytes, (int) kind.length())));
    }
}
