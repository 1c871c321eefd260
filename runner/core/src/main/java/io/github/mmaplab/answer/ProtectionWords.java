package io.github.mmaplab.answer;

import io.github.mmaplab.abi.Protection;
import io.github.mmaplab.run.result.Reply;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The ways to write a protection: {@code rw}, {@code rw-p}, {@code PROT_READ | PROT_WRITE}, {@code read-only}. */
final class ProtectionWords {
    /** As /proc/PID/maps writes it, with its last letter for private or shared. */
    private static final Pattern IN_MAPS = Pattern.compile("([r-][w-][x-])[ps]?");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^a-z_]+");

    private ProtectionWords() {}

    /** The protection as scenarios write it, or that nothing is mapped. */
    static Optional<String> find(String word) {
        String lower = IN_MAPS.matcher(word.toLowerCase(Locale.ROOT)).replaceAll("$1");
        return switch (lower) {
            case "none", "prot_none", "---", "no access" -> Optional.of(Protection.NONE.toString());
            case "not mapped", "unmapped" -> Optional.of(Reply.Word.NOT_MAPPED.word());
            default -> letters(lower);
        };
    }

    private static Optional<String> letters(String words) {
        boolean read = false;
        boolean write = false;
        boolean execute = false;
        for (String word : BETWEEN_WORDS.split(words, -1)) {
            switch (word) {
                case "r", "read", "readable", "prot_read" -> read = true;
                case "w", "write", "writable", "prot_write" -> write = true;
                case "x", "exec", "execute", "executable", "prot_exec" -> execute = true;
                case "rw", "wr" -> read = write = true;
                case "rx", "xr" -> read = execute = true;
                case "wx", "xw" -> write = execute = true;
                case "rwx" -> read = write = execute = true;
                case "", "and", "only" -> {}
                default -> {
                    return Optional.empty();
                }
            }
        }
        Protection protection = new Protection(read, write, execute);
        return protection.equals(Protection.NONE) ? Optional.empty() : Optional.of(protection.toString());
    }
}
