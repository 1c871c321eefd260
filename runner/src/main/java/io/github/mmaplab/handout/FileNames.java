package io.github.mmaplab.handout;

import io.github.mmaplab.exercise.Sha256;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Names of files for ids that may be anything. An id of up to 64 ASCII letters, digits, and {@code - _ . + @} between two
 * of these is the name itself, unless it is a device of Windows. Of any other id, and of two that differ in the case of
 * letters alone, the first 40 characters are kept, those that may not stand in a name as {@code _}, and behind
 * {@code ~} follow 12 hexadecimal digits of the SHA-256 of the id. No id that is its own name has a {@code ~}, so that
 * different ids have different names, on file systems that ignore case, too.
 */
public final class FileNames {
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_](?:[A-Za-z0-9._@+-]{0,62}[A-Za-z0-9_])?");

    /** Devices, with and without an ending: what Windows opens in place of a file. */
    private static final Pattern DEVICE =
            Pattern.compile("(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\\..*)?", Pattern.CASE_INSENSITIVE);

    private static final int KEPT = 40;

    private static final int DIGITS = 12;

    private FileNames() {}

    /** A name for each id, in the order given. */
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

    /** A name for an id that stands alone. */
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
        // A name that begins with a hyphen is taken for an option.
        String safe = kept.startsWith("-") ? "_" + kept.substring(1) : kept;
        return safe + "~" + Sha256.of(id).substring(0, DIGITS);
    }
}
