package io.github.mmaplab.handout;

import io.github.mmaplab.exercise.Sha256;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Names of files for ids, which may contain anything. An id of up to 64 ASCII letters, digits, and {@code - _ . + @}
 * between two of these is its own name, unless it is a device of Windows. For any other id, and for two ids that differ
 * only in case, the name consists of the first 40 characters, with {@code _} for those that a name cannot contain, then
 * {@code ~} and 12 hexadecimal digits of the SHA-256 of the id. No id that is its own name contains a {@code ~}, so
 * different ids have different names, also on file systems that ignore case.
 */
public final class FileNames {
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_](?:[A-Za-z0-9._@+-]{0,62}[A-Za-z0-9_])?");

    /** Devices with and without an ending, which Windows opens instead of a file. */
    private static final Pattern DEVICE =
            Pattern.compile("(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\\..*)?", Pattern.CASE_INSENSITIVE);

    private static final int KEPT = 40;

    private static final int DIGITS = 12;

    private FileNames() {}

    /** A name for each id, in the same order. */
    public static Map<String, String> of(Collection<String> ids) {
        Map<String, Integer> alike = new HashMap<>();
        ids.forEach(id -> alike.merge(id.toLowerCase(Locale.ROOT), 1, Integer::sum));
        Map<String, String> names = new LinkedHashMap<>();
        for (String id : ids) {
            boolean itself = isSafe(id) && alike.getOrDefault(id.toLowerCase(Locale.ROOT), 0) == 1;
            names.put(id, itself ? id : hashed(id));
        }
        return names;
    }

    /** A name for a single id. */
    public static String of(String id) {
        return isSafe(id) ? id : hashed(id);
    }

    private static boolean isSafe(String id) {
        return SAFE.matcher(id).matches() && !DEVICE.matcher(id).matches();
    }

    private static String hashed(String id) {
        String kept = id.codePoints()
                .limit(KEPT)
                .map(c -> (c < 128 && Character.isLetterOrDigit(c)) || c == '-' ? c : '_')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        // A name that begins with a hyphen would be taken for an option.
        String safe = kept.startsWith("-") ? "_" + kept.substring(1) : kept;
        return safe + "~" + Sha256.of(id).substring(0, DIGITS);
    }
}
