package io.github.mmaplab.show;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.kernel.memory.PageContent;
import io.github.mmaplab.picture.PageView;
import io.github.mmaplab.picture.PageView.Piece;
import io.github.mmaplab.picture.PageView.Stretch;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Pieces of pages are their bytes. */
class PageBytesTest {
    private static final int SIZE = 4096;

    private final PageBytes pages = new PageBytes(SIZE);

    private static PageContent page(Object... parts) {
        PageContent page = PageContent.zeros(SIZE);
        for (int i = 0; i < parts.length; i += 2) {
            byte[] bytes = parts[i + 1] instanceof byte[] given
                    ? given
                    : parts[i + 1].toString().getBytes(StandardCharsets.UTF_8);
            page = page.with((int) parts[i], Data.of(bytes), 0, bytes.length);
        }
        return page;
    }

    @Test
    void zeros_are_no_pieces() {
        assertThat(pages.pieces(page())).isEmpty();
        assertThat(pages.pieces(page(0, "ab", 3, "c", 4095, "z")))
                .containsExactly(new Piece(0, 4, "61 62 00 63", "61620063"), new Piece(4095, 1, "\"z\"", "7a"));
    }

    @Test
    void a_long_repetition_is_a_piece_of_its_own() {
        assertThat(pages.pieces(page(0, "b" + "B".repeat(4090) + "end")))
                .containsExactly(
                        new Piece(0, 1, "\"b\"", "62"),
                        new Piece(1, 4090, "\"B\" × 4090", "42"),
                        new Piece(4091, 3, "\"end\"", "656e64"));
        assertThat(pages.pieces(page(7, "aaaaaab"))).containsExactly(new Piece(7, 7, "\"aaaaaab\"", "61616161616162"));
    }

    @Test
    void together_the_pieces_are_the_page() {
        Random random = new Random(1);
        for (int round = 0; round < 2000; round++) {
            PageContent page = PageContent.zeros(SIZE);
            for (int i = random.nextInt(40); i > 0; i--) {
                int at = random.nextInt(SIZE);
                int length = Math.min(1 + random.nextInt(50), SIZE - at);
                byte[] bytes = new byte[length];
                random.nextBytes(bytes);
                Data data = random.nextBoolean() ? Data.repeated(bytes[0], length) : Data.of(bytes);
                page = page.with(at, data, 0, length);
            }
            List<Piece> pieces = pages.pieces(page);
            assertThat(pieces).hasSizeLessThanOrEqualTo(PageView.MOST_PIECES);
            byte[] bytes = new byte[SIZE];
            page.copy(0, bytes, 0, SIZE);
            byte[] read = new byte[SIZE];
            boolean cut = false;
            for (Piece piece : pieces) {
                byte[] hex = HexFormat.of().parseHex(piece.hex());
                for (int i = 0; i < piece.length(); i++) {
                    cut |= hex.length > 1 && i >= hex.length;
                    read[piece.offset() + i] =
                            hex.length == 1 ? hex[0] : i < hex.length ? hex[i] : bytes[piece.offset() + i];
                }
            }
            assertThat(read).isEqualTo(bytes);
            assertThat(cut)
                    .isEqualTo(pieces.stream()
                            .anyMatch(piece -> piece.length() > PageView.MOST_BYTES
                                    && piece.hex().length() > 2));
        }
    }

    @Test
    void what_has_changed_is_found_and_the_last_stretch_is_the_rest() {
        assertThat(pages.changed(page(0, "hello"), page(0, "hELLo"))).containsExactly(new Stretch(1, 3));
        PageContent many = page();
        for (int i = 0; i < 20; i++) {
            many = many.with(i * 10, Data.repeated((byte) 1, 2), 0, 2);
        }
        assertThat(pages.changed(page(), many)).hasSize(PageView.MOST_PIECES).endsWith(new Stretch(150, 42));
        assertThat(pages.pieces(many)).hasSize(PageView.MOST_PIECES).last().satisfies(rest -> {
            assertThat(rest.offset()).isEqualTo(150);
            assertThat(rest.length()).isEqualTo(42);
        });
        assertThat(Arrays.asList(page(), many))
                .allSatisfy(page -> assertThat(pages.changed(page, page)).isEmpty());
    }
}
