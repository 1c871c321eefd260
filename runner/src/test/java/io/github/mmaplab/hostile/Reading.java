package io.github.mmaplab.hostile;

import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.DiagnosticPrinter;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.diagnostic.Severity;
import io.github.mmaplab.scenario.ExerciseReader;
import io.github.mmaplab.scenario.PredictionReader;
import io.github.mmaplab.scenario.ScenarioReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** All that is done with one mutated file, by the program or a reader of it. */
enum Reading {
    SCENARIO_READER(120, Seeds.Kind.SCENARIO) {
        @Override
        void read(byte[] bytes, Path folder) {
            draw(ScenarioReader.read("a.scenario.yaml", bytes).diagnostics());
        }
    },
    EXERCISE_READER(100, Seeds.Kind.EXERCISE) {
        @Override
        void read(byte[] bytes, Path folder) {
            draw(ExerciseReader.read("a.exercise.yaml", bytes).diagnostics());
        }
    },
    PREDICTION_READER(180, Seeds.Kind.PREDICTION) {
        @Override
        void read(byte[] bytes, Path folder) {
            draw(PredictionReader.read("a.prediction.yaml", bytes, 4096).diagnostics());
        }
    },
    FMT(90, Seeds.Kind.SCENARIO, Seeds.Kind.EXERCISE, Seeds.Kind.PREDICTION) {
        @Override
        void read(byte[] bytes, Path folder) throws IOException {
            Place place = new Place(folder, false);
            String once = place.run(bytes, "fmt", "-");
            if (!once.isEmpty()) {
                String twice = place.run(once.getBytes(StandardCharsets.UTF_8), "fmt", "-");
                Place.require(twice.equals(once), "laid out twice, it is\n" + twice + "\nand once\n" + once);
            }
        }
    },
    CHECK(6, Seeds.Kind.SCENARIO) {
        @Override
        void read(byte[] bytes, Path folder) throws IOException {
            Place place = new Place(folder, true).file("a.scenario.yaml", bytes);
            place.run(bytes, "check", ".");
            place.run(bytes, "list", ".");
        }
    },
    RUN(8, Seeds.Kind.SCENARIO) {
        @Override
        void read(byte[] bytes, Path folder) throws IOException {
            Place place = new Place(folder, false).file("a.scenario.yaml", bytes);
            String reports = "--report text=t --report junit=j --report xunit=x --report tap=p --report json=s"
                    + " --report jsonl=l --report html=h";
            place.run(bytes, ("run a.scenario.yaml -j1 " + reports).split(" "));
            for (String report : List.of("j", "x", "p", "s", "h")) {
                Place.require(place.bytes(report).length > 0, "the report " + report + " is empty");
            }
        }
    },
    RUN_IN_A_STEP(8, Seeds.Kind.SCENARIO) {
        @Override
        void read(byte[] bytes, Path folder) throws IOException {
            new Place(folder, true).file("a.scenario.yaml", bytes).run(bytes, "run", "a.scenario.yaml", "-j1");
        }
    },
    RUN_ON_MUTANTS(1, Seeds.Kind.SCENARIO) {
        @Override
        void read(byte[] bytes, Path folder) throws IOException {
            new Place(folder, false)
                    .file("a.scenario.yaml", bytes)
                    .run(bytes, "run", "a.scenario.yaml", "--mutants", "-j1");
        }
    },
    BLESS(12, Seeds.Kind.SCENARIO) {
        @Override
        void read(byte[] bytes, Path folder) throws IOException {
            Place place = new Place(folder, false).file("a.scenario.yaml", bytes);
            place.run(bytes, "bless", "--replace", "a.scenario.yaml");
            byte[] after = place.bytes("a.scenario.yaml");
            Place.require(
                    Arrays.equals(after, bytes)
                            || !ScenarioReader.read("a.scenario.yaml", after).hasErrors(),
                    "what was blessed can't be read any more");
        }
    },
    WHY_AND_EXPORT(4, Seeds.Kind.SCENARIO) {
        @Override
        void read(byte[] bytes, Path folder) throws IOException {
            Place place = new Place(folder, false).file("a.scenario.yaml", bytes);
            place.run(bytes, "why", "a.scenario.yaml", "parent.p");
            place.run(bytes, "export", "c", "a.scenario.yaml", "--out-dir", "programs");
        }
    },
    EXERCISE(3, Seeds.Kind.EXERCISE) {
        @Override
        void read(byte[] bytes, Path folder) throws IOException {
            Place place = new Place(folder, false).file("a.exercise.yaml", bytes);
            place.run(bytes, "exercise", "check", "a.exercise.yaml");
            place.run(bytes, "exercise", "sheet", "a.exercise.yaml", "--student", "s1", "--out", "sheets");
            place.run(bytes, "exercise", "key", "a.exercise.yaml", "--student", "s1", "--out", "keys");
            place.run(bytes, "exercise", "export", "moodle", "a.exercise.yaml", "-o", "questions.xml");
        }
    },
    GRADE(10, Seeds.Kind.PREDICTION) {
        @Override
        void read(byte[] bytes, Path folder) throws IOException {
            Place place = ofClass(folder).file("mutated/s1.prediction.yaml", bytes);
            place.run(
                    bytes,
                    "grade cow.exercise.yaml mutated --roster roster.csv -j1 --out graded --feedback-to told"
                            .split(" "));
            String results = new String(place.bytes("graded/results.json"), StandardCharsets.UTF_8);
            Place.require(results.contains("\"s2\""), "one file took away the results of the class");
        }
    },
    AUTOGRADE(6, Seeds.Kind.PREDICTION) {
        @Override
        void read(byte[] bytes, Path folder) throws IOException {
            Place place = ofClass(folder).file("ag/submission/s1.prediction.yaml", bytes);
            place.file("ag/submission_metadata.json", metadata("created_at"));
            place.run(bytes, "exercise", "autograde", "gradescope", "cow.exercise.yaml", "ag");
            place.file("pl/student/s1.prediction.yaml", bytes).file("pl/data/data.json", metadata("params"));
            place.run(bytes, "exercise", "autograde", "prairielearn", "cow.exercise.yaml", "pl");
            place.file("repo/s1.prediction.yaml", bytes);
            place.run(bytes, "exercise", "autograde", "classroom", "cow.exercise.yaml", "--student", "s1", "repo");
        }
    },
    AUTOGRADE_METADATA(2, Seeds.Kind.METADATA) {
        @Override
        void read(byte[] bytes, Path folder) throws IOException {
            Place place = ofClass(folder).file("ag/submission_metadata.json", bytes);
            place.run(bytes, "exercise", "autograde", "gradescope", "cow.exercise.yaml", "ag");
            place.file("pl/data/data.json", bytes);
            place.run(bytes, "exercise", "autograde", "prairielearn", "cow.exercise.yaml", "pl");
        }
    },
    REGRADE(4, Seeds.Kind.RESULTS) {
        @Override
        void read(byte[] bytes, Path folder) throws IOException {
            ofClass(folder)
                    .file("old/results.json", bytes)
                    .run(bytes, "regrade", "old/results.json", "--exercise", "cow.exercise.yaml", "--keep-better");
        }
    },
    ROSTER(3, Seeds.Kind.ROSTER) {
        @Override
        void read(byte[] bytes, Path folder) throws IOException {
            Place place = ofClass(folder).file("mutated.csv", bytes);
            place.run(bytes, "grade", "cow.exercise.yaml", "handed-in", "-j1", "--roster", "mutated.csv");
        }
    },
    CANVAS(3, Seeds.Kind.CANVAS) {
        @Override
        void read(byte[] bytes, Path folder) throws IOException {
            Place place = ofClass(folder).file("mutated.csv", bytes);
            String words = "grade cow.exercise.yaml handed-in -j1 --canvas mutated.csv --column 17 --out graded";
            place.run(bytes, words.split(" "));
        }
    },
    TIMES(2, Seeds.Kind.TIMES) {
        @Override
        void read(byte[] bytes, Path folder) throws IOException {
            Place place = ofClass(folder).file("mutated.csv", bytes);
            String words = "grade cow.exercise.yaml handed-in -j1 --times mutated.csv --due 2026-12-01T23:59:00Z";
            place.run(bytes, words.split(" "));
        }
    };

    private final int weight;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Seeds.Kind> kinds;

    Reading(int weight, Seeds.Kind... kinds) {
        this.weight = weight;
        this.kinds = List.of(kinds);
    }

    /** How often it is done, against the others. */
    int weight() {
        return weight;
    }

    /** Of which kinds of file it reads mutations. */
    List<Seeds.Kind> kinds() {
        return kinds;
    }

    /** How it is called on command lines. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads a file, in a folder for whatever is written; throws what must not be. */
    abstract void read(byte[] bytes, Path folder) throws IOException;

    private static void draw(List<Diagnostic> diagnostics) {
        new DiagnosticPrinter(Palette.PLAIN).printEach(diagnostics);
        for (Diagnostic diagnostic : diagnostics) {
            Place.require(
                    diagnostic.severity() != Severity.ERROR
                            || !diagnostic.hints().isEmpty(),
                    "no hint: " + diagnostic);
        }
    }

    private static Place ofClass(Path folder) throws IOException {
        return Seeds.ofClass(new Place(folder, false));
    }

    private static byte[] metadata(String part) {
        return Seeds.metadata(part).getBytes(StandardCharsets.UTF_8);
    }
}
