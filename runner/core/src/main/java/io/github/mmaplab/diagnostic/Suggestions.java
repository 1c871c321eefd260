package io.github.mmaplab.diagnostic;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the word that was probably meant. */
public final class Suggestions {
    /** What is longer is no slip of the pen, and comparing it would take long. */
    private static final int LONGEST = 64;

    /** This many letters of an unknown word are compared: a file can have 100,000 such words, and long ones. */
    private static final int MOST_EFFORT = 50_000;

    /** In this many words an unknown word is looked for as a part. */
    private static final int MOST = 500;

    /** A message shows this many chars of a list of words. */
    private static final int LONGEST_LIST = 500;

    private Suggestions() {}

    /** "did you mean ...?" where a known word is near; otherwise all of them. */
    public static String hint(String written, String kind, Collection<String> known) {
        return nearestOr(written, known, kind + ": " + list(known));
    }

    /** "did you mean ...?" where a known word is near; otherwise another hint. */
    public static String nearestOr(String written, Iterable<String> known, String otherwise) {
        String nearest = nearest(written, known);
        return nearest != null ? didYouMean(nearest) : otherwise;
    }

    /** The hint that names a word. */
    public static String didYouMean(String word) {
        return "did you mean `" + word + "`?";
    }

    /** The known word that differs least, or null if all differ too much to have been meant. */
    public static @Nullable String nearest(String written, Iterable<String> known) {
        if (written.length() > LONGEST) {
            return null;
        }
        String best = null;
        int least = Integer.MAX_VALUE;
        int effort = 0;
        for (String word : known) {
            int shorter = Math.min(word.length(), written.length());
            int limit = shorter < 2 ? 0 : Math.max(1, shorter / 3);
            if (Math.abs(word.length() - written.length()) <= limit) {
                effort += word.length() * written.length();
                if (effort > MOST_EFFORT) {
                    break;
                }
                int distance = distance(written, word);
                if (distance <= limit && distance < least) {
                    least = distance;
                    best = word;
                }
            }
        }
        return best != null ? best : containing(written, known);
    }

    /** A known word that the one written is a part of, as in {@code SEGV}, or that it ends with, as in {@code MAP_STACK}. */
    private static @Nullable String containing(String written, Iterable<String> words) {
        String part = written.toLowerCase(Locale.ROOT);
        int compared = 0;
        for (String word : words) {
            if (++compared > MOST) {
                return null;
            }
            String known = word.toLowerCase(Locale.ROOT);
            if ((part.length() >= 3 && known.contains(part)) || (known.length() >= 3 && part.endsWith("_" + known))) {
                return word;
            }
        }
        return null;
    }

    /** The words with commas between, cut at a length that a message can show. */
    public static String list(Collection<String> words) {
        StringBuilder list = new StringBuilder();
        int listed = 0;
        for (String word : words) {
            if (list.length() > LONGEST_LIST) {
                return list.append(", and ")
                        .append(words.size() - listed)
                        .append(" more")
                        .toString();
            }
            list.append(list.length() == 0 ? "" : ", ").append(word);
            listed++;
        }
        return list.toString();
    }

    /** How many letters must be put in, left out, replaced or swapped with the next; case does not count. */
    static int distance(String a, String b) {
        int[][] rows = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            rows[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            rows[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int replaced = rows[i - 1][j - 1] + (same(a, i, b, j) ? 0 : 1);
                int least = Math.min(replaced, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
                if (i > 1 && j > 1 && same(a, i, b, j - 1) && same(a, i - 1, b, j)) {
                    least = Math.min(least, rows[i - 2][j - 2] + 1);
                }
                rows[i][j] = least;
            }
        }
        return rows[a.length()][b.length()];
    }

    private static boolean same(String a, int i, String b, int j) {
        return Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
    }
}
