package io.github.mmaplab.cli.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class ExhaustedTest {
    @Test
    void a_limit_of_the_machine_is_no_bug() {
        assertThat(Exhausted.in(new IllegalStateException(new ExecutionException(new OutOfMemoryError("heap")))))
                .hasValueSatisfying(limit -> assertThat(limit.what()).contains("memory than the JVM may use"));
        assertThat(Exhausted.in(new StackOverflowError()))
                .hasValueSatisfying(limit -> assertThat(limit.hint()).contains("-Xss"));
        assertThat(Exhausted.in(new IllegalStateException("bug"))).isEmpty();
    }
}
