package io.github.mmaplab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher, on a copy of the tree's outline, with a java and an mvn of our own that write down how they were called.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a POSIX shell script")
final class LauncherTest {

    private static final Path LAUNCHER = Path.of("..", "mmaplab").toAbsolutePath();
    private static final Path BUILD = Path.of("src", "launcher", "build.sh").toAbsolutePath();

    private static final String JAVA = """
            #!/bin/sh
            if [ "$1" = -version ]; then
                echo 'Picked up JAVA_TOOL_OPTIONS: -Dversion="1"' >&2
                echo 'openjdk version "VERSION" 2025-04-15' >&2
                exit 0
            fi
            if [ "$1" = -Xshare:dump ]; then
                [ -s "${2#*=}" ] && echo archive >"${3#*=}"
                exit
            fi
            cached=
            for last; do
                case $last in
                    -XX:DumpLoadedClassList=* | -XX:AOTConfiguration=*) [ -e "${last#*=}" ] || echo classes >"${last#*=}" ;;
                    -Xshare:on | -XX:AOTMode=on) exit ${CHECK_EXIT-0} ;;
                    -XX:AOTMode=create) creates=yes ;;
                    -XX:AOTCache=*)
                        [ -z "${creates-}" ] || { echo cache >"${last#*=}"; exit; }
                        cached=yes
                        ;;
                    -XX:SharedArchiveFile=*) cached=yes ;;
                esac
            done
            if [ "$last" = --version ]; then
                case VERSION in 1.*) echo UnsupportedClassVersionError; exit 1 ;; esac
                [ -z "$cached" ] || [ -z "${REFUSES_CACHE-}" ] || exit 1
                [ "${START_EXIT-0}" = 0 ] || echo 'Error: Could not find or load main class'
                exit "${START_EXIT-0}"
            fi
            echo "$0 $*" >>"$LOG"
            # not by the training of the cache, which goes on in the background
            case "${LOCALE_TO:+$*}" in *.Main*) echo "${LC_ALL-none}" >"$LOCALE_TO" ;; esac
            echo "this is the program"
            exit ${JAVA_EXIT-0}
            """;

    private static final String MAVEN = """
            #!/bin/sh
            echo "mvn $* in $PWD" >>"$LOG"
            echo 'what Maven says'
            [ -z "${EDIT_WHILE_BUILDING-}" ] || echo edited >>"$EDIT_WHILE_BUILDING"
            [ -z "${RESTORE_WHILE_BUILDING-}" ] || : >"$RESTORE_WHILE_BUILDING"
            [ "${MVN_EXIT-0}" = 0 ] || exit "$MVN_EXIT"
            sleep "${MVN_SLEEP-0}"
            echo jar $$ >runner/target/mmaplab.new.jar
            """;

    /** What the launcher may call; java and mvn come from elsewhere. */
    private static final List<String> TOOLS = List.of(
            "sh",
            "find",
            "stat",
            "readlink",
            "sed",
            "nice",
            "flock",
            "mv",
            "rm",
            "touch",
            "mkdir",
            "sleep",
            "sort",
            "sha256sum");

    private static final List<String> SOURCES = List.of(
            "pom.xml",
            "LICENSE",
            "docs/errors.md",
            ".mvn/jvm.config",
            "runner/pom.xml",
            "runner/core/src/main/java/Core.java",
            "runner/src/main/java/Main.java",
            "schema/scenario.schema.json");

    @TempDir
    private Path temporary;

    private Path root;
    private Path tools;
    private Path log;
    private final Map<String, String> environment = new HashMap<>();

    private record Run(int exitCode, String out, String err) {}

    /** Something done to the tree. */
    @FunctionalInterface
    private interface Change {
        void make() throws IOException;
    }

    @BeforeEach
    void lay_out_a_tree() throws IOException {
        root = Files.createDirectory(temporary.resolve("a tree"));
        tools = Files.createDirectory(temporary.resolve("tools"));
        log = Files.createFile(temporary.resolve("log"));
        for (String tool : TOOLS) {
            script(tools.resolve(tool), "#!/bin/sh\nexec " + findOnPath(tool) + " \"$@\"\n");
        }
        script(tools.resolve("java"), JAVA.replace("VERSION", "17.0.15"));
        script(tools.resolve("mvn"), MAVEN);
        Files.copy(LAUNCHER, root.resolve("mmaplab"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createDirectories(root.resolve("runner/src/launcher"));
        Files.copy(BUILD, root.resolve("runner/src/launcher/build.sh"));
        write("pom.xml");
        write("LICENSE");
        write("docs/errors.md");
        write(".mvn/jvm.config");
        write("runner/pom.xml");
        write("runner/core/src/main/java/Core.java");
        write("runner/src/main/java/Main.java");
        write("runner/src/main/java/Other.java");
        write("schema/scenario.schema.json");
        environment.put("PATH", tools.toString());
        environment.put("LOG", log.toString());
    }

    /** Else it would go on writing into a folder that is being removed. */
    @AfterEach
    void wait_for_what_runs_in_the_background() throws Exception {
        while (ProcessHandle.allProcesses()
                .anyMatch(process -> process.info().commandLine().orElse("").contains(temporary.toString()))) {
            Thread.sleep(10);
        }
    }

    @Nested
    final class Running {

        @Test
        void passes_arguments_output_and_exit_code_through() throws Exception {
            writeJar();
            environment.put("JAVA_EXIT", "3");
            Run run = launch("run", "a b.yaml", "");
            assertThat(run).isEqualTo(new Run(3, "this is the program\n", ""));
            assertThat(programStarts())
                    .singleElement()
                    .asString()
                    .endsWith("mmaplab.jar io.github.mmaplab.cli.Main run a b.yaml ");
        }

        @Test
        void one_file_is_played_before_anything_is_compiled() throws Exception {
            writeJar();
            launch("run", "pom.xml");
            launch(root.resolve("mmaplab"), root, "run", "pom.xml");
            launch(root.resolve("mmaplab"), root, "run", "schema");
            assertThat(programStarts())
                    .satisfiesExactly(
                            none -> assertThat(none).contains("CompileThresholdScaling=2"),
                            file -> assertThat(file).contains("CompileThresholdScaling=8"),
                            folder -> assertThat(folder).contains("CompileThresholdScaling=2"));
        }

        @Test
        void works_through_links() throws Exception {
            writeJar();
            Path bin = Files.createDirectory(temporary.resolve("bin"));
            Files.createSymbolicLink(bin.resolve("second"), Path.of("..", "a tree", "mmaplab"));
            Files.createSymbolicLink(bin.resolve("first"), bin.resolve("second"));
            Run run = launch(bin.resolve("first"), temporary);
            assertThat(run.out()).isEqualTo("this is the program\n");
        }

        @Test
        void works_as_an_argument_of_the_shell() throws Exception {
            writeJar();
            Run run = start(List.of("sh", "mmaplab", temporary.toString()), root);
            assertThat(run.out()).isEqualTo("this is the program\n");
        }
    }

    @Nested
    final class FindingJava {

        @Test
        void says_what_to_do_when_there_is_none() throws Exception {
            writeJar();
            Files.delete(tools.resolve("java"));
            assertRefused(launch(), "no java found; install a JDK of version 17 or newer");
        }

        @Test
        void refuses_an_old_one_by_its_version() throws Exception {
            writeJar();
            script(tools.resolve("java"), JAVA.replace("VERSION", "1.8.0_392"));
            assertRefused(launch(), "java is Java 1.8.0_392; mmaplab needs 17 or newer");
        }

        @Test
        void takes_an_early_access_version() throws Exception {
            writeJar();
            script(tools.resolve("java"), JAVA.replace("VERSION", "27-ea"));
            assertThat(launch().exitCode()).isZero();
        }

        @Test
        void prefers_its_own_variable_to_JAVA_HOME_and_that_to_the_path() throws Exception {
            writeJar();
            Path home = temporary.resolve("jdk home");
            Files.createDirectories(home.resolve("bin"));
            script(home.resolve("bin/java"), JAVA.replace("VERSION", "21"));
            Path own = temporary.resolve("own java");
            script(own, JAVA.replace("VERSION", "25"));

            environment.put("JAVA_HOME", home.toString());
            launch();
            environment.put("MMAPLAB_JAVA", own.toString());
            launch();
            assertThat(programStarts().get(0))
                    .startsWith(home.resolve("bin/java").toString());
            assertThat(programStarts().get(1)).startsWith(own.toString());
        }

        @Test
        void names_a_variable_that_points_nowhere() throws Exception {
            writeJar();
            environment.put("JAVA_HOME", "/nowhere");
            assertRefused(launch(), "JAVA_HOME is /nowhere, which has no bin/java");
            environment.put("MMAPLAB_JAVA", "/nowhere/java");
            assertRefused(launch(), "MMAPLAB_JAVA is /nowhere/java, which cannot be run");
            environment.put("MMAPLAB_JAVA", tools.toString());
            assertRefused(launch(), "MMAPLAB_JAVA is " + tools + ", which cannot be run");
        }
    }

    @Nested
    final class Surroundings {

        @Test
        void what_does_not_start_is_not_taken_for_a_scenario_that_failed() throws Exception {
            writeJar();
            environment.put("START_EXIT", "1");
            assertRefused(launch(), "mmaplab.jar does not start: Error: Could not find or load main class");
            assertThat(programStarts()).isEmpty();
        }

        @Test
        void a_colon_in_the_path_is_refused_by_name() throws Exception {
            writeJar();
            Path other = temporary.resolve("a:b");
            Files.move(root, other);
            Run run = launch(other.resolve("mmaplab"), temporary);
            assertRefused(run, "a:b, has a colon in it");
            assertThat(programStarts()).isEmpty();
        }

        @Test
        void names_have_their_letters_in_any_locale() throws Exception {
            writeJar();
            Path said = temporary.resolve("locale");
            environment.put("LOCALE_TO", said.toString());
            for (String variable : List.of("LANG", "LC_ALL", "LC_CTYPE")) {
                for (String locale : List.of("", "C", "POSIX")) {
                    environment.put(variable, locale);
                    launch();
                    assertThat(said).hasContent("C.UTF-8");
                }
                environment.remove(variable);
            }
            environment.put("LANG", "de_DE.UTF-8");
            launch();
            assertThat(said).hasContent("none");
        }
    }

    @Nested
    final class Building {

        @Test
        void builds_when_there_is_no_jar_and_tells_so_on_standard_error() throws Exception {
            Run run = launch();
            assertThat(run.exitCode()).isZero();
            assertThat(run.out()).isEqualTo("this is the program\n");
            assertThat(run.err())
                    .isEqualTo("mmaplab: building, for the first time, in a minute or so\nwhat Maven says\n");
            assertThat(builds()).singleElement().asString().endsWith("package in " + root.toRealPath());
        }

        @Test
        void builds_once_and_then_no_more() throws Exception {
            launch();
            assertThat(launch().err()).isEmpty();
            assertThat(builds()).hasSize(1);
        }

        @Test
        void builds_again_when_a_source_has_changed() throws Exception {
            launch();
            for (String source : SOURCES) {
                write(source, "changed");
                assertThat(launch().err()).as(source).startsWith("mmaplab: building, the sources have changed\n");
                assertThat(launch().err()).as(source).isEmpty();
            }
        }

        @Test
        void builds_again_when_a_source_has_changed_and_is_as_old_as_before() throws Exception {
            launch();
            for (String source : SOURCES) {
                FileTime before = Files.getLastModifiedTime(root.resolve(source));
                write(source, "changed");
                Files.setLastModifiedTime(root.resolve(source), before);
                assertThat(launch().err()).as(source).startsWith("mmaplab: building, the sources have changed\n");
            }
        }

        @Test
        void builds_again_when_a_source_was_added_removed_renamed_or_replaced() throws Exception {
            Path java = root.resolve("runner/src/main/java");
            Path elsewhere = Files.writeString(temporary.resolve("older"), "older");
            Files.setLastModifiedTime(elsewhere, FileTime.from(Instant.EPOCH));
            launch();
            List<Change> changes = List.of(
                    () -> write("runner/core/src/main/java/New.java"),
                    () -> write("runner/src/main/java/a/package/New.java"),
                    () -> Files.move(java.resolve("Other.java"), java.resolve("Another.java")),
                    () -> Files.move(java.resolve("a"), java.resolve("b")),
                    () -> Files.move(elsewhere, java.resolve("Another.java"), StandardCopyOption.REPLACE_EXISTING),
                    () -> Files.delete(java.resolve("Another.java")),
                    () -> Files.move(
                            java.resolve("Main.java"),
                            root.resolve("docs/errors.md"),
                            StandardCopyOption.REPLACE_EXISTING));
            for (int i = 0; i < changes.size(); i++) {
                changes.get(i).make();
                assertThat(launch().err())
                        .as("change " + i)
                        .startsWith("mmaplab: building, the sources have changed\n");
                assertThat(launch().err()).as("change " + i).isEmpty();
            }
        }

        @Test
        void builds_again_when_a_source_was_edited_during_the_build() throws Exception {
            environment.put("EDIT_WHILE_BUILDING", root.resolve("pom.xml").toString());
            launch();
            environment.remove("EDIT_WHILE_BUILDING");
            launch();
            launch();
            assertThat(builds()).hasSize(2);
        }

        @Test
        void builds_again_when_a_source_was_edited_and_restored_during_the_build() throws Exception {
            environment.put("EDIT_WHILE_BUILDING", root.resolve("pom.xml").toString());
            environment.put("RESTORE_WHILE_BUILDING", root.resolve("pom.xml").toString());
            launch();
            environment.remove("EDIT_WHILE_BUILDING");
            environment.remove("RESTORE_WHILE_BUILDING");
            launch();
            launch();
            assertThat(builds()).hasSize(2);
        }

        @Test
        void does_not_build_what_was_only_touched() throws Exception {
            launch();
            awaitCaches(1);
            Files.setLastModifiedTime(root.resolve("pom.xml"), FileTime.from(Instant.now()));
            write("runner/src/main/java/Other.java", "changed");
            write("runner/src/main/java/Other.java", "");
            assertThat(launch().err()).isEmpty();
            FileTime read = Files.getLastModifiedTime(root.resolve("runner/target/mmaplab.built"));
            assertThat(launch().err()).isEmpty();
            assertThat(Files.getLastModifiedTime(root.resolve("runner/target/mmaplab.built")))
                    .as("it is written down that they are the same")
                    .isEqualTo(read);
            assertThat(builds()).hasSize(1);
        }

        @Test
        void a_copy_of_the_tree_is_as_current_as_the_tree() throws Exception {
            launch();
            Path same = copyOfTree("same");
            assertThat(launch(same.resolve("mmaplab"), temporary).err()).isEmpty();
            write("pom.xml", "changed");
            Path stale = copyOfTree("stale");
            assertThat(launch(stale.resolve("mmaplab"), temporary).err()).startsWith("mmaplab: building");
        }

        @Test
        void a_jar_of_another_tree_is_not_taken_for_one_of_these_sources() throws Exception {
            launch();
            Path other = copyOfTree("other");
            Files.writeString(other.resolve("pom.xml"), "another");
            launch(other.resolve("mmaplab"), temporary);
            Files.copy(
                    other.resolve("runner/target/mmaplab.jar"),
                    root.resolve("runner/target/mmaplab.jar"),
                    StandardCopyOption.REPLACE_EXISTING);
            assertThat(launch().err()).startsWith("mmaplab: building");
        }

        @Test
        void a_jar_that_maven_made_by_hand_is_current_if_nothing_has_changed_since_maven_began() throws Exception {
            writeJar();
            assertThat(launch().err()).isEmpty();
            writeCompiled(root.toRealPath());
            Thread.sleep(30);
            write("pom.xml", "changed while Maven ran");
            write("runner/target/mmaplab.jar", "a newer jar");
            assertThat(launch().err()).startsWith("mmaplab: building");
            writeCompiled(temporary.resolve("elsewhere"));
            write("runner/target/mmaplab.jar", "a jar and lists from elsewhere");
            assertThat(launch().err()).startsWith("mmaplab: building");
        }

        @Test
        void works_where_nothing_can_be_written() throws Exception {
            launch();
            script(tools.resolve("touch"), "#!/bin/sh\nexit 1\n");
            Files.setLastModifiedTime(root.resolve("pom.xml"), FileTime.from(Instant.now()));
            assertThat(launch()).isEqualTo(new Run(0, "this is the program\n", ""));
            assertThat(launch()).isEqualTo(new Run(0, "this is the program\n", ""));
            assertThat(builds()).hasSize(1);
        }

        @Test
        void works_with_a_find_that_formats_nothing() throws Exception {
            script(
                    tools.resolve("find"),
                    "#!/bin/sh\ncase \"$*\" in *-printf*) exit 1 ;; esac\nexec " + findOnPath("find") + " \"$@\"\n");
            launch();
            assertThat(launch().err()).isEmpty();
            write("pom.xml", "changed");
            assertThat(launch().err()).startsWith("mmaplab: building");
            awaitCaches(1);
            launch("again");
            assertThat(lastStart()).contains("-XX:SharedArchiveFile=");
        }

        @Test
        void shows_what_maven_says_when_the_build_fails() throws Exception {
            environment.put("MVN_EXIT", "1");
            Run run = launch();
            assertRefused(run, "the build failed");
            assertThat(run.err()).contains("what Maven says\n");
            assertThat(programStarts()).isEmpty();
        }

        @Test
        void says_where_it_cannot_write() throws Exception {
            write("runner/target", "a file where a folder should be");
            assertRefused(launch(), "cannot write to " + root.toRealPath().resolve("runner/target"));
        }

        @Test
        void says_what_to_do_when_there_is_no_maven() throws Exception {
            Files.delete(tools.resolve("mvn"));
            assertRefused(launch(), "no mvn on the PATH; install Maven 3.8 or newer");
        }

        @Test
        void builds_once_for_eight_that_start_at_once() throws Exception {
            environment.put("MVN_SLEEP", "0.3");
            List<Process> processes = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                processes.add(process(List.of(root.resolve("mmaplab").toString()), root));
            }
            for (Process process : processes) {
                assertThat(finish(process).out()).isEqualTo("this is the program\n");
            }
            assertThat(builds()).hasSize(1);
        }
    }

    @Nested
    final class TheCache {

        @Test
        void is_made_at_the_first_start_and_used_from_then_on() throws Exception {
            writeJar();
            launch();
            Path archive = awaitCaches(1).get(0);
            launch("again");
            assertThat(lastStart())
                    .contains("-XX:SharedArchiveFile=" + archive.toRealPath())
                    .endsWith("again");
        }

        @Test
        void is_an_ahead_of_time_cache_from_Java_24_on() throws Exception {
            for (String version : List.of("24", "25.0.3", "26-ea")) {
                script(tools.resolve("java"), JAVA.replace("VERSION", version));
                writeJar();
                launch();
                Path cache = awaitCaches(1).get(0);
                launch("again");
                assertThat(lastStart())
                        .contains("-XX:AOTCache=" + cache.toRealPath())
                        .doesNotContain("SharedArchiveFile");
            }
        }

        @Test
        void gives_way_to_a_new_one_when_the_jar_has_changed() throws Exception {
            script(tools.resolve("java"), JAVA.replace("VERSION", "25.0.3"));
            writeJar();
            launch();
            Path old = awaitCaches(1).get(0);
            replaceJar();
            launch("again");
            assertThat(lastStart()).doesNotContain("AOTCache");
            awaitGone(old);
            assertThat(awaitCaches(1)).doesNotContain(old);
        }

        @Test
        void is_not_used_when_it_was_written_to() throws Exception {
            for (String version : List.of("17", "25.0.3")) {
                script(tools.resolve("java"), JAVA.replace("VERSION", version));
                writeJar();
                launch();
                Path cache = awaitCaches(1).get(0);
                for (String content : List.of("", "c", "CACHE!", "a longer one than before")) {
                    Files.writeString(cache, content);
                    launch("again");
                    assertThat(lastStart()).as(content).doesNotContain("AOTCache", "SharedArchiveFile");
                    wait_for_what_runs_in_the_background();
                    assertThat(cache).as("it is made again").hasContent(version.equals("17") ? "archive" : "cache");
                }
            }
        }

        @Test
        void is_kept_for_each_java() throws Exception {
            writeJar();
            launch();
            awaitCaches(1);
            Path own = temporary.resolve("own java");
            script(own, JAVA.replace("VERSION", "25"));
            environment.put("MMAPLAB_JAVA", own.toString());
            launch();
            awaitCaches(2);
            launch("again");
            assertThat(lastStart()).contains("AOTCache");
        }

        @Test
        void is_not_used_nor_tried_again_when_it_cannot_be_made() throws Exception {
            writeJar();
            environment.put("CHECK_EXIT", "1");
            launch();
            assertThat(awaitCaches(1))
                    .singleElement()
                    .satisfies(file -> assertThat(file).isEmptyFile());
            Files.writeString(log, "");
            launch("again");
            assertThat(programStarts()).singleElement().asString().doesNotContain("SharedArchiveFile");
        }

        @Test
        void is_left_out_where_the_options_of_the_environment_do_not_go_with_it() throws Exception {
            writeJar();
            launch();
            awaitCaches(1);
            environment.put("REFUSES_CACHE", "yes");
            environment.put("JAVA_TOOL_OPTIONS", "-Xshare:off");
            assertThat(launch("again").exitCode()).isZero();
            assertThat(lastStart()).doesNotContain("SharedArchiveFile");
        }

        @Test
        void does_not_hide_that_java_does_not_start_where_memory_is_limited() throws Exception {
            writeJar();
            launch();
            awaitCaches(1);
            environment.put("START_EXIT", "1");
            for (String limit : List.of("-v 8000000", "-d 8000000")) {
                Run run = start(List.of("sh", "-c", "ulimit " + limit + "; exec ./mmaplab"), root);
                assertRefused(run, "mmaplab.jar does not start: Error: Could not find or load main class");
            }
        }
    }

    /** A folder with the launcher and a jar alone. */
    @Nested
    final class Installed {

        private Path folder;
        private Path home;

        @BeforeEach
        void install() throws IOException {
            folder = Files.createDirectory(temporary.resolve("installed here"));
            home = Files.createDirectory(temporary.resolve("home"));
            Files.copy(LAUNCHER, folder.resolve("mmaplab"), StandardCopyOption.COPY_ATTRIBUTES);
            Files.writeString(folder.resolve("mmaplab.jar"), "a jar");
            environment.put("HOME", home.toString());
        }

        private Run start() throws Exception {
            return launch(folder.resolve("mmaplab"), temporary, "list");
        }

        private Path caches(Path cacheHome) throws IOException {
            return cacheHome.resolve("mmaplab" + folder.toRealPath() + "/mmaplab-caches");
        }

        private void assertUsesCacheIn(Path cacheHome) throws Exception {
            assertThat(start()).isEqualTo(new Run(0, "this is the program\n", ""));
            Path cache = awaitCaches(caches(cacheHome), 1).get(0);
            start();
            assertThat(lastStart()).contains("-XX:SharedArchiveFile=" + cache);
        }

        @Test
        void builds_nothing_and_leaves_its_folder_as_it_is() throws Exception {
            Files.delete(tools.resolve("mvn"));
            assertUsesCacheIn(home.resolve(".cache"));
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files).containsExactlyInAnyOrder(folder.resolve("mmaplab"), folder.resolve("mmaplab.jar"));
            }
        }

        @Test
        void has_its_cache_where_the_user_wants_caches() throws Exception {
            environment.put("XDG_CACHE_HOME", temporary.resolve("my caches").toString());
            assertUsesCacheIn(temporary.resolve("my caches"));
            assertThat(home).isEmptyDirectory();
            environment.put("XDG_CACHE_HOME", "relative");
            assertUsesCacheIn(home.resolve(".cache"));
        }

        @Test
        void works_without_a_home_and_without_a_cache() throws Exception {
            environment.remove("HOME");
            assertThat(start()).isEqualTo(new Run(0, "this is the program\n", ""));
            wait_for_what_runs_in_the_background();
            start();
            assertThat(lastStart()).doesNotContain("SharedArchiveFile");
        }

        @Test
        void takes_no_cache_of_the_jar_that_was_there_before() throws Exception {
            assertUsesCacheIn(home.resolve(".cache"));
            Files.writeString(folder.resolve("another"), "b jar");
            Files.setLastModifiedTime(
                    folder.resolve("another"), Files.getLastModifiedTime(folder.resolve("mmaplab.jar")));
            Files.move(folder.resolve("another"), folder.resolve("mmaplab.jar"), StandardCopyOption.REPLACE_EXISTING);
            start();
            assertThat(lastStart()).doesNotContain("SharedArchiveFile");
            awaitCaches(caches(home.resolve(".cache")), 1);
            start();
            assertThat(lastStart()).contains("SharedArchiveFile");
        }

        @Test
        void works_with_a_find_that_formats_nothing() throws Exception {
            script(
                    tools.resolve("find"),
                    "#!/bin/sh\ncase \"$*\" in *-printf*) exit 1 ;; esac\nexec " + findOnPath("find") + " \"$@\"\n");
            assertUsesCacheIn(home.resolve(".cache"));
        }
    }

    private Run launch(String... arguments) throws Exception {
        return launch(root.resolve("mmaplab"), temporary, arguments);
    }

    private Run launch(Path launcher, Path directory, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        return start(command, directory);
    }

    private Run start(List<String> command, Path directory) throws Exception {
        return finish(process(command, directory));
    }

    private Process process(List<String> command, Path directory) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        // nothing but this: neither HOME nor a TERM
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private static Run finish(Process process) throws Exception {
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Run(process.exitValue(), out, err);
    }

    private static void assertRefused(Run run, String message) {
        assertThat(run.exitCode()).isEqualTo(70);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("mmaplab: ").contains(message);
    }

    private List<String> builds() throws IOException {
        return logged().filter(line -> line.startsWith("mvn ")).toList();
    }

    /** Without those that only make the archive. */
    private List<String> programStarts() throws IOException {
        return logged().filter(line -> !line.startsWith("mvn ")
                        && !line.contains("DumpLoadedClassList")
                        && !line.contains("AOTMode=record"))
                .toList();
    }

    private Stream<String> logged() throws IOException {
        return Files.readAllLines(log).stream();
    }

    private String lastStart() throws IOException {
        List<String> starts = programStarts();
        return starts.get(starts.size() - 1);
    }

    /** Waits until there are so many caches, and nothing of what they were made from any more. */
    private List<Path> awaitCaches(int count) throws Exception {
        return awaitCaches(root.resolve("runner/target/mmaplab-caches"), count);
    }

    private List<Path> awaitCaches(Path folder, int count) throws Exception {
        wait_for_what_runs_in_the_background();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> caches = files.toList();
            assertThat(caches).hasSize(count);
            return caches;
        }
    }

    private static void awaitGone(Path file) throws Exception {
        for (int i = 0; i < 1200 && Files.exists(file); i++) {
            Thread.sleep(50);
        }
        assertThat(file).doesNotExist();
    }

    /** A jar as Maven makes it that is called by hand. */
    private void writeJar() throws Exception {
        writeCompiled(root.toRealPath());
        write("runner/target/mmaplab.jar", "a jar");
    }

    /** Another jar, with the size and the time of the one that was there. */
    private void replaceJar() throws Exception {
        Path jar = root.resolve("runner/target/mmaplab.jar");
        FileTime time = Files.getLastModifiedTime(jar);
        write("runner/target/mmaplab.jar", "b jar");
        Files.setLastModifiedTime(jar, time);
    }

    /** What Maven leaves of a compilation; a moment after the sources were written, since times are no finer than a tick of the clock. */
    private void writeCompiled(Path tree) throws Exception {
        Thread.sleep(30);
        write(
                "runner/target/maven-status/maven-compiler-plugin/compile/default-compile/inputFiles.lst",
                tree.resolve("runner/src/main/java/Main.java") + "\n");
    }

    private Path copyOfTree(String name) throws Exception {
        wait_for_what_runs_in_the_background();
        Path copy = temporary.resolve(name);
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, copy.resolve(root.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return copy;
    }

    private void write(String file) throws IOException {
        write(file, "");
    }

    private void write(String file, String content) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.resolveSibling("."));
        Files.writeString(path, content);
    }

    private static void script(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.writeString(file, text);
    }

    private static Path findOnPath(String tool) {
        return Stream.of(System.getenv("PATH").split(":"))
                .map(directory -> Path.of(directory, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("this test needs " + tool));
    }
}
