package io.github.mmaplab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import io.github.mmaplab.ModelKernel;
import io.github.mmaplab.cli.Shell.Outcome;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.host.RealKernel;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The library on the kernel of this machine; skipped where that can't be had, with the reason. */
class RealKernelTest {

    private static final RealKernel.Source LINUX = Host.ofThisProcess().linux();

    private final Shell shell = new Shell(Path.of("..")).on(LINUX);

    @BeforeAll
    static void linux_is_to_be_had() throws IOException {
        ModelKernel.assumeIsHere();
        try (RealKernel kernel = LINUX.start()) {
            assertThat(kernel.pageSize().bytes()).isPositive();
        } catch (UsageException e) {
            abort(e.getMessage());
        }
    }

    @Test
    void the_library_passes_on_it() {
        Outcome outcome = shell.run("run", "--on", "linux", "scenarios");
        assertThat(outcome.code()).as(outcome.out()).isZero();
        assertThat(outcome.out()).contains("! not checked: ");
    }

    @Test
    void the_library_is_the_same_on_both_kernels() {
        Outcome outcome = shell.run("compare", "scenarios");
        assertThat(outcome.code()).as(outcome.out()).isZero();
        assertThat(outcome.out()).contains("! not compared: memory", "the same on both kernels");
    }

    @Test
    void a_campaign_of_a_minute_finds_no_difference(@TempDir Path found) {
        Outcome outcome =
                shell.run("fuzz", "--seed", "2026", "--count", "12000", "--time", "60s", "--out", found.toString());
        assertThat(outcome.code()).as(outcome.out()).isZero();
        assertThat(outcome.out()).contains("no difference").contains("fork ", "mremap ", "truncate ");
        assertThat(found).isEmptyDirectory();
    }
}
