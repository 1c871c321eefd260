package io.github.mmaplab.report;

import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.ScenarioReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Runs that a report must be able to tell. */
enum Sample {
    /** Scenarios that fail in all ways. */
    FAILURES {
        @Override
        void tell(Report report) throws IOException {
            Reports.play(Reports.read(Path.of("src/test/resources/reports/mixed.scenario.yaml")), report);
        }
    },
    /** Contents in hexadecimal, and of several choices. */
    CONTENTS {
        @Override
        void tell(Report report) throws IOException {
            Reports.play(Reports.read(Path.of("src/test/resources/reports/content.scenario.yaml")), report);
        }
    },
    /** What is not so in some of the orders in which concurrent steps can be played. */
    ORDERS {
        @Override
        void tell(Report report) throws IOException {
            Reports.play(Reports.read(Path.of("src/test/resources/reports/orders.scenario.yaml")), report);
        }
    },
    /** Titles, names, values and contents that try to be something else than text. */
    HOSTILE {
        @Override
        void tell(Report report) throws IOException {
            Reports.play(hostile(), report);
        }
    },
    /** A bug of ours, and what comes after it. */
    BUG {
        @Override
        void tell(Report report) throws IOException {
            ReadResult read = hostile();
            report.begin(3, 3);
            report.diagnostics(List.of());
            report.played(new Played.Crashed(
                    read.scenarios().get(0), new IllegalStateException(HOSTILE_TEXT + "\n  ...\n::error::lost")));
            report.played(new Played.NotRun(read.scenarios().get(1)));
            report.played(new Played.Unchecked(read.scenarios().get(0), HOSTILE_TEXT));
            report.end(new Summary(0, 0, 0, 0, 1, 1, 1, 1, 0, 0, 1_500_000_000));
        }
    },
    /** Nothing was selected. */
    NOTHING {
        @Override
        void tell(Report report) throws IOException {
            report.begin(0, 0);
            report.diagnostics(List.of());
            report.end(new Summary(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
        }
    };

    /** What each reader might take for its own. */
    static final String HOSTILE_TEXT = "::error file=x::pwned ##[error]pwned ]]> <script>alert(1)</script> &amp; </pre>"
            + " # TODO \\ # SKIP %0A %25 \u0007\u001b[31m\u0085\u2028\u202e ok 1 - é \u6f22 \uD83D\uDE00 ``` |`*_ {";

    /** Tells the report all there is. */
    abstract void tell(Report report) throws IOException;

    /** A scenario that fails, and a file with a problem, both full of {@link #HOSTILE_TEXT}. */
    static ReadResult hostile() {
        String title = HOSTILE_TEXT
                .replace("\\", "\\\\")
                .replace("\u0007", "\\a\\n")
                .replace("\u001b", "\\e")
                .replace("\u0085", "\\N")
                .replace("\u2028", "\\L")
                .replace("\u202e", "\\u202e");
        String scenario = """
                scenario: "TITLE"
                processes: { a: { p: { sharing: private } } }
                expect: { a.p: "<script>]]> # \\\\ ::error::\\n...\\n  ...\\n%0A" }
                """;
        String text = scenario.replace("TITLE", title) + "---\n" + scenario.replace("TITLE", "::warning::" + title)
                + "---\n" + "scenario: '::error::no more'\n\"::error file=y,line=1::<b>\": 1\n";
        return ScenarioReader.read("a#b\\c,d:e%25<script>::x.scenario.yaml", text.getBytes(StandardCharsets.UTF_8));
    }
}
