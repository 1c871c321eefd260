package io.github.mmaplab.handout.story;

import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.answer.Wording;
import io.github.mmaplab.scenario.model.Branch;
import io.github.mmaplab.scenario.model.FileMode;
import io.github.mmaplab.scenario.model.FileSpec;
import io.github.mmaplab.scenario.model.NewMapping;
import io.github.mmaplab.scenario.model.ProcessSpec;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The initial state and the steps, in words for students. All words are Markdown.
 *
 * @param pageSize in bytes
 * @param files the initial files
 * @param mappings the initial mappings of the processes
 * @param unmapped the names of the processes without mappings
 * @param steps one for each step of the scenario, in order; concurrent steps branch by branch
 */
public record Story(int pageSize, List<File> files, List<Mapped> mappings, List<String> unmapped, List<Line> steps) {
    /** Copies the lists. */
    public Story {
        files = List.copyOf(files);
        mappings = List.copyOf(mappings);
        unmapped = List.copyOf(unmapped);
        steps = List.copyOf(steps);
    }

    /** A file: its name, its size, its content, and further facts, which may be empty. */
    public record File(String name, String length, String content, String further) {}

    /** A mapping and the process that has it. */
    public record Mapped(
            String process,
            String name,
            String what,
            String sharing,
            String protection,
            String offset,
            String length,
            String further) {}

    /**
     * A step.
     *
     * @param number the number of the step in the file; 0 for an expectation or a question, which readers do not count
     * @param heading a text that applies to this step and some that follow; usually empty
     * @param sentence what happens, and the outcome if the exercise states it
     * @param note the note of the exercise; may be empty
     * @param questions the names of the questions at this point
     */
    public record Line(int number, String heading, String sentence, String note, List<String> questions) {
        /** Copies the list. */
        public Line {
            questions = List.copyOf(questions);
        }
    }

    /** The story of a scenario, without the outcomes of steps that a question asks for. */
    public static Story of(Scenario scenario) {
        return of(scenario, scenario.questions());
    }

    /**
     * The story of a scenario for one of its questions. The outcomes of steps that other questions ask for are left out
     * too.
     */
    public static Story of(Scenario scenario, Question question) {
        return of(scenario, List.of(question));
    }

    /** The story without its mappings and its steps, which are shown otherwise. */
    public Story beginningAlone() {
        return new Story(pageSize, files, List.of(), List.of(), List.of());
    }

    /** The story without its steps. */
    public Story withoutSteps() {
        return new Story(pageSize, files, mappings, unmapped, List.of());
    }

    private static Story of(Scenario scenario, List<Question> shown) {
        Wording words = new Wording(scenario.pageSize());
        List<File> files = new ArrayList<>();
        scenario.files().forEach(file -> files.add(file(file, words)));
        List<Mapped> mappings = new ArrayList<>();
        List<String> unmapped = new ArrayList<>();
        for (ProcessSpec process : scenario.processes()) {
            process.mappings().forEach(mapping -> mappings.add(mapped(mapping, scenario, words)));
            if (process.mappings().isEmpty()) {
                unmapped.add(Wording.name(process.name()));
            }
        }
        return new Story(scenario.pageSize(), files, mappings, unmapped, lines(scenario, shown, words));
    }

    private static File file(FileSpec file, Wording words) {
        ContentWords contents = new ContentWords(words);
        List<String> pieces = new ArrayList<>();
        long end = 0;
        for (FileSpec.Piece piece : file.pieces()) {
            String at = piece.offset() == 0 ? "" : "at byte " + Long.toUnsignedString(piece.offset()) + " ";
            pieces.add(at + contents.of(piece.content()));
            end = piece.offset() + piece.content().length();
        }
        boolean whole = file.pieces().size() == 1 && file.pieces().get(0).offset() == 0 && end == file.size();
        if (file.size() == 0) {
            pieces.add("nothing");
        } else if (!whole) {
            pieces.add(pieces.isEmpty() ? "zeros" : "zeros elsewhere");
        }
        List<String> further = new ArrayList<>();
        if (file.kind() != FileKind.REGULAR) {
            further.add(
                    switch (file.kind()) {
                        case MEMFD -> "anonymous file (memfd)";
                        case SYSV -> "System V segment (shmget)";
                        default -> "shared memory (shm\\_open)";
                    });
        }
        if (file.mode() == FileMode.READ_ONLY) {
            further.add(
                    file.kind() == FileKind.SYSV
                            ? "processes may only attach it for reading"
                            : "processes may only open it for reading");
        }
        return new File(
                Wording.name(file.name()),
                words.sizeInBoth(file.size()),
                String.join("; ", pieces),
                String.join("; ", further));
    }

    private static Mapped mapped(NewMapping mapping, Scenario scenario, Wording words) {
        MappingWords described = new MappingWords(words, scenario.pageSize());
        Optional<FileSpec> file = scenario.files().stream()
                .filter(each ->
                        mapping.mapping().file().filter(each.name()::equals).isPresent())
                .findFirst();
        return new Mapped(
                Wording.name(mapping.process()),
                Wording.name(mapping.name()),
                MappingWords.what(mapping.mapping()),
                MappingWords.sharing(mapping.mapping().sharing()),
                MappingWords.protection(mapping.mapping().prot()),
                described.offset(mapping.mapping()),
                described.length(mapping.mapping(), file),
                described.further(mapping.mapping()));
    }

    private static Set<String> segments(Scenario scenario) {
        return scenario.files().stream()
                .filter(file -> file.kind() == FileKind.SYSV)
                .map(FileSpec::name)
                .collect(Collectors.toSet());
    }

    private static List<Line> lines(Scenario scenario, List<Question> shown, Wording words) {
        Sentences sentences = new Sentences(
                new StepSentence(words, scenario.pageSize(), segments(scenario)),
                asked(scenario.questions()),
                asked(shown));
        List<Line> lines = new ArrayList<>();
        for (Step step : scenario.steps()) {
            if (step instanceof Step.Concurrently concurrently) {
                lines.addAll(sentences.branches(concurrently, lines.size() + 1));
            } else {
                lines.add(sentences.line(step, lines.size() + 1, "", ""));
            }
        }
        return lines;
    }

    /** The labels of the steps whose outcome a question asks for. */
    private static Set<String> asked(List<Question> questions) {
        Set<String> asked = new HashSet<>();
        for (Question question : questions) {
            question.outcomes().forEach(label -> asked.add(label.name()));
        }
        return asked;
    }

    /**
     * Writes the lines of steps, without the outcomes that questions ask for.
     *
     * @param shown the labels of those whose question is shown beside the story
     */
    private record Sentences(StepSentence sentences, Set<String> asked, Set<String> shown) {
        private String outcome(Step step) {
            if (step.info().label().filter(asked::contains).isEmpty()) {
                return step.info().outcome().accept(OutcomeSentence.WORDS);
            }
            return step.info().label().filter(shown::contains).isPresent() ? "What is the outcome?" : "";
        }

        Line line(Step step, int number, String heading, String before) {
            String outcome = outcome(step);
            List<String> questions = new ArrayList<>();
            if (step instanceof Step.Ask ask) {
                ask.questions()
                        .forEach(question -> questions.add(question.info().name()));
            }
            String sentence = before.isEmpty() ? capital(step.accept(sentences)) : before + step.accept(sentences);
            return new Line(
                    step instanceof Step.Ask || step instanceof Step.Expect ? 0 : number,
                    heading,
                    sentence + (outcome.isEmpty() ? "" : " " + outcome),
                    step.info().note().orElse(""),
                    questions);
        }

        /** A line for each step of the branches, with a heading that applies to all of them. */
        List<Line> branches(Step.Concurrently step, int first) {
            List<Line> lines = new ArrayList<>();
            String heading = "Steps " + first + " to " + (first + step.count() - 1) + ": "
                    + step.accept(sentences)
                    + step.info().note().map(note -> " " + note.strip()).orElse("");
            for (Branch branch : step.branches()) {
                String name = Wording.name(branch.name().name());
                int place = 1;
                for (Step inner : branch.steps()) {
                    lines.add(line(inner, first + lines.size(), heading, "(" + name + " " + place++ + ") "));
                    heading = "";
                }
            }
            return lines;
        }
    }

    /** The sentence with a capital letter, unless it begins with a name. */
    private static String capital(String sentence) {
        return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
}
