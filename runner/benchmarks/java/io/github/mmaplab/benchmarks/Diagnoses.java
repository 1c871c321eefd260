package io.github.mmaplab.benchmarks;

import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.VariantSecret;
import io.github.mmaplab.exercise.grade.SimulatedStudents;
import io.github.mmaplab.exercise.grade.SimulatedStudents.Found;
import io.github.mmaplab.exercise.grade.SimulatedStudents.Kind;
import io.github.mmaplab.scenario.ExerciseReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the diagnosis makes of simulated students of whom is known what they believe, over the exercises of the library. */
public final class Diagnoses {
    private static final int VARIANTS = 20;

    private Diagnoses() {}

    /** Takes the number of students of each kind in each exercise, 1,000 unless given, and a seed. */
    public static void main(String[] args) throws IOException {
        int students = args.length == 0 ? 1_000 : Integer.parseInt(args[0]);
        long seed = args.length < 2 ? 1 : Long.parseLong(args[1]);
        Path library = Path.of(System.getProperty("benchmarks.folder"), "..", "..", "scenarios", "exercises");
        Map<Kind, Found> all = new EnumMap<>(Kind.class);
        System.out.printf(
                "%-26s %s%n", "of 100 students who have", "guess: named; slip: named; one: it; two: one of them, both");
        try (Stream<Path> files = Files.list(library)) {
            for (Path file : files.sorted().toList()) {
                SimulatedStudents class_ = new SimulatedStudents(keys(file), seed);
                StringBuilder row = new StringBuilder();
                for (Kind kind : Kind.values()) {
                    Found found = class_.found(kind, students);
                    all.merge(kind, found, Found::and);
                    row.append(figures(kind, found));
                }
                System.out.printf(
                        "%-26s%s%n", String.valueOf(file.getFileName()).replace(Assignment.ENDING, ""), row);
            }
        }
        StringBuilder row = new StringBuilder();
        all.forEach((kind, found) -> row.append(figures(kind, found)));
        System.out.printf("%-26s%s%n", "all", row);
    }

    private static List<AnswerKey> keys(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        Assignment assignment =
                Assignment.of(name, ExerciseReader.read(name, Files.readAllBytes(file)), VariantSecret.NONE);
        return assignment.sample(VARIANTS).stream().map(assignment::key).toList();
    }

    private static String figures(Kind kind, Found found) {
        return switch (kind) {
            case GUESSES, SLIPS -> percent(found.named(), found);
            case HAS_ONE -> percent(found.one(), found);
            case HAS_TWO -> percent(found.one(), found) + percent(found.all(), found);
        };
    }

    private static String percent(int count, Found found) {
        return found.students() == 0 ? "       " : String.format("%7.1f", 100.0 * count / found.students());
    }
}
