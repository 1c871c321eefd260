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
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads scenario files. Whatever is in a file, the result says it: nothing is thrown. Safe for use by several threads. */
public final class ScenarioReader {
    private ScenarioReader() {}

    /**
     * Reads a file.
     *
     * @param path where it is
     * @param name what messages call it: the path as the user wrote it
     */
    public static ReadResult read(Path path, String name) {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(path)) {
            bytes = in.readNBytes(SourceText.LARGEST_FILE + 1);
        } catch (IOException | SecurityException e) {
            Diagnostic problem = new Diagnostic(
                    Code.UNREADABLE_FILE,
                    new Source(name, "").span(0, 0),
                    "the file can't be read: " + reason(path, e),
                    "check the path and its permissions");
            return new ReadResult(List.of(), List.of(problem));
        }
        return read(name, bytes);
    }

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
                    "begin with `scenario: its title`; `mmaplab init` writes a file to begin with");
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
        List<Diagnostic> found = new ArrayList<>(problems.all());
        if (found.size() > 1) {
            found.sort((a, b) -> Integer.compare(a.span().start(), b.span().start()));
        }
        return new ReadResult(scenarios, found);
    }

    /** Why a file can't be read, in a few words. */
    public static String reason(Path path, Exception e) {
        if (Files.isDirectory(path)) {
            return "it is a folder";
        }
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        return e instanceof AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
    }
}
