package io.github.mmaplab.scenario;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.scenario.decode.PredictionDecoder;
import io.github.mmaplab.scenario.decode.PredictionLines;
import io.github.mmaplab.scenario.model.Prediction;
import io.github.mmaplab.scenario.syntax.PlainLines;
import io.github.mmaplab.scenario.syntax.SourceText;
import io.github.mmaplab.scenario.syntax.YamlReader;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads predictions, which anybody may have written. Whatever is in a file, the result says it: nothing is thrown. Safe
 * for use by several threads.
 */
public final class PredictionReader {
    /** How the names of predictions end. */
    public static final String ENDING = ".prediction.yaml";

    /** The largest prediction that is read, in bytes. */
    public static final int LARGEST_FILE = 64 << 10;

    private static final String HAND_IN = "hand in the file that came with the sheet";

    private static final OneDocument ONE = new OneDocument("a", "prediction", HAND_IN, HAND_IN);

    private PredictionReader() {}

    /**
     * The result of reading a file.
     *
     * @param prediction what is in it; empty if there is an error, unless its answers could be read line by line
     * @param bytes the file, cut one byte after {@link #LARGEST_FILE}; empty if it could not be read
     * @param diagnostics everything that is wrong, in the order of the file
     */
    public record Result(Optional<Prediction> prediction, ByteBuffer bytes, List<Diagnostic> diagnostics) {
        /** Copies the list, not the bytes. */
        public Result {
            bytes = bytes.asReadOnlyBuffer();
            diagnostics = List.copyOf(diagnostics);
        }
    }

    /**
     * Reads the bytes of a file.
     *
     * @param name what messages call it
     * @param pageSize what {@code 1 page} is in an answer, in bytes
     */
    public static Result read(String name, byte[] bytes, int pageSize) {
        Problems problems = new Problems();
        Source source = source(name, bytes, problems);
        Prediction prediction = source == null
                ? null
                : ONE.read(
                        PlainLines.read(source).map(List::of).orElseGet(() -> YamlReader.read(source, problems)),
                        source,
                        problems,
                        (document, ofDocument) -> PredictionDecoder.decode(document, ofDocument, pageSize));
        if (source != null && prediction == null && problems.all().stream().allMatch(PredictionReader::isOfALine)) {
            prediction = PredictionLines.read(source, pageSize).orElse(null);
        }
        return new Result(Optional.ofNullable(prediction), ByteBuffer.wrap(bytes), ScenarioReader.inOrder(problems));
    }

    /** Whether a mistake may be on one line alone: not that the file is something else altogether. */
    private static boolean isOfALine(Diagnostic problem) {
        return problem.code() != Code.OTHER_KIND && problem.code() != Code.EMPTY_DOCUMENT;
    }

    private static @Nullable Source source(String name, byte[] bytes, Problems problems) {
        if (bytes.length > LARGEST_FILE) {
            problems.add(
                    Code.FILE_TOO_LARGE,
                    new Source(name, "").span(0, 0),
                    "the file is larger than " + (LARGEST_FILE >> 10) + " KiB, the maximum for a prediction",
                    "hand in the file that came with the sheet, with a short answer after each colon");
            return null;
        }
        return SourceText.decode(name, bytes, problems);
    }
}
