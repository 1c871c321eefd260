package io.github.mmaplab.gradebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OwnerTest {
    @Test
    void is_known_by_each_name_and_by_no_other() {
        Owner owner = Owner.known(List.of(" s1@example.org", "", "s1"));
        assertThat(owner.names()).containsExactly("s1@example.org", "s1");
        assertThat(owner.isOf("s1")).isTrue();
        assertThat(owner.isOf("S1")).isFalse();
        assertThat(owner.isOf("")).isFalse();
        assertThat(owner.problem("s2"))
                .hasValueSatisfying(problem -> assertThat(problem)
                        .isEqualTo(
                                "the file names the student `s2`, but you are s1@example.org or s1: hand in the file that came"
                                        + " with your sheet"));
    }

    @Test
    void has_a_login_in_upper_or_lower_case() {
        assertThat(Owner.login("OctoCat").isOf("octocat")).isTrue();
        assertThat(Owner.login("octocat-1").isOf("octocat")).isFalse();
    }

    @Test
    void who_has_no_name_is_nobody() {
        assertThat(Owner.known(List.of("")).isOf("s1")).isFalse();
        assertThat(Owner.ANYBODY.isOf("s1")).isTrue();
    }
}
