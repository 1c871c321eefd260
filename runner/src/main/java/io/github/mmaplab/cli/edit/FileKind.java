package io.github.mmaplab.cli.edit;

import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.file.FolderSearch;
import io.github.mmaplab.scenario.ExerciseReader;
import io.github.mmaplab.scenario.PredictionReader;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.syntax.Document;
import io.github.mmaplab.scenario.syntax.Node;
import io.github.mmaplab.scenario.syntax.SourceText;
import io.github.mmaplab.scenario.syntax.YamlReader;
import java.util.List;

/** The kinds of file that people write. */
enum FileKind {
    SCENARIO(FolderSearch.ENDING),
    EXERCISE(".exercise.yaml"),
    PREDICTION(PredictionReader.ENDING);

    private static final int PAGE_SIZE = 4096;

    private final String ending;

    FileKind(String ending) {
        this.ending = ending;
    }

    /** How the names of such files end. */
    String ending() {
        return ending;
    }

    /** What a file is by its name; if that says nothing, by what is in it. */
    static FileKind of(String name, byte[] bytes) {
        for (FileKind kind : values()) {
            if (name.endsWith(kind.ending)) {
                return kind;
            }
        }
        Problems problems = new Problems();
        Source source = SourceText.decode(name, bytes, problems);
        List<Document> documents = source == null ? List.of() : YamlReader.read(source, problems);
        boolean exercise = hasKey(documents, "exercise");
        return exercise ? hasKey(documents, "answers") ? PREDICTION : EXERCISE : SCENARIO;
    }

    private static boolean hasKey(List<Document> documents, String key) {
        return !documents.isEmpty()
                && documents.get(0).root() instanceof Node.Mapping map
                && map.entries().stream().anyMatch(entry -> entry.key().text().equals(key));
    }

    /** What is wrong with a file of this kind. */
    List<Diagnostic> problems(String name, byte[] bytes) {
        return switch (this) {
            case SCENARIO -> ScenarioReader.read(name, bytes).diagnostics();
            case EXERCISE -> ExerciseReader.read(name, bytes).diagnostics();
            case PREDICTION -> PredictionReader.read(name, bytes, PAGE_SIZE).diagnostics();
        };
    }
}
