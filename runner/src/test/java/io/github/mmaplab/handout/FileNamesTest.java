package io.github.mmaplab.handout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FileNamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"s1024", "ada.lovelace@example.org", "A-1_b+c", "7"})
    void an_ordinary_id_is_its_own_name(String id) {
        assertThat(FileNames.of(id)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                ".",
                "..",
                ".hidden",
                "-rf",
                "a/b",
                "a\\b",
                "a b",
                "a.",
                "con",
                "NUL.txt",
                "é",
                "a:b",
                "x~123456789012",
                "=cmd()",
                "a\nb",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            })
    void any_other_is_a_safe_name(String id) {
        assertThat(FileNames.of(id)).matches("[A-Za-z0-9_][A-Za-z0-9_-]{0,39}~[0-9a-f]{12}");
    }

    @Test
    void different_ids_have_names_that_differ_in_more_than_the_case_of_letters() {
        List<String> ids = List.of("a/b", "a\\b", "a_b", "S1", "s1", "é", "è");
        Map<String, String> names = FileNames.of(ids);
        assertThat(names.keySet()).containsExactlyElementsOf(ids);
        assertThat(names.values().stream().map(name -> name.toLowerCase(Locale.ROOT)))
                .doesNotHaveDuplicates();
        assertThat(names).containsEntry("a_b", "a_b");
    }
}
