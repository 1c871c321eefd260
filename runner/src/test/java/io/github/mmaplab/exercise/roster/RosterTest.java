package io.github.mmaplab.exercise.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.DiagnosticPrinter;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.exercise.csv.TextFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RosterTest {
    private static RosterResult read(String text) {
        return Roster.read("class.csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Student> students(RosterResult result) {
        assertThat(result.diagnostics()).isEmpty();
        return result.roster().students();
    }

    private static List<String> ids(RosterResult result) {
        return students(result).stream().map(Student::id).toList();
    }

    /** The problems, each as place, code and message. */
    private static List<String> problems(String text) {
        RosterResult result = read(text);
        if (result.hasErrors()) {
            assertThat(result.roster().students()).isEmpty();
        }
        return result.diagnostics().stream().map(Diagnostic::toString).toList();
    }

    @Nested
    final class Reads {
        @Test
        void every_column_it_knows_in_any_order_and_case() {
            Student ann = new Student(
                    "ann", Optional.of("Lee, Ann \"Jo\""), Optional.of("a@x.org"), Optional.of("G1"), Optional.of("S"));
            assertThat(
                            students(
                                    read(
                                            "Section,E-Mail,Shoe size,GROUP,Student_ID,Name\nS,a@x.org,7, G1 , ann ,\"Lee, Ann \"\"Jo\"\"\"")))
                    .containsExactly(ann);
        }

        @Test
        void first_and_last_name_as_one() {
            assertThat(students(read("First Name;Last Name;login\nAnn;Lee;ann\n;Gray;bob\n;;cyd\n")))
                    .extracting(Student::name)
                    .containsExactly(Optional.of("Ann Lee"), Optional.of("Gray"), Optional.empty());
        }

        @ParameterizedTest
        @ValueSource(strings = {"id", "Student ID", "SID", "UserName", "login", "student"})
        void the_id_by_any_of_its_names(String name) {
            assertThat(ids(read("notes\t" + name + "\nx\tann\n"))).containsExactly("ann");
        }

        @Test
        void the_id_from_the_likeliest_column() {
            assertThat(ids(read("Student,Login,ID\nAnn Lee,alee,7\n"))).containsExactly("7");
        }

        @Test
        void windows_line_ends_blank_rows_and_every_encoding_that_says_which_it_is() {
            String text = "id,name\r\nrené,René\r\n\r\n,\r\nbob,Bob\r\n";
            for (String marked : List.of(text, "\uFEFF" + text)) {
                assertThat(ids(read(marked))).containsExactly("rené", "bob");
            }
            assertThat(ids(Roster.read("c.csv", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE))))
                    .containsExactly("rené", "bob");
            assertThat(ids(Roster.read("c.csv", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE))))
                    .containsExactly("rené", "bob");
        }

        @Test
        void a_plain_list_of_ids() {
            assertThat(ids(Roster.read("class.TXT", "ann\r\n\r\n bob \n=1+1,\"".getBytes(StandardCharsets.UTF_8))))
                    .containsExactly("ann", "bob", "=1+1,\"");
        }

        @Test
        void groups_with_their_members() {
            Roster roster = read("id,group\nann,1\nbob,2\ncyd,1\ndan,\n").roster();
            assertThat(roster.groups()).containsOnlyKeys("1", "2");
            assertThat(roster.groups().get("1")).extracting(Student::id).containsExactly("ann", "cyd");
            assertThat(roster.find(" dan ")).contains(new Student("dan"));
        }
    }

    @Nested
    final class Refuses {
        @Test
        void all_that_is_wrong_at_once_with_the_lines() {
            assertThat(problems("id,name\nann,A\n,B\nbob\nann,C,\n ann ,D\nAnn,E\nb\u0007,F\ncyd,\"G"))
                    .containsExactly(
                            "class.csv:3:1: error[E0705]: the id is missing",
                            "class.csv:4:1: error[E0703]: the row has 1 cell, and the header has 2",
                            "class.csv:5:1: error[E0703]: the row has 3 cells, and the header has 2",
                            "class.csv:6:1: error[E0707]: `ann` is already on line 2",
                            "class.csv:7:1: warning[W0708]: `Ann` differs only in case from the id on line 2",
                            "class.csv:8:1: error[E0706]: the id contains the invisible character U+0007",
                            "class.csv:9:5: error[E0109]: this quote is never closed");
        }

        @Test
        void one_student_twice_with_both_lines() {
            Diagnostic problem =
                    read("id\nrené\nbob\nrene\u0301\n").diagnostics().get(0);
            assertThat(new DiagnosticPrinter(Palette.PLAIN).print(problem))
                    .contains(
                            "error[E0707]: `rené` is already on line 2",
                            "class.csv:4:1",
                            "the first one is here",
                            "^^^^");
        }

        @Test
        void ids_that_are_too_long_or_hide_something() {
            assertThat(ids(read("id\n" + "x".repeat(128)))).hasSize(1);
            assertThat(problems("id\n" + "x".repeat(129)))
                    .containsExactly("class.csv:2:1: error[E0706]: the id is longer than 128 characters");
            assertThat(problems("id,group\nann,1\u202E"))
                    .containsExactly("class.csv:2:5: error[E0706]: the group contains the invisible character U+202E");
        }

        @Test
        void a_header_without_an_id_or_with_two() {
            assertThat(problems("name,mail\nAnn,a\nBob\n"))
                    .containsExactly(
                            "class.csv:1:1: error[E0701]: no column in this header contains the ids of the students",
                            "class.csv:3:1: error[E0703]: the row has 1 cell, and the header has 2");
            assertThat(problems("ID,id\n1,2\n"))
                    .containsExactly("class.csv:1:4: error[E0702]: there is already a column `id`");
            assertThat(problems("notes,id,notes\n1,2,3\n")).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "\n\n", "id,name\n", "id\n,\n"})
        void a_class_without_students(String text) {
            assertThat(read(text).diagnostics()).extracting(Diagnostic::code).contains(Code.EMPTY_DOCUMENT);
        }

        @Test
        void what_is_not_utf_8_with_the_line_and_the_byte() {
            RosterResult result = Roster.read("c.csv", "id,name\n1,René\n".getBytes(StandardCharsets.ISO_8859_1));
            assertThat(result.diagnostics())
                    .extracting(Diagnostic::toString)
                    .containsExactly("c.csv:2:6: error[E0103]: the byte 0xe9 is not UTF-8");
            assertThat(Roster.read("c.csv", new byte[] {(byte) 0xFF, (byte) 0xFE, 'i', 0, 'd'})
                            .diagnostics())
                    .extracting(Diagnostic::toString)
                    .containsExactly("c.csv:1:2: error[E0103]: the byte 0x64 is not UTF-16LE");
        }

        @Test
        void a_file_that_is_huge_or_binary_or_not_there(@TempDir Path folder) throws IOException {
            Path huge = folder.resolve("huge.csv");
            try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
                file.setLength(TextFile.LARGEST + 1L);
            }
            assertThat(Roster.read(huge, "huge.csv").diagnostics())
                    .extracting(Diagnostic::code)
                    .containsExactly(Code.FILE_TOO_LARGE);
            assertThat(problems("id\n\0\n")).hasSize(1).first().asString().contains("error[E0104]");
            assertThat(Roster.read(folder, "there").diagnostics())
                    .extracting(Diagnostic::message)
                    .containsExactly("the file can't be read: it is a folder");
        }
    }

    @Test
    void a_large_class_is_read_whole(@TempDir Path folder) throws IOException {
        StringBuilder text = new StringBuilder("id,name\n");
        for (int i = 0; i < 100_000; i++) {
            text.append('s').append(i).append(",\"Lee, Ann\"\n");
        }
        Path file = Files.writeString(folder.resolve("c.csv"), text);
        assertThat(ids(Roster.read(file, "c.csv"))).hasSize(100_000).endsWith("s99999");
    }

    @Test
    void nothing_is_thrown_whatever_the_bytes() {
        Random random = new Random(7);
        byte[] alphabet = "id,name\n\r\";\t\u0000é=".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(24)];
            for (int b = 0; b < bytes.length; b++) {
                bytes[b] =
                        random.nextInt(40) == 0 ? (byte) random.nextInt() : alphabet[random.nextInt(alphabet.length)];
            }
            RosterResult result = Roster.read(i % 2 == 0 ? "c.csv" : "c.txt", bytes);
            result.diagnostics()
                    .forEach(problem -> assertThat(new DiagnosticPrinter(Palette.PLAIN).print(problem))
                            .isNotEmpty());
            assertThat(result.hasErrors()).isEqualTo(result.roster().students().isEmpty());
        }
    }
}
