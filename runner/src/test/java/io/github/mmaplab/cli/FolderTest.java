package io.github.mmaplab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.mmaplab.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files and folders as they should not be. */
class FolderTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    @SuppressWarnings("NullAway.Init") // set below
    Shell shell;

    @BeforeEach
    void open() {
        shell = new Shell(folder).file("good/a.scenario.yaml", Shell.PASSING);
    }

    private void link(String name, String target) throws IOException {
        Files.createSymbolicLink(folder.resolve(name), Path.of(target));
    }

    @Test
    void a_missing_path_does_not_hide_the_others() {
        Outcome outcome = shell.run("run", "god", "good");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEqualTo("""
                        error[E0101]: there is no such file or folder
                         --> god
                          = help: did you mean `good`?

                        ✗ 1 file is not valid, 1 scenario passed
                        """);
    }

    @Test
    void a_folder_without_scenarios_is_an_error() throws IOException {
        Files.createDirectories(folder.resolve("empty/deep"));
        Outcome outcome = shell.run("run", "empty", "good");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).startsWith("""
                        error[E0118]: there is no scenario in this folder
                         --> empty
                          = help: a folder is searched for files named *.scenario.yaml; pass the path of any other file itself
                        """).endsWith("1 scenario passed\n");
    }

    @Test
    void a_folder_that_is_a_link_to_itself_is_searched_once() throws IOException {
        link("good/self", ".");
        link("good/up", "..");
        assertThat(shell.run("list", "good").out())
                .isEqualTo("good/a.scenario.yaml:1  A store is seen  [memory, store]\n");
        Files.createDirectory(folder.resolve("lonely"));
        link("lonely/self", ".");
        assertThat(shell.run("run", "lonely").code()).isEqualTo(2);
    }

    @Test
    void links_that_point_to_nothing_are_reported() throws IOException {
        link("circle", "circle");
        link("good/b.scenario.yaml", "missing");
        Outcome outcome = shell.run("run", "circle", "good");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out())
                .contains(
                        "error[E0101]: the symbolic link points to nothing\n --> circle\n  = help: check where it points\n")
                .contains("error[E0101]: the file can't be read: there is no such file\n --> good/b.scenario.yaml\n")
                .endsWith("✗ 2 files are not valid, 1 scenario passed\n");
    }

    @Test
    void a_file_reached_by_a_link_is_the_same_file() throws IOException {
        link("other", "good");
        assertThat(shell.run("run", "other", "good").out()).isEqualTo("✓ 1 scenario passed\n");
    }

    @Test
    void what_can_not_be_read_does_not_hide_the_others() throws IOException {
        Path locked = Files.createDirectory(
                folder.resolve("locked"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("---------")));
        assumeFalse(Files.isReadable(locked), "root can read everything");
        Outcome outcome = shell.run("run", ".");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out())
                .contains("error[E0101]: the folder can't be read: permission denied\n --> locked\n")
                .endsWith("1 scenario passed\n");
    }

    @Test
    void all_problems_are_shown_in_one_go_and_in_order() {
        for (int i = 9; i > 0; i--) {
            shell.file("bad/" + i + ".scenario.yaml", Shell.INVALID);
        }
        Outcome outcome = shell.run("check", "bad", "-j", "4", "-q");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()
                        .lines()
                        .filter(line -> line.contains("-->"))
                        .map(line -> line.replaceAll("\\D*(\\d)\\D.*", "$1"))
                        .distinct())
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(shell.run("run", "bad", "good").out())
                .startsWith(outcome.out())
                .endsWith("1 scenario passed\n");
    }

    @Test
    void valid_files_are_counted() {
        assertThat(shell.run("check", ".")).isEqualTo(new Outcome(0, "1 file with 1 scenario: nothing wrong\n", ""));
        assertThat(shell.run("check", ".", "-q")).isEqualTo(new Outcome(0, "", ""));
    }

    @Test
    void a_path_that_is_none_is_told() {
        assertThat(shell.run("run", "a\0b").out()).startsWith("error[E0101]: this is not a path: ");
        assertThat(shell.run("run", "").code()).isEqualTo(2);
    }
}
