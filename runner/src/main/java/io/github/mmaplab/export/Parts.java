package io.github.mmaplab.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ready-made parts of programs: headers and functions. A program gets the parts whose names occur in it, and the
 * parts that these need.
 *
 * <p>The parts are in {@code parts.c}. A part begins with a line {@code //@ name...} with the names that it defines. A
 * header has a line {@code //@include <header> name...} with the names that need it. A part that differs between
 * programs of one process and of several is there twice, marked {@code alone} and {@code together}.
 */
final class Parts {

    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");
    private static final Pattern NO_CODE =
            Pattern.compile("/\\*.*?\\*/|\"(?:\\\\.|[^\"\\\\])*+\"|'(?:\\\\.|[^'\\\\])'", Pattern.DOTALL);
    private static final String ALL = read();

    private final Map<Set<String>, String> headers = new LinkedHashMap<>();
    private final Map<Set<String>, String> functions = new LinkedHashMap<>();

    /** The parts for a program of one process, or of several. */
    Parts(boolean alone) {
        String other = alone ? "together" : "alone";
        for (String part : ("\n" + ALL).split("\n//@", -1)) {
            int end = part.indexOf('\n') < 0 ? part.length() : part.indexOf('\n');
            List<String> words = List.of(part.substring(0, end).strip().split(" +"));
            if (words.get(0).equals("include")) {
                headers.put(new HashSet<>(words.subList(2, words.size())), "#include " + words.get(1));
            } else if (!words.contains(other) && end < part.length()) {
                functions.put(new HashSet<>(words), part.substring(end + 1).strip());
            }
        }
    }

    /** The text of all parts. */
    static String all() {
        return ALL;
    }

    /** The functions that {@code text} needs, each after those that it needs itself. */
    List<String> functionsFor(String text) {
        Set<String> words = words(text);
        Set<Set<String>> needed = new HashSet<>();
        boolean more = true;
        while (more) {
            more = false;
            for (Map.Entry<Set<String>, String> function : functions.entrySet()) {
                if (!needed.contains(function.getKey()) && intersect(words, function.getKey())) {
                    needed.add(function.getKey());
                    words.addAll(words(function.getValue()));
                    more = true;
                }
            }
        }
        List<String> texts = new ArrayList<>();
        for (Map.Entry<Set<String>, String> function : functions.entrySet()) {
            if (needed.contains(function.getKey())) {
                texts.add(function.getValue());
            }
        }
        return texts;
    }

    /** The headers that {@code text} needs. */
    List<String> headersFor(String text) {
        Set<String> words = words(text);
        List<String> needed = new ArrayList<>();
        for (Map.Entry<Set<String>, String> header : headers.entrySet()) {
            if (intersect(words, header.getKey())) {
                needed.add(header.getValue());
            }
        }
        return needed;
    }

    private static boolean intersect(Set<String> words, Set<String> names) {
        for (String name : names) {
            if (words.contains(name)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        Matcher matcher = WORD.matcher(NO_CODE.matcher(text).replaceAll(" "));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    private static String read() {
        try (InputStream in = Parts.class.getResourceAsStream("parts.c")) {
            if (in == null) {
                throw new IllegalStateException("the jar has no parts.c");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
