package io.github.mmaplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.host.Output;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code mmaplab watch}, in a thread of its own; each answer is waited for. */
@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WatchCommandTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    private final Screen screen = new Screen();
    private final CompletableFuture<Integer> code = new CompletableFuture<>();
    private Thread thread = new Thread(() -> {});

    /** What has been printed and not been waited for yet. */
    private static final class Screen extends ByteArrayOutputStream {
        private int seen;

        @Override
        public synchronized void write(byte[] bytes, int from, int length) {
            super.write(bytes, from, length);
            notifyAll();
        }

        /** Waits until this is printed, and gives what came before. */
        synchronized String until(String end) throws InterruptedException {
            while (true) {
                String text = new String(toByteArray(), StandardCharsets.UTF_8).substring(seen);
                int found = text.indexOf(end);
                if (found >= 0) {
                    seen += found + end.length();
                    return text.substring(0, found);
                }
                wait();
            }
        }
    }

    private void watch(boolean terminal, String... words) {
        Host host = new Host(
                new Output(screen),
                new PrintStream(screen, true, StandardCharsets.UTF_8),
                Map.of("NO_COLOR", "1"),
                terminal,
                terminal,
                folder,
                System::nanoTime,
                () -> {
                    throw new AssertionError("not asked for");
                });
        thread = new Thread(() -> code.complete(new Program(host).run(words)));
        thread.start();
    }

    @AfterEach
    void end() throws InterruptedException {
        thread.interrupt();
        thread.join();
    }

    private void save(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }

    @Test
    void what_changes_is_played_again_and_what_does_not_is_not() throws Exception {
        save("a.scenario.yaml", Shell.PASSING);
        save("b.scenario.yaml", Shell.PASSING);
        watch(false, "watch", ".");
        assertThat(screen.until("✓ 2 scenarios pass\n")).isEmpty();

        save("a.scenario.yaml", Shell.FAILING);
        assertThat(screen.until("✗ 1 scenario passes, 1 fails: a.scenario.yaml:1\n"))
                .contains("HULLO")
                .doesNotContain("b.scenario.yaml");
        save("b.scenario.yaml", Shell.INVALID);
        assertThat(screen.until("✗ 0 scenarios pass, 1 fails: a.scenario.yaml:1, 1 file is not valid\n"))
                .contains("b.scenario.yaml:1:1")
                .doesNotContain("HULLO");
        save("new/folder/c.scenario.yaml", Shell.PASSING);
        screen.until("✗ 1 scenario passes, 1 fails: a.scenario.yaml:1, 1 file is not valid\n");
        Files.delete(folder.resolve("b.scenario.yaml"));
        screen.until("✗ 1 scenario passes, 1 fails: a.scenario.yaml:1\n");
        save("new/folder/c.scenario.yaml", Shell.FAILING);
        screen.until("✗ 0 scenarios pass, 2 fail: a.scenario.yaml:1, new/folder/c.scenario.yaml:1\n");
        Files.move(folder.resolve("new"), folder.resolve("old"));
        assertThat(screen.until("✗ 0 scenarios pass, 2 fail: a.scenario.yaml:1, old/folder/c.scenario.yaml:1\n"))
                .contains("old/folder/c.scenario.yaml");
    }

    @Test
    void the_screen_is_cleared_on_a_terminal_only() throws Exception {
        save("a.scenario.yaml", Shell.PASSING);
        watch(true, "watch", "a.scenario.yaml");
        assertThat(screen.until("✓ 1 scenario passes\n")).isEqualTo("\033[H\033[2J");
        thread.interrupt();
        assertThat(code.get()).isZero();
    }

    @Test
    void only_what_is_selected_is_played() throws Exception {
        save("a.scenario.yaml", Shell.PASSING);
        save("b.scenario.yaml", Shell.FAILING);
        watch(false, "watch", ".", "--tag", "store");
        assertThat(screen.until("✓ 1 scenario passes\n")).isEmpty();
    }

    @Test
    void what_is_not_there_is_said_at_once() {
        watch(false, "watch", "none");
        assertThat(code.join()).isEqualTo(2);
    }
}
