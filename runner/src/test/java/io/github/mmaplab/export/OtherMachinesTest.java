package io.github.mmaplab.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.mmaplab.file.InputFiles;
import io.github.mmaplab.kernel.machine.Trait;
import io.github.mmaplab.scenario.model.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs skip what depends on a trait that the machine lacks, which is imitated here by other functions for mmap and so on. */
class OtherMachinesTest {

    private static final Path LIBRARY = Path.of("../scenarios");

    private static final String ZERO_PAGE = """
            __attribute__((unused)) static void *without_zero_page(void *at, size_t length, int prot, int flags, int file, off_t offset)
            {
                char *memory = mmap(at, length, prot, flags, file, offset);

                if (memory != MAP_FAILED && (flags & MAP_ANONYMOUS) && (flags & MAP_PRIVATE) && (prot & PROT_WRITE))
                    for (size_t i = 0; i < length; i += 4096)
                        ((volatile char *)memory)[i] = 0;
                return memory;
            }
            #define mmap without_zero_page
            """;

    private static final String EXECUTABLE_IS_READABLE = """
            __attribute__((unused)) static void *with_keys(void *at, size_t length, int prot, int flags, int file, off_t offset)
            {
                return mmap(at, length, prot == PROT_EXEC ? PROT_NONE : prot, flags, file, offset);
            }
            __attribute__((unused)) static int protect_with_keys(void *at, size_t length, int prot)
            {
                return mprotect(at, length, prot == PROT_EXEC ? PROT_NONE : prot);
            }
            #define mmap with_keys
            #define mprotect protect_with_keys
            """;

    /** Whatever would be called above 2^47 ends the program. */
    private static final String FOUR_LEVELS = """
            static int reaches_above(const void *at, size_t length)
            {
                return (size_t)at + length >= (size_t)1 << 47 && (size_t)at + length < (size_t)1 << 56;
            }
            __attribute__((unused)) static void *map_above(void *at, size_t length, int prot, int flags, int file, off_t offset)
            {
                if ((size_t)at == (size_t)1 << 47) {
                    printf("# asked\\n");
                    return at;
                }
                if (reaches_above(at, length))
                    _exit(99);
                return mmap(at, length, prot, flags, file, offset);
            }
            __attribute__((unused)) static int unmap_above(void *at, size_t length)
            {
                if ((size_t)at == (size_t)1 << 47)
                    return 0;
                if (reaches_above(at, length))
                    _exit(99);
                return munmap(at, length);
            }
            #define mmap map_above
            #define munmap unmap_above
            """;

    @TempDir
    private Path folder = LIBRARY;

    @ParameterizedTest
    @CsvSource({
        "ZERO_PAGE, sharing/zero-page, 3",
        "ZERO_PAGE, kinds/where-a-page-comes-from, 1",
        "ZERO_PAGE, uses/memory-on-demand, 1",
        "EXECUTABLE_IS_READABLE, mprotect/allowed-accesses, 1",
        "FOUR_LEVELS, mmap/bad-arguments, 1",
        "FOUR_LEVELS, mmap/fixed-fails, 1",
        "FOUR_LEVELS, munmap/bad-arguments, 2",
    })
    void what_depends_on_a_trait_is_skipped_where_it_is_missing(Trait trait, String name, int skipped)
            throws IOException {
        String prelude = switch (trait) {
            case ZERO_PAGE -> ZERO_PAGE;
            case EXECUTABLE_IS_READABLE -> EXECUTABLE_IS_READABLE;
            default -> FOUR_LEVELS;
        };
        assertThat(skipped(name, prelude, "/var/tmp", trait)).isEqualTo(skipped);
    }

    @ParameterizedTest
    @CsvSource({"CLEARED_WHEN_GROWN, file-end/tail-when-grown, 2", "CLEARED_WHEN_SYNCED, file-end/tail-synchronised, 1"
    })
    void what_depends_on_a_disk_is_skipped_on_tmpfs(Trait trait, String name, int skipped) throws IOException {
        assumeThat(Files.isWritable(Path.of("/dev/shm")))
                .as("NOT RUN: needs /dev/shm")
                .isTrue();
        assertThat(skipped(name, "", "/dev/shm", trait)).isEqualTo(skipped);
    }

    @Test
    void nothing_is_mapped_over_what_is_there() throws IOException {
        String taken = """
                static int lay_claim(void)
                {
                    return mmap((void *)((size_t)1 << 44), 4096, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
                }
                """;
        String text = text(scenarios("mmap/fixed-replaces").get(0))
                .replace("#define PAGE", taken + "#define PAGE")
                .replace("    if (!room_is_free())", "    if (lay_claim() && !room_is_free())");
        assertThat(played(text, "/var/tmp").out())
                .isEqualTo("1..0 # SKIP the addresses that this program needs are in use\n");
    }

    /** How many checks of the programs for a file are skipped for that reason; all others hold. */
    private int skipped(String name, String prelude, String temporary, Trait trait) throws IOException {
        int skipped = 0;
        for (Scenario scenario : scenarios(name)) {
            CCompiler.Ended played =
                    played(text(scenario).replaceFirst("#define PAGE", prelude + "#define PAGE"), temporary);
            assertThat(played.code()).as(played.out()).isZero();
            skipped += (int) played.out()
                    .lines()
                    .filter(line -> line.endsWith(" # SKIP " + trait.lack()))
                    .count();
        }
        return skipped;
    }

    private CCompiler.Ended played(String text, String temporary) {
        assumeTrue(CCompiler.isHere(), "NOT RUN: the exported programs need Linux and a C compiler, `cc`");
        CCompiler compiler = new CCompiler(folder);
        assertThat(compiler.compile("other", text).out()).isEmpty();
        return compiler.play("other", temporary);
    }

    private static List<Scenario> scenarios(String name) throws IOException {
        return InputFiles.scenarios(LIBRARY.resolve(name + ".scenario.yaml"), name)
                .scenarios();
    }

    private static String text(Scenario scenario) {
        return ((Export.Program) CExporter.export(scenario)).text();
    }
}
