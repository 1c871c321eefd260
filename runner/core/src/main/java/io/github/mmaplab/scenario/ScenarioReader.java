package io.github.mmaplab.scenario;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.scenario.decode.ScenarioDecoder;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.syntax.Document;
import io.github.mmaplab.scenario.syntax.SourceText;
import io.github.mmaplab.scenario.syntax.YamlReader;
import java.util.ArrayList;
import java.util.List;

/** Reads scenario files. Whatever is in a file, the result says it: nothing is thrown. Safe for use by several threads. */
public final class ScenarioReader {
    private ScenarioReader() {}

    /**
     * Reads the bytes of a file.
     *
     * @param name what messages call it
     */
    public static ReadResult read(String name, byte[] bytes) {
        Problems problems = new Problems();
        Source source = SourceText.decode(name, bytes, problems);
        return source == null ? new ReadResult(List.of(), problems.all()) : read(source, problems);
    }

    private static ReadResult read(Source source, Problems problems) {
        List<Document> documents = YamlReader.read(source, problems);
        if (documents.isEmpty() && problems.errors() == 0) {
            problems.add(
                    Code.EMPTY_DOCUMENT,
                    source.span(0, 0),
                    "there is no scenario in this file",
                    "begin with `scenario: its title`; `mmaplab init` writes a file to start from");
        }
        List<Scenario> scenarios = new ArrayList<>();
        for (Document document : documents) {
            Problems ofDocument = new Problems();
            List<Scenario> decoded = ScenarioDecoder.decode(document, ofDocument);
            scenarios.addAll(document.sound() ? decoded : List.of());
            for (Diagnostic problem : ofDocument.all()) {
                problems.add(problem);
            }
        }
        return new ReadResult(scenarios, inOrder(problems));
    }

    /** What was found, in the order of the file. */
    static List<Diagnostic> inOrder(Problems problems) {
        List<Diagnostic> found = new ArrayList<>(problems.all());
        if (found.size() > 1) {
            found.sort((a, b) -> Integer.compare(a.span().start(), b.span().start()));
        }
        return found;
    }
}
