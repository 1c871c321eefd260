package io.github.mmaplab.cli.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OutputTest {

    @Test
    void text_arrives_whole_and_in_order() {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        Output output = new Output(target);
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            output.append("line ").append('✓').append("xy" + i, 1, 2 + i % 2).println("");
            expected.append("line ✓").append("xy" + i, 1, 2 + i % 2).append('\n');
        }
        output.println("a".repeat(100_000));
        expected.append("a".repeat(100_000)).append('\n');
        output.flush();
        assertThat(target.toString(StandardCharsets.UTF_8)).isEqualTo(expected.toString());
        assertThat(output.failure()).isNull();
    }

    @Test
    void a_reader_who_has_gone_away_is_no_failure() {
        Output output = new Output(broken("Broken pipe"));
        output.println("a".repeat(100_000));
        output.flush();
        assertThat(output.failure()).isNull();
    }

    @Test
    void a_full_disk_is_a_failure() {
        Output output = new Output(broken("No space left on device"));
        output.print("a");
        output.flush();
        assertThat(output.failure()).isEqualTo("No space left on device");
    }

    private static OutputStream broken(String message) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(message);
            }
        };
    }
}
