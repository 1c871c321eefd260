package io.github.mmaplab.scenario.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes of content. */
final class ContentTest {
    static Stream<Content> ofThreeBytes() {
        return Stream.of(
                new Content.Text("aé"),
                new Content.Hex(new byte[] {1, 2, 3}),
                new Content.Zeros(3),
                new Content.Fill((byte) 7, 3));
    }

    @ParameterizedTest
    @MethodSource("ofThreeBytes")
    void can_be_had_in_parts(Content content) {
        byte[] all = content.bytes(0, 3);
        assertThat(content.length()).isEqualTo(3);
        assertThat(content.bytes(1, 2)).isEqualTo(new byte[] {all[1], all[2]});
        assertThat(content.bytes(3, 0)).isEmpty();
        assertThatThrownBy(() -> content.bytes(2, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> content.bytes(-1, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> content.bytes(4, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void may_be_longer_than_memory() {
        assertThat(new Content.Zeros(-1).bytes(Long.MAX_VALUE - 10, 4)).containsOnly(0);
        assertThat(new Content.Fill((byte) 'x', -1).bytes(1L << 40, 2)).containsExactly('x', 'x');
    }

    @Test
    void is_not_changed_from_outside() {
        byte[] bytes = {1};
        Content hex = new Content.Hex(bytes);
        bytes[0] = 2;
        hex.bytes(0, 1)[0] = 3;
        assertThat(hex.bytes(0, 1)).containsExactly(1);
    }
}
