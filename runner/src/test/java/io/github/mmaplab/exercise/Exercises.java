package io.github.mmaplab.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.scenario.ExerciseReader;
import io.github.mmaplab.scenario.model.Variant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Exercises for tests. */
public final class Exercises {
    private Exercises() {}

    /** The exercise that a text spells. */
    public static Assignment assignment(String yaml) {
        ExerciseReader.Result read = ExerciseReader.read("sample.exercise.yaml", yaml.getBytes(StandardCharsets.UTF_8));
        assertThat(read.diagnostics()).isEmpty();
        return Assignment.of("sample.exercise.yaml", read, VariantSecret.of("a secret"));
    }

    /** The exercise in a file. */
    public static Assignment assignment(Path file) {
        try {
            String name = String.valueOf(file.getFileName());
            ExerciseReader.Result read = ExerciseReader.read(name, Files.readAllBytes(file));
            assertThat(read.diagnostics()).isEmpty();
            return Assignment.of(name, read, VariantSecret.of("a secret"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The key to the only variant of an exercise of these steps: alice and bob map data.txt, which is "hello". */
    public static AnswerKey key(String... steps) {
        return assignment("""
                exercise: A sample
                files: { data.txt: hello }
                processes:
                  alice: { p: { file: data.txt, sharing: private } }
                  bob: { q: { file: data.txt, sharing: shared } }
                steps:
                """ + String.join("", steps)).key(Variant.ONLY);
    }
}
