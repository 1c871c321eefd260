package io.github.mmaplab.grading;

import io.github.mmaplab.scenario.PredictionReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a file that may be a prediction. Browsers, Windows and learning platforms change the names that files were
 * handed out under: {@code s1.prediction-1.yaml}, {@code s1.prediction (1).yaml}, {@code s1.prediction.yaml.txt}.
 */
record PredictionName(String text, Kind kind) {
    /** How the names of predictions end. */
    static final String ENDING = PredictionReader.ENDING;

    /** What a name says of a file. */
    enum Kind {
        /** It is a prediction. */
        USUAL,
        /** It was a prediction when it was handed out. */
        RENAMED,
        /** It may be one, which its content says. */
        PERHAPS,
        /** It is none. */
        OTHER
    }

    private static final Pattern TEXT = Pattern.compile("(?i).*\\.(?:ya?ml|txt)");

    private static final Pattern MARKED = Pattern.compile("(?i).*\\.prediction\\b.*");

    /** What a prediction has at its outermost level; an exercise has not both. */
    private static final Pattern ANSWERS = Pattern.compile("(?m)^[\"']?answers[\"']?[ \\t]*:");

    private static final Pattern EXERCISE = Pattern.compile("(?m)^[\"']?exercise[\"']?[ \\t]*:");

    private static final Pattern FORMAT = Pattern.compile("(?i)(?:\\.ya?ml)?\\.txt$|\\.ya?ml$");

    private static final Pattern MARK = Pattern.compile("(?i)\\.prediction$");

    /** What is appended where there was a file of the name before. */
    private static final Pattern COPY = Pattern.compile("(?: ?\\([0-9]+\\)|-[0-9]+)$");

    /** What Canvas puts before the name that a file was handed in under: who, and two numbers. */
    private static final Pattern CANVAS =
            Pattern.compile("[^_]+(?:_late)?_[0-9]+_[0-9]+_(.+)", Pattern.CASE_INSENSITIVE);

    static PredictionName of(Path file) {
        String text = String.valueOf(file.getFileName());
        return new PredictionName(text, kind(text));
    }

    private static Kind kind(String text) {
        if (text.endsWith(ENDING)) {
            return Kind.USUAL;
        }
        if (!TEXT.matcher(text).matches()) {
            return Kind.OTHER;
        }
        return MARKED.matcher(text).matches() ? Kind.RENAMED : Kind.PERHAPS;
    }

    /** Whether a file is not the student's own work: what is hidden, and what a Mac puts into an archive. */
    static boolean isHidden(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.startsWith(".") || name.equals("__MACOSX");
    }

    /**
     * Whether the file is a prediction, by its name or else by what is in it; however broken that is.
     *
     * @throws IOException if it has to be read, and can't be
     */
    boolean isPrediction(Path file) throws IOException {
        return switch (kind) {
            case USUAL, RENAMED -> true;
            case PERHAPS -> saysSo(file);
            case OTHER -> false;
        };
    }

    private static boolean saysSo(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String text = new String(in.readNBytes(PredictionReader.LARGEST_FILE), StandardCharsets.UTF_8);
            String content = text.startsWith("\uFEFF") ? text.substring(1) : text;
            return EXERCISE.matcher(content).find() && ANSWERS.matcher(content).find();
        }
    }

    /** The name without the ending that it was handed out with; empty if it has another one. */
    Optional<String> stem() {
        return kind == Kind.USUAL ? Optional.of(text.substring(0, text.length() - ENDING.length())) : Optional.empty();
    }

    /** What the name may have been made from, the likeliest first: the name of a student's file without its ending. */
    Set<String> stems() {
        String bare = FORMAT.matcher(text).replaceFirst("");
        String unmarked = MARK.matcher(bare).replaceFirst("");
        String uncopied = MARK.matcher(COPY.matcher(bare).replaceFirst("")).replaceFirst("");
        Set<String> stems = new LinkedHashSet<>(
                List.of(unmarked, uncopied, COPY.matcher(uncopied).replaceFirst("")));
        for (String stem : List.copyOf(stems)) {
            Matcher canvas = CANVAS.matcher(stem);
            if (canvas.matches()) {
                stems.add(canvas.group(1));
            }
        }
        return stems;
    }
}
