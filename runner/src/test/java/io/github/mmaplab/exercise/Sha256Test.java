package io.github.mmaplab.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class Sha256Test {
    /** The first example of FIPS 180-4. */
    @Test
    void is_the_hash_of_the_standard_and_leaves_the_bytes_to_others() {
        ByteBuffer bytes = ByteBuffer.wrap("abc".getBytes(StandardCharsets.UTF_8));
        assertThat(Sha256.of(bytes))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
                .isEqualTo(Sha256.of("abc"));
        assertThat(bytes.remaining()).isEqualTo(3);
    }
}
