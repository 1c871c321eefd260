package io.github.mmaplab.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files that are mutated, by kind: those of the library, those of the tests, and what the program makes of them. */
final class Seeds {
    /** A file much longer than others slows everything down, and has nothing that they have not. */
    private static final int LONGEST = 20_000;

    private static final Path CLASS = Path.of("src/test/resources/classroom/small");

    @SuppressWarnings("StringConcatToTextBlock") // its lines end as Windows ends them
    private static final String CANVAS = "\uFEFFStudent,ID,SIS User ID,SIS Login ID,Section,Cow (17),Final Score\r\n"
            + "    Points Possible,,,,,10.00,(read only)\r\n\"One, Student\",1,s1,s1,A,,\r\nTwo,2,s2,s2,A,3.5,\r\n";

    private static final String TIMES =
            "file,submitted\ns1.prediction.yaml,2026-12-01T23:59:00+01:00\ns2.prediction.yaml,2026-12-02T00:00:00Z\n";

    private static final String METADATA = """
            {"id": 1, "created_at": "2026-12-01T10:00:00.000000-08:00",
             "assignment": {"due_date": "2026-12-02T10:00:00.000000-08:00", "group_submission": false},
             "submission_method": "upload",
             "users": [{"email": "s1@example.org", "id": 7, "name": "One", "sid": "s1"}],
             "previous_submissions": []}
            """;

    private static final String PARAMS = "{\"params\": {\"student\": \"s1\"}, \"submitted_answers\": {}}";

    private final Map<Kind, List<byte[]>> seeds = new TreeMap<>();

    /** Reads them, and lets the program make some in {@code folder}. */
    Seeds(Path folder) throws IOException {
        List<Path> files = new ArrayList<>(files(Path.of("../scenarios")));
        files.addAll(files(Path.of("src/test/resources")));
        for (Path file : files) {
            String name = file.getFileName().toString();
            if (name.endsWith(".exercise.yaml")) {
                add(Kind.EXERCISE, Files.readAllBytes(file));
            } else if (name.endsWith(".prediction.yaml")) {
                add(Kind.PREDICTION, Files.readAllBytes(file));
            } else if (name.endsWith(".yaml")) {
                add(Kind.SCENARIO, Files.readAllBytes(file));
            }
        }
        for (String name : List.of("roster.csv", "class.csv")) {
            add(Kind.ROSTER, Files.readAllBytes(CLASS.resolve(name)));
        }
        add(Kind.CANVAS, CANVAS.getBytes(StandardCharsets.UTF_8));
        add(Kind.TIMES, TIMES.getBytes(StandardCharsets.UTF_8));
        add(Kind.METADATA, METADATA.getBytes(StandardCharsets.UTF_8));
        add(Kind.METADATA, PARAMS.getBytes(StandardCharsets.UTF_8));
        Place place = ofClass(new Place(folder, false));
        place.run(new byte[0], "grade", "cow.exercise.yaml", "handed-in", "--roster", "roster.csv", "--out", "out");
        add(Kind.RESULTS, place.bytes("out/results.json"));
    }

    /** The class of the tests, in a folder of its own. */
    static Place ofClass(Place place) throws IOException {
        for (Path file : files(CLASS)) {
            place.file(CLASS.relativize(file).toString(), Files.readAllBytes(file));
        }
        return place;
    }

    /** What a platform says about a submission, unchanged: the one of two that has {@code part}. */
    static String metadata(String part) {
        return METADATA.contains(part) ? METADATA : PARAMS;
    }

    private void add(Kind kind, byte[] seed) {
        if (seed.length <= LONGEST) {
            seeds.computeIfAbsent(kind, none -> new ArrayList<>()).add(seed);
        }
    }

    /** Those of a kind. */
    List<byte[]> of(Kind kind) {
        return seeds.getOrDefault(kind, List.of());
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The kinds of file. */
    enum Kind {
        SCENARIO,
        EXERCISE,
        PREDICTION,
        ROSTER,
        CANVAS,
        TIMES,
        METADATA,
        RESULTS
    }
}
