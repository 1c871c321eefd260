package io.github.mmaplab.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.scenario.ExerciseReader;
import io.github.mmaplab.scenario.model.Variant;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

final class AssignmentTest {
    private static final String VARY = "word: [HELLO, WORLD, PAGES], writer: [alice, bob]";

    private static Assignment assignment(String vary, String secret) {
        String text = """
                exercise: <word>, <writer>
                vary: { VARY }
                processes:
                  alice: { p: { sharing: shared } }
                  bob: { p: { sharing: shared } }
                steps:
                  - write: { <writer>.p: <word> }
                ask: { sees: { content-of: alice.p, length: 5 } }
                """.replace("VARY", vary);
        ExerciseReader.Result read = ExerciseReader.read("cow.exercise.yaml", text.getBytes(StandardCharsets.UTF_8));
        assertThat(read.hasErrors()).isFalse();
        return Assignment.of("cow.exercise.yaml", read, VariantSecret.of(secret));
    }

    /** Drawn once, and the same for ever: a class may be graded again in years, by another version. */
    @Test
    void variants_are_those_that_have_always_been_drawn() {
        Assignment assignment = assignment(VARY, "a secret");
        assertThat(List.of("s1", "s2", "s3", "s4", "group:7"))
                .map(subject ->
                        assignment.variantOf(subject).values() + " " + assignment.codeOf(assignment.variantOf(subject)))
                .containsExactly(
                        "{word=HELLO, writer=bob} ZX26-J376",
                        "{word=WORLD, writer=bob} 932W-B641",
                        "{word=PAGES, writer=alice} 8D2G-CWH4",
                        "{word=HELLO, writer=alice} 0DPY-PRPF",
                        "{word=HELLO, writer=alice} 0DPY-PRPF");
        assertThat(assignment.secret().fingerprint()).isEqualTo("64d37814f55de9d5");
    }

    /** As docs/design-decisions.md tells those who write another program that draws the same. */
    @Test
    void variants_and_codes_are_drawn_as_the_documentation_says() throws GeneralSecurityException {
        Assignment assignment = assignment(VARY, "a secret");
        for (int i = 0; i < 30; i++) {
            String word = List.of("HELLO", "WORLD", "PAGES").get(drawn("s" + i, "word", 3));
            String writer = List.of("alice", "bob").get(drawn("s" + i, "writer", 2));
            Variant variant = assignment.variantOf("s" + i);
            assertThat(variant.values()).containsExactly(Map.entry("word", word), Map.entry("writer", writer));

            byte[] hash = hmac("mmaplab 1\0code\0cow\0word\0" + word + "\0writer\0" + writer);
            StringBuilder code = new StringBuilder();
            for (int letter = 0; letter < 8; letter++) {
                code.append("0123456789ABCDEFGHJKMNPQRSTVWXYZ".charAt(hash[letter] & 31));
            }
            assertThat(assignment.codeOf(variant)).isEqualTo(code.insert(4, '-').toString());
        }
    }

    private static int drawn(String subject, String parameter, int values) throws GeneralSecurityException {
        byte[] hash = hmac("mmaplab 1\0draw\0cow\0" + subject + "\0" + parameter);
        BigInteger fraction = new BigInteger(1, Arrays.copyOf(hash, 8));
        return fraction.multiply(BigInteger.valueOf(values)).shiftRight(64).intValueExact();
    }

    private static byte[] hmac(String words) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("a secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return mac.doFinal(words.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void white_space_around_the_secret_does_not_count() {
        assertThat(VariantSecret.of(" a secret\n")).isEqualTo(VariantSecret.of("a secret"));
        assertThat(VariantSecret.of("  \n").isNone()).isTrue();
    }

    @Test
    void a_parameter_more_leaves_the_others_as_they_were() {
        Assignment before = assignment(VARY, "a secret");
        Assignment after = assignment("more: [A, B, C], " + VARY, "a secret");
        for (int i = 0; i < 50; i++) {
            Map<String, String> values = new HashMap<>(after.variantOf("s" + i).values());
            values.remove("more");
            assertThat(values).isEqualTo(before.variantOf("s" + i).values());
        }
    }

    @Test
    void each_value_of_each_parameter_is_as_probable() {
        Assignment assignment = assignment(VARY, "a secret");
        Map<Variant, Integer> counts = new HashMap<>();
        for (int i = 0; i < 6000; i++) {
            counts.merge(assignment.variantOf("s" + i), 1, Integer::sum);
        }
        assertThat(counts).hasSize(6);
        // 6 standard deviations of a binomial with 6000 draws of 1/6
        assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(1000 - 174, 1000 + 174));
    }

    @Test
    void another_secret_draws_otherwise() {
        Set<Variant> drawn = new HashSet<>();
        for (int i = 0; i < 40; i++) {
            drawn.add(assignment(VARY, "secret " + i).variantOf("s1"));
        }
        assertThat(drawn).hasSizeGreaterThan(3);
    }

    @Test
    void a_code_is_that_of_the_values() {
        Assignment assignment = assignment(VARY, "a secret");
        Set<String> codes = new HashSet<>();
        for (Variant variant : assignment.sample(10)) {
            assertThat(assignment.codeOf(variant)).matches("[0-9A-Z]{4}-[0-9A-Z]{4}");
            codes.add(assignment.codeOf(variant));
        }
        assertThat(codes).hasSize(6);
    }

    @Test
    void a_sample_holds_each_variant_once_and_moves_every_parameter() {
        Assignment assignment = assignment("a: [1, 2, 3, 4, 5, 6], b: [1, 2, 3], c: [1, 2, 3, 4], " + VARY, "a secret");
        assertThat(assignment.variants()).isEqualTo(6 * 3 * 4 * 6);
        for (int most : new int[] {1, 2, 7, 36, 100, 431, 432, 1000}) {
            List<Variant> sample = assignment.sample(most);
            assertThat(sample).hasSize(Math.min(most, 432)).doesNotHaveDuplicates();
        }
        Set<String> last = new HashSet<>();
        assignment.sample(36).forEach(variant -> last.add(variant.value("writer")));
        assertThat(last).containsExactlyInAnyOrder("alice", "bob");
    }

    @Test
    void is_worth_what_its_questions_are_worth_together() {
        Assignment assignment = Exercises.assignment("""
                exercise: A sample
                files: { data.txt: hello }
                processes:
                  alice: { p: { sharing: private } }
                steps:
                  - ask:
                      seen: { content-of: data.txt, points: 0.25 }
                      long: { size-of: data.txt, points: 2 }
                """);
        assertThat(assignment.worth()).isEqualByComparingTo("2.25");
    }
}
