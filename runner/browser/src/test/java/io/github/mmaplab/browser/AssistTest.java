package io.github.mmaplab.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.tool.NeedsTool;
import io.github.mmaplab.tool.Tool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What the editor of the site offers and explains, asked where it runs. */
final class AssistTest {
    @Test
    @NeedsTool(Tool.NODE)
    void offers_and_explains_what_the_schema_says() throws IOException, InterruptedException {
        Process tests = new ProcessBuilder(
                        "node", "--test", "--test-reporter=tap", "src/test/javascript/assist.test.mjs")
                .redirectErrorStream(true)
                .start();
        String said = new String(tests.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(tests.waitFor()).as(said).isZero();
        assertThat(said).contains("# pass 6");
    }
}
