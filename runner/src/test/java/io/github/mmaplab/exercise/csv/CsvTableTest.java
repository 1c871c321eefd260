package io.github.mmaplab.exercise.csv;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Source;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CsvTableTest {
    private final Problems problems = new Problems();

    private List<List<String>> read(String text) {
        List<List<String>> rows = new ArrayList<>();
        for (CsvRow row : CsvTable.read(new Source("table.csv", text), problems).rows()) {
            rows.add(row.cells().stream().map(CsvCell::text).toList());
        }
        return rows;
    }

    @Test
    void quotes_line_ends_and_empty_lines_are_read_as_rfc_4180_has_them() {
        assertThat(read("\n\na,b\r\n\"c,\"\"d\"\"\r\n\",\re\"f, g \n\n"))
                .containsExactly(List.of("a", "b"), List.of("c,\"d\"\r\n", ""), List.of("e\"f", " g "));
        assertThat(problems.all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t"})
    void the_separator_is_the_one_of_the_header(String separator) {
        assertThat(read("id|\"a,b;c\td\"|name\n1|,;|2".replace("|", separator)).get(0))
                .containsExactly("id", "a,b;c\td", "name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,\"b", "a,\"b\"\"", "a,\"b\n\nc,d\n", "a,\""})
    void a_quote_that_is_never_closed_is_pointed_at(String last) {
        assertThat(read("x,y\n" + last)).containsExactly(List.of("x", "y"));
        Diagnostic problem = problems.all().get(0);
        assertThat(problem.code()).isEqualTo(Code.UNCLOSED);
        assertThat(problem.span()).hasToString("table.csv:2:3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,\"b\" \"c\",d\ne,f", "a,\"b\"c", "\n\na,\"\"\"b\"\"\" ,"})
    void text_behind_a_closing_quote_is_pointed_at_and_ends_the_reading(String text) {
        assertThat(read("x,y\r\n" + text)).containsExactly(List.of("x", "y"));
        assertThat(problems.all()).extracting(Diagnostic::code).containsExactly(Code.STRAY_TEXT);
        assertThat(problems.all().get(0).span().text()).isIn(" \"c\"", "c", " ");
    }

    /**
     * What FastCSV reads, we read. FastCSV 4.1.0 is no judge of a CR without LF between quotes: it drops the row.
     */
    @Test
    void cells_and_what_is_between_them_are_the_whole_text() {
        Random random = new Random(4);
        int tables = 0;
        for (int i = 0; i < 20_000; i++) {
            String text = random(random);
            Problems found = new Problems();
            CsvTable table = CsvTable.read(new Source("t", text), found);
            if (found.all().isEmpty()) {
                tables++;
                assertPartition(text, table);
                assertThat(table.rows().stream()
                                .map(row ->
                                        row.cells().stream().map(CsvCell::text).toList())
                                .toList())
                        .as(text)
                        .isEqualTo(byLibrary(text, table.separator()));
            }
        }
        assertThat(tables).isGreaterThan(3000);
    }

    @Test
    void a_carriage_return_between_quotes_loses_no_row() {
        assertThat(read("\"a\rb\"\nc\rd")).containsExactly(List.of("a\rb"), List.of("c"), List.of("d"));
    }

    private static void assertPartition(String text, CsvTable table) {
        StringBuilder rest = new StringBuilder(text);
        List<CsvRow> rows = new ArrayList<>(table.rows());
        Collections.reverse(rows);
        for (CsvRow row : rows) {
            for (int c = row.width() - 1; c >= 0; c--) {
                CsvCell cell = row.cells().get(c);
                String raw = cell.span().text();
                String said = cell.quoted() ? raw.substring(1, raw.length() - 1).replace("\"\"", "\"") : raw;
                assertThat(said).as(text).isEqualTo(cell.text());
                rest.delete(cell.span().start(), cell.span().end());
            }
        }
        assertThat(rest.toString().replace(String.valueOf(table.separator()), ""))
                .as(text)
                .matches("[\r\n]*");
    }

    private static List<List<String>> byLibrary(String text, char separator) {
        List<List<String>> rows = new ArrayList<>();
        for (CsvRecord row : CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            rows.add(row.getFields());
        }
        return rows;
    }

    private static String random(Random random) {
        String[] parts = {"a", "b c", ",", ",", "\"", "\"\"", "\"x\"", "\n", "\r\n", "é", "𝄞", ";", " "};
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(16); i > 0; i--) {
            text.append(parts[random.nextInt(parts.length)]);
        }
        return text.toString();
    }

    @Test
    void a_text_goes_back_to_the_bytes_it_came_from() {
        Charset[] charsets = {StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE};
        for (Charset charset : charsets) {
            byte[] bytes = "\uFEFFid,name\r\n1,\"é𝄞\uFEFF\"".getBytes(charset);
            TextFile file = Objects.requireNonNull(TextFile.decode("t", bytes, problems));
            assertThat(file.source().text()).startsWith("id,");
            assertThat(file.encode(file.source().text())).isEqualTo(bytes);
        }
    }
}
