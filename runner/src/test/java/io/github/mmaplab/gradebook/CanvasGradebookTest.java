package io.github.mmaplab.gradebook;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.exercise.roster.Student;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CanvasGradebookTest {
    /** As Canvas exports it, with all that makes it hard: quotes, blanks, an excused student, totals, mixed line ends. */
    private static final String EXPORT =
            "\uFEFFStudent,ID,SIS User ID,SIS Login ID,Section,Quiz 1 (23),\"Fork, \"\"1\"\" (24)\","
                    + "Notes,Final Score\r\n"
                    + ",,,,,Manual Posting,,,\r\n"
                    + "    Points Possible,,,,,10.00,5.00,,(read only)\r\n"
                    + "\"Block, Jasen\",11,u11,jblock3430,XC 101,8.00,,\"said \"\"hi\"\"\",80.00\n"
                    + "\"Lee, Ann\",12,u12,alee,\"XC 101\",EX,-,, 90.00 \r\n"
                    + "Zoé,13,u13,zoe,XC 102,,4.50,=1+1,\r\n"
                    + "\"Student, Test\",99,,0f3a,XC 101,,,,\r\n";

    private static final BigDecimal WORTH = new BigDecimal("7.5");

    private static final Map<String, String> ASSIGNMENTS = Map.of("23", "Quiz 1", "24", "Fork, \"1\"");
    private static final List<List<String>> STUDENTS = List.of(
            List.of("11", "u11", "jblock3430", "Jasen Block"),
            List.of("12", "u12", "alee", "Ann Lee"),
            List.of("13", "u13", "zoe", "Zoé"),
            List.of("99", "", "0f3a", "Test Student"));

    private static CanvasResult read(String text) {
        return CanvasGradebook.read("grades.csv", text.getBytes(UTF_8), Optional.empty());
    }

    private static CanvasGradebook gradebook(String text) {
        CanvasResult result = read(text);
        assertThat(result.diagnostics()).isEmpty();
        return result.gradebook().orElseThrow();
    }

    private static String text(FilledGradebook filled) {
        return new String(filled.bytes(), UTF_8);
    }

    private static Map<String, BigDecimal> scores(String... idsAndScores) {
        Map<String, BigDecimal> scores = new LinkedHashMap<>();
        for (int i = 0; i < idsAndScores.length; i += 2) {
            scores.put(idsAndScores[i], new BigDecimal(idsAndScores[i + 1]));
        }
        return scores;
    }

    private static List<String> said(List<Diagnostic> diagnostics) {
        return diagnostics.stream().map(Diagnostic::toString).toList();
    }

    private static CanvasImporter canvas(FilledGradebook filled) {
        CanvasImporter canvas =
                new CanvasImporter(ASSIGNMENTS, STUDENTS).read(text(filled).replace("\uFEFF", ""));
        assertThat(canvas.unmatched).isEmpty();
        return canvas;
    }

    private static Map<String, String> grades(CanvasImporter canvas, String assignment) {
        return canvas.grades.getOrDefault(assignment, Map.of());
    }

    @Nested
    final class IsARoster {
        @Test
        void of_its_students_with_names_and_sections() {
            assertThat(gradebook(EXPORT).roster().students())
                    .extracting(Student::id)
                    .as("Canvas's test student is none")
                    .containsExactly("jblock3430", "alee", "zoe");
            assertThat(gradebook(EXPORT).roster().find("alee"))
                    .contains(new Student(
                            "alee",
                            Optional.of("Lee, Ann"),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of("XC 101")));
        }

        @ParameterizedTest
        @CsvSource({"SIS_LOGIN_ID,alee", "SIS_USER_ID,u12", "ID,12"})
        void by_the_column_chosen(CanvasId column, String id) {
            CanvasResult result = CanvasGradebook.read("g.csv", EXPORT.getBytes(UTF_8), Optional.of(column));
            assertThat(result.gradebook()
                            .orElseThrow()
                            .roster()
                            .students()
                            .get(1)
                            .id())
                    .isEqualTo(id);
        }

        @Test
        void by_the_first_column_in_which_somebody_has_an_id() {
            String text = EXPORT.replaceAll("jblock3430|alee|zoe|0f3a", "") + "\"Gray, Bob\",14,,,XC 102,,,,\r\n";
            CanvasResult result = read(text);
            assertThat(result.gradebook().orElseThrow().roster().students())
                    .extracting(Student::id)
                    .containsExactly("u11", "u12", "u13");
            assertThat(said(result.diagnostics()))
                    .containsExactly(
                            "grades.csv:8:1: warning[W0712]: the student has no `SIS User ID`, and is left out");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "Student,ID,Section,Q",
                    "Student Name,ID,SIS Login ID,Section,Q",
                    "Student,ID,SIS User ID,SIS Login ID,Integration ID,Section,Q",
                    "Student,ID,SIS User ID,SIS Login ID,Root Account,Section,Q",
                    "Student,ID,SIS User ID,SIS Login ID,Integration ID,Root Account,Section,Q",
                    "LastName,FirstName,ID,SIS User ID,SIS Login ID,Section,Q"
                })
        void with_every_header_that_canvas_takes(String header) {
            String row = header.replaceAll("[^,]+", "x");
            CanvasGradebook gradebook = gradebook(header + "\n" + row);
            assertThat(gradebook.roster().students()).hasSize(1);
            FilledGradebook filled = gradebook.withScores("Q", WORTH, scores("x", "1"));
            assertThat(text(filled)).isEqualTo(header + "\n" + row.replaceAll("x$", "1"));
            assertThat(new CanvasImporter(Map.of("1", "Q"), List.of()).read(text(filled)).created)
                    .isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "id,name,Section,Q\n1,2,3,4",
                    "Student,ID,Q,Section\n1,2,3,4",
                    "Student,ID,SIS User ID,Section,Q\n1,2,3,4,5",
                    "ID,Student,Section,Q\n1,2,3,4"
                })
        void and_not_with_another_header(String text) {
            assertThat(read(text).gradebook()).isEmpty();
            assertThat(said(read(text).diagnostics()))
                    .containsExactly(
                            "grades.csv:1:1: error[E0709]: this is not the header of a gradebook exported by Canvas");
        }

        @Test
        void and_says_all_that_is_wrong_with_it() {
            String text = "Student,ID,SIS Login ID,Section,Q\n,,\nA,1,ann,S,\nB,2,ann,S,\nC,3,cyd\nD,4,,S,";
            assertThat(said(read(text).diagnostics()))
                    .containsExactly(
                            "grades.csv:4:5: error[E0707]: `ann` is already on line 3",
                            "grades.csv:5:1: error[E0703]: the row has 3 cells, and the header has 5",
                            "grades.csv:6:1: warning[W0712]: the student has no `SIS Login ID`, and is left out");
            assertThat(said(CanvasGradebook.read(
                                    "g",
                                    "Student,ID,Section,Q\nA,1,S,".getBytes(UTF_8),
                                    Optional.of(CanvasId.SIS_USER_ID))
                            .diagnostics()))
                    .containsExactly("g:1:1: error[E0701]: there is no column `SIS User ID`");
            assertThat(said(read("Student,ID,Section,Q\n").diagnostics()))
                    .containsExactly("grades.csv:1:1: error[E0106]: there is no student with an id in this gradebook");
        }
    }

    @Nested
    final class FilledIn {
        @Test
        void only_the_cells_with_a_new_score_change() {
            FilledGradebook filled =
                    gradebook(EXPORT).withScores("Quiz 1 (23)", WORTH, scores("jblock3430", "9.125", "zoe", "-1"));
            assertThat(text(filled))
                    .isEqualTo(EXPORT.replace("XC 101,8.00,", "XC 101,9.13,").replace("XC 102,,", "XC 102,-1,"));
            assertThat(filled.diagnostics()).isEmpty();
            assertThat(grades(canvas(filled), "23")).isEqualTo(Map.of("11", "9.13", "12", "EX", "13", "-1", "99", ""));
            assertThat(grades(canvas(filled), "24"))
                    .isEqualTo(grades(canvas(gradebook(EXPORT).withScores("Quiz 1", WORTH, Map.of())), "24"));
        }

        @Test
        void who_is_excused_stays_so_and_who_is_unknown_is_listed() {
            FilledGradebook filled =
                    gradebook(EXPORT).withScores("Quiz 1", WORTH, scores("zzz", "1", "alee", "3", "eve", "2"));
            assertThat(filled.bytes()).isEqualTo(EXPORT.getBytes(UTF_8));
            assertThat(filled.excused()).containsExactly("alee");
            assertThat(filled.unknown()).containsExactly("eve", "zzz");
        }

        @Test
        void who_does_not_have_the_assignment_gets_no_score_that_canvas_would_drop() {
            String text = EXPORT.replace("XC 102,,4.50", "XC 102,n/a,4.50");
            FilledGradebook filled = gradebook(text).withScores("Quiz 1", WORTH, scores("jblock3430", "9", "zoe", "6"));
            assertThat(text(filled)).isEqualTo(text.replace("8.00", "9"));
            assertThat(filled.notAssigned()).containsExactly("zoe");
            assertThat(filled.excused()).isEmpty();
        }

        @Test
        void empty_cells_after_those_of_the_header_are_no_mistake() {
            String text = EXPORT.replace(",,,,,Manual Posting,,,", ",,,,,Manual Posting,,,,,,,")
                    .replace("4.50,=1+1,", "4.50,=1+1,,, ");
            assertThat(text(gradebook(text).withScores("Quiz 1", WORTH, scores("zoe", "6"))))
                    .isEqualTo(text.replace("XC 102,,", "XC 102,6,"));
            String more = text(gradebook(text).withScores("New", WORTH, scores("zoe", "6", "alee", "5")));
            assertThat(more).contains("4.50,=1+1,,6, \r\n", "EX,-,, 90.00 ,5\r\n", ",,,,,Manual Posting,,,,,,,\r\n");
            assertThat(said(read(EXPORT.replace("4.50,=1+1,", "4.50,=1+1,,,x")).diagnostics()))
                    .containsExactly("grades.csv:6:1: error[E0703]: the row has 11 cells, and the header has 9");
        }

        @Test
        void a_cell_that_says_the_same_number_keeps_its_digits() {
            assertThat(text(gradebook(EXPORT).withScores("Quiz 1", WORTH, scores("jblock3430", "7.996"))))
                    .isEqualTo(EXPORT);
        }

        @ParameterizedTest
        @ValueSource(strings = {"Fork, \"1\" (24)", "Fork, \"1\"", "Renamed since (24)"})
        void the_column_is_found_by_its_id_or_its_title(String column) {
            FilledGradebook filled = gradebook(EXPORT).withScores(column, WORTH, scores("alee", "5"));
            assertThat(text(filled)).isEqualTo(EXPORT.replace("EX,-,", "EX,5,"));
            assertThat(grades(canvas(filled), "24")).containsEntry("12", "5");
        }

        @ParameterizedTest
        @CsvSource({"1.005,1.01", "1.004999,1", "0.125,0.13", "-0.125,-0.13", "1E+2,100", "10.50,10.5", "0,0", "0.001,0"
        })
        void scores_are_rounded_half_up_once(BigDecimal score, String cell) {
            String text = "Student,ID,Section,Q\nAnn,1,S,";
            assertThat(text(gradebook(text).withScores("Q", WORTH, Map.of("1", score))))
                    .isEqualTo(text + cell);
        }

        @Test
        void the_decimal_comma_is_kept_where_it_is_used() {
            String semicolons = "Student;ID;Section;Q (1)\nPoints Possible;;;10,00\nAnn;1;S;\nBob;2;S;3,5\n";
            FilledGradebook filled = gradebook(semicolons).withScores("Q", WORTH, scores("1", "2.25", "2", "3.5"));
            assertThat(text(filled)).isEqualTo(semicolons.replace("Ann;1;S;", "Ann;1;S;\"2,25\""));
            assertThat(new CanvasImporter(Map.of("1", "Q"), List.of(List.of("1", "", ""), List.of("2", "", "")))
                            .read(text(filled))
                            .grades)
                    .isEqualTo(Map.of("1", Map.of("1", "2.25", "2", "3.5")));
            String commas = "Student,ID,Section,Q (1)\nPoints Possible,,,\"10,00\"\nAnn,1,S,\n";
            assertThat(text(gradebook(commas).withScores("Q", WORTH, scores("1", "2.25"))))
                    .isEqualTo(commas.replace("S,\n", "S,\"2,25\"\n"));
            String points = semicolons.replace(',', '.');
            assertThat(text(gradebook(points).withScores("Q", WORTH, scores("1", "2.25"))))
                    .isEqualTo(points.replace("Ann;1;S;", "Ann;1;S;2.25"));
        }

        @Test
        void a_new_column_is_added_with_a_warning() {
            FilledGradebook filled =
                    gradebook(EXPORT).withScores("=Copy, on write", WORTH, scores("alee", "1", "zoe", "2.5"));
            assertThat(said(filled.diagnostics()))
                    .containsExactly("grades.csv:1:82: warning[W0711]: no column is called `=Copy, on write`:"
                            + " Canvas will create a new assignment");
            assertThat(text(filled))
                    .isEqualTo(EXPORT.replaceAll("(?m)(\r?)$", ",$1")
                            .replace("Final Score,", "Final Score,\"'=Copy, on write\"")
                            .replace("(read only),", "(read only),7.5")
                            .replace(" 90.00 ,", " 90.00 ,1")
                            .replace("=1+1,,", "=1+1,,2.5")
                            .replaceAll("\n,$", "\n"));
            CanvasImporter canvas = canvas(filled);
            assertThat(canvas.created).containsExactly("Notes", "'=Copy, on write");
            assertThat(grades(canvas, "23")).containsEntry("11", "8.00");
        }

        @Test
        void a_row_that_is_short_is_filled_up_to_the_new_column() {
            String text = "Student,ID,Section,Q\nPoints Possible\n\nMuted,,\r\nAnn,1,S,\n";
            assertThat(text(gradebook(text).withScores("R", WORTH, scores("1", "3"))))
                    .isEqualTo("Student,ID,Section,Q,R\nPoints Possible,,,,7.5\n\nMuted,,,,\r\nAnn,1,S,,3\n");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "Quiz (99)|no column has the id (99)",
                    "Final Score|`Final Score` can't be the title of an assignment: Canvas uses it for a column of its own",
                    "Section|`Section` can't be the title of an assignment: Canvas uses it for a column of its own",
                    "' '|` ` can't be the title of an assignment: Canvas uses it for a column of its own",
                    "Locked|Canvas ignores the column `Locked (3)`, which is read-only",
                    "Twice|2 columns are called `Twice`"
                })
        void there_is_no_column_to_fill_in(String column, String message) {
            String text = """
                    Student,ID,Section,Locked (3),Twice (4),Twice (5),Final Score
                    Points Possible,,,(read  only),1,1,
                    Ann,1,S,,,,
                    """;
            FilledGradebook filled = gradebook(text).withScores(column, WORTH, scores("1", "1"));
            assertThat(filled.hasErrors()).isTrue();
            assertThat(filled.diagnostics()).extracting(Diagnostic::message).containsExactly(message);
            assertThat(text(filled)).isEqualTo(text);
        }

        @Test
        void a_column_without_an_id_is_no_assignment_where_others_have_one() {
            FilledGradebook filled = gradebook(EXPORT).withScores("Notes", WORTH, scores("zoe", "1"));
            assertThat(filled.diagnostics())
                    .extracting(Diagnostic::message)
                    .containsExactly("the column `Notes` has no assignment id: Canvas treats it as a column of notes");
            assertThat(text(filled)).isEqualTo(EXPORT);
        }

        @Test
        void a_student_called_so_is_no_test_student_if_the_institution_has_a_record() {
            String header = "LastName,FirstName,ID,SIS User ID,SIS Login ID,Section,Q\n";
            assertThat(gradebook(header + "Student,Test,1,u1,ts,S,\nLee,Ann,2,u2,ann,S,")
                            .roster()
                            .students())
                    .hasSize(2);
            assertThat(gradebook(header + "Student,Test,1,,0f3a,S,\nLee,Ann,2,u2,ann,S,")
                            .roster()
                            .students())
                    .hasSize(1);
        }

        @Test
        void in_utf_16_too() {
            byte[] bytes = EXPORT.getBytes(UTF_16LE);
            CanvasGradebook gradebook = CanvasGradebook.read("g", bytes, Optional.empty())
                    .gradebook()
                    .orElseThrow();
            assertThat(gradebook.withScores("Quiz 1", WORTH, Map.of()).bytes()).isEqualTo(bytes);
        }

        /** Whatever stands in the cells, and however they are written. */
        @Test
        void without_scores_every_byte_stays_and_with_one_only_that_cell_changes() {
            Random random = new Random(11);
            for (int i = 0; i < 3000; i++) {
                List<String> lines = new ArrayList<>(List.of("Student,ID,Section,Q 1 (5),Other"));
                for (int s = 1 + random.nextInt(4); s > 0; s--) {
                    lines.add(cell(random) + "," + s + "," + cell(random) + ",@" + s + "@," + cell(random));
                }
                String template =
                        String.join(random.nextBoolean() ? "\n" : "\r\n", lines) + (random.nextBoolean() ? "\r\n" : "");
                String text = template.replaceAll("@\\d@", random.nextBoolean() ? "" : "\" 7\"");
                CanvasGradebook gradebook = gradebook(text);
                assertThat(text(gradebook.withScores("Q 1", WORTH, Map.of()))).isEqualTo(text);
                assertThat(text(gradebook.withScores("Q 1", WORTH, scores("1", "3"))))
                        .isEqualTo(template.replace("@1@", "3")
                                .replaceAll("@\\d@", text.contains("\" 7\"") ? "\" 7\"" : ""));
            }
        }

        private static String cell(Random random) {
            String[] cells = {"", "a", " b ", "\"\"", "\"x,\ny\"", "\"say \"\"hi\"\"\"", "é𝄞", "=1", "8.00", "EX", "'"
            };
            return cells[random.nextInt(cells.length)];
        }
    }
}
