package io.github.mmaplab.scenario;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Severity;
import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.scenario.decode.Exercise;
import io.github.mmaplab.scenario.decode.ExerciseDecoder;
import io.github.mmaplab.scenario.syntax.Document;
import io.github.mmaplab.scenario.syntax.SourceText;
import io.github.mmaplab.scenario.syntax.YamlReader;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads exercise files. Whatever is in a file, the result says it: nothing is thrown. */
public final class ExerciseReader {
    private ExerciseReader() {}

    /**
     * What came of reading a file.
     *
     * @param exercise what is in it; empty if there is an error
     * @param bytes the file; empty if it could not be read
     * @param diagnostics everything that is wrong, in the order of the file
     */
    public record Result(Optional<Exercise> exercise, ByteBuffer bytes, List<Diagnostic> diagnostics) {
        /** Copies the list; nobody changes the bytes. */
        public Result {
            bytes = bytes.asReadOnlyBuffer();
            diagnostics = List.copyOf(diagnostics);
        }

        /** Whether something is wrong that is more than a warning. */
        public boolean hasErrors() {
            return diagnostics.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
        }
    }

    /**
     * Reads the bytes of a file.
     *
     * @param name what messages call it
     */
    public static Result read(String name, byte[] bytes) {
        Problems problems = new Problems();
        Source source = SourceText.decode(name, bytes, problems);
        Exercise exercise = source == null ? null : read(source, problems);
        return new Result(Optional.ofNullable(exercise), ByteBuffer.wrap(bytes), ScenarioReader.inOrder(problems));
    }

    private static @Nullable Exercise read(Source source, Problems problems) {
        List<Document> documents = YamlReader.read(source, problems);
        if (documents.size() != 1) {
            if (problems.errors() == 0) {
                problems.add(
                        documents.isEmpty() ? Code.EMPTY_DOCUMENT : Code.OTHER_KIND,
                        source.span(0, 0),
                        documents.isEmpty()
                                ? "there is no exercise in this file"
                                : "an exercise has a file of its own, and there are " + documents.size()
                                        + " documents in this one",
                        documents.isEmpty() ? "begin with `exercise: its title`" : "split it at the lines `---`");
            }
            return null;
        }
        Problems ofDocument = new Problems();
        Exercise exercise = ExerciseDecoder.decode(documents.get(0), ofDocument);
        ofDocument.all().forEach(problems::add);
        return documents.get(0).sound() && problems.errors() == 0 ? exercise : null;
    }
}
