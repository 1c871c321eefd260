package io.github.mmaplab.kernel.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.abi.Data;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PageContentTest {

    private static final int SIZE = 4096;

    private final PageContent zeros = PageContent.zeros(SIZE);

    private static byte[] bytes(PageContent content) {
        byte[] bytes = new byte[SIZE];
        content.copy(0, bytes, 0, SIZE);
        return bytes;
    }

    private static Data text(String text) {
        return Data.of(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void begins_as_zeros() {
        assertThat(bytes(zeros)).containsOnly(0);
    }

    @Test
    void takes_bytes_across_chunks_and_leaves_the_old_page_alone() {
        PageContent next = zeros.with(254, text("0123456789"), 2, 5);

        byte[] expected = new byte[SIZE];
        System.arraycopy("23456".getBytes(StandardCharsets.ISO_8859_1), 0, expected, 254, 5);
        assertThat(bytes(next)).isEqualTo(expected);
        assertThat(bytes(zeros)).containsOnly(0);
    }

    @Test
    void can_be_filled_to_its_last_byte() {
        PageContent full = zeros.with(0, Data.repeated((byte) 'x', 1L << 40), 1L << 39, SIZE);

        assertThat(bytes(full)).containsOnly('x');
    }

    @Test
    void becomes_zero_in_part() {
        PageContent full = zeros.with(0, Data.repeated((byte) 'x', SIZE), 0, SIZE);

        byte[] part = bytes(full.withZeros(100, 1000));

        for (int i = 0; i < SIZE; i++) {
            assertThat(part[i]).isEqualTo((byte) (i >= 100 && i < 1100 ? 0 : 'x'));
        }
    }

    /** That nothing changed is how a caller knows that there is nothing to tell. */
    @Test
    void is_the_same_page_when_what_should_be_zero_is_zero() {
        assertThat(zeros.withZeros(0, SIZE)).isSameAs(zeros);
        PageContent one = zeros.with(10, text("x"), 0, 1);
        assertThat(one.withZeros(11, SIZE - 11)).isSameAs(one);
        assertThat(one.withZeros(10, 1)).isNotSameAs(one);
    }

    @Test
    void copies_a_part_into_the_middle_of_an_array() {
        byte[] target = new byte[8];
        Arrays.fill(target, (byte) '-');

        zeros.with(255, text("abc"), 0, 3).copy(255, target, 2, 3);

        assertThat(new String(target, StandardCharsets.ISO_8859_1)).isEqualTo("--abc---");
    }

    @ParameterizedTest
    @ValueSource(ints = {4096, 16384, 65536})
    void agrees_with_an_array_after_any_writes(int size) {
        SplittableRandom random = new SplittableRandom(size);
        PageContent content = PageContent.zeros(size);
        byte[] array = new byte[size];
        for (int i = 0; i < 300; i++) {
            int offset = random.nextInt(size);
            int count = random.nextInt(1, Math.min(600, size - offset) + 1);
            if (random.nextInt(3) == 0) {
                content = content.withZeros(offset, count);
                Arrays.fill(array, offset, offset + count, (byte) 0);
            } else {
                byte[] data = new byte[count];
                Arrays.fill(data, (byte) random.nextInt());
                content = content.with(offset, Data.of(data), 0, count);
                System.arraycopy(data, 0, array, offset, count);
            }
        }
        byte[] seen = new byte[size];
        content.copy(0, seen, 0, size);
        assertThat(seen).isEqualTo(array);
    }
}
