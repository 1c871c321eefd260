package io.github.mmaplab.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathResource;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUri;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.discovery.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.testkit.engine.EngineDiscoveryResults;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.opentest4j.AssertionFailedError;

class ScenarioEngineTest {
    private static final String LIBRARY = "src/test/resources/junit/library";
    private static final String BROKEN = "src/test/resources/junit/broken";
    private static final String TWICE = "junit/library/twice.scenario.yaml";
    private static final String CASES = "junit/library/deep/cases.scenario.yaml";

    private static final List<String> ALL = List.of(
            CASES + " > A private mapping shows hello > [1] sharing: private, text: hello",
            CASES + " > A shared mapping shows hello > [2] sharing: shared, text: hello",
            CASES + " > A shared mapping shows hello > [3] sharing: shared, text: hello",
            TWICE + " > A private write stays private",
            TWICE + " > A private write stays private (2)");

    private static EngineTestKit.Builder select(DiscoverySelector... selectors) {
        return EngineTestKit.engine(ScenarioEngine.ID).selectors(selectors);
    }

    private static List<String> tests(DiscoverySelector... selectors) {
        return tests(select(selectors).discover().getEngineDescriptor());
    }

    private static List<String> tests(TestDescriptor root) {
        return leaves(root).stream().map(TestDescriptor::getDisplayName).toList();
    }

    private static List<? extends TestDescriptor> leaves(TestDescriptor root) {
        return root.isTest()
                ? List.of(root)
                : root.getChildren().stream()
                        .flatMap(child -> leaves(child).stream())
                        .toList();
    }

    private static FileSource source(TestDescriptor test) {
        return (FileSource) test.getSource().orElseThrow();
    }

    private static Throwable failure(EngineExecutionResults results, String name) {
        Event event = results.allEvents()
                .failed()
                .filter(failed -> failed.getTestDescriptor().getDisplayName().equals(name))
                .findFirst()
                .orElseThrow();
        return event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
    }

    @Nested
    class Selecting {
        static Stream<DiscoverySelector> selectors_of_one_file() {
            Path file = Path.of("src/test/resources", TWICE);
            return Stream.of(
                    selectFile(file.toString()),
                    selectFile(file.toAbsolutePath().toString()),
                    selectFile("src/test/../test/resources/" + TWICE),
                    selectUri(file.toUri()),
                    selectUniqueId(
                            "[engine:mmaplab]/[file:src%2Ftest%2Fresources%2Fjunit%2Flibrary%2Ftwice.scenario.yaml]"));
        }

        @ParameterizedTest
        @MethodSource("selectors_of_one_file")
        void a_file_is_the_same_however_it_is_selected(DiscoverySelector selector) {
            assertThat(leaves(select(selector).discover().getEngineDescriptor()))
                    .extracting(test -> test.getUniqueId().toString())
                    .containsExactly(
                            "[engine:mmaplab]/[file:src%2Ftest%2Fresources%2Fjunit%2Flibrary%2Ftwice.scenario.yaml]"
                                    + "/[scenario:A private write stays private]",
                            "[engine:mmaplab]/[file:src%2Ftest%2Fresources%2Fjunit%2Flibrary%2Ftwice.scenario.yaml]"
                                    + "/[scenario:A private write stays private (2)]");
        }

        @Test
        void a_folder_is_searched_as_the_command_line_does() {
            assertThat(tests(selectDirectory(LIBRARY))).isEqualTo(ALL);
            assertThat(tests(selectUri(Path.of(LIBRARY).toUri()))).isEqualTo(ALL);
            assertThat(tests(selectUri(Path.of(LIBRARY).toUri() + "/"))).isEqualTo(ALL);
        }

        @Test
        void what_is_selected_twice_is_there_once() {
            assertThat(tests(
                            selectFile("src/test/resources/" + TWICE, FilePosition.from(19)),
                            selectDirectory(LIBRARY),
                            selectFile("src/test/resources/" + TWICE)))
                    .containsExactlyInAnyOrderElementsOf(ALL);
        }

        @Test
        void resources_packages_and_roots_of_the_class_path_are_searched() {
            assertThat(tests(selectClasspathResource(TWICE))).hasSize(2);
            assertThat(tests(selectUri("classpath:/" + TWICE + "?line=19"))).hasSize(1);
            assertThat(tests(selectPackage("junit.library"))).hasSize(5);
            List<DiscoverySelector> roots = List.copyOf(selectClasspathRoots(Set.of(Path.of("target/test-classes"))));
            assertThat(tests(roots.toArray(DiscoverySelector[]::new))).hasSizeGreaterThanOrEqualTo(5);
        }

        @Test
        void a_line_selects_the_scenario_or_the_row_that_stands_there() {
            assertThat(tests(selectFile("src/test/resources/" + TWICE, FilePosition.from(8))))
                    .containsExactly(ALL.get(3));
            assertThat(tests(selectFile("src/test/resources/" + CASES, FilePosition.from(5, 3))))
                    .containsExactly(ALL.get(1));
            assertThat(tests(selectFile("src/test/resources/" + CASES, FilePosition.from(1))))
                    .isEqualTo(ALL.subList(0, 3));
            assertThat(tests(selectUri(Path.of("src/test/resources/" + CASES).toUri() + "?line=6")))
                    .containsExactly(ALL.get(2));
        }

        @Test
        void what_others_select_is_left_alone() {
            assertThat(tests(selectClass(getClass()), selectFile(BROKEN + "/other.yaml")))
                    .isEmpty();
            assertThat(tests(selectUniqueId("[engine:mmaplab]/[file:none.scenario.yaml]/[scenario:none]")))
                    .isEmpty();
        }

        @Test
        void a_scenario_in_a_jar_runs(@TempDir Path folder) throws IOException {
            Path jar = folder.resolve("scenarios.jar");
            try (OutputStream out = Files.newOutputStream(jar);
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.putNextEntry(new ZipEntry("packed/cases.scenario.yaml"));
                zip.write(Files.readAllBytes(Path.of("src/test/resources", CASES)));
            }
            ClassLoader before = Thread.currentThread().getContextClassLoader();
            try (URLClassLoader loader =
                    new URLClassLoader(new URL[] {jar.toUri().toURL()}, before)) {
                Thread.currentThread().setContextClassLoader(loader);
                DiscoverySelector packed = selectClasspathResource("packed/cases.scenario.yaml");
                select(packed).execute().testEvents().assertStatistics(tests -> tests.succeeded(3));
                assertThat(leaves(select(packed).discover().getEngineDescriptor()))
                        .allSatisfy(test -> assertThat(tests(selectUniqueId(test.getUniqueId())))
                                .containsExactly(test.getDisplayName()));
            } finally {
                Thread.currentThread().setContextClassLoader(before);
            }
        }
    }

    @Nested
    class Names {
        @Test
        void each_id_leads_back_to_its_test_and_to_no_other() {
            List<? extends TestDescriptor> all =
                    leaves(select(selectDirectory(LIBRARY)).discover().getEngineDescriptor());
            assertThat(all).extracting(TestDescriptor::getUniqueId).doesNotHaveDuplicates();
            assertThat(all).extracting(TestDescriptor::getDisplayName).isEqualTo(ALL);
            assertThat(all)
                    .allSatisfy(test -> assertThat(tests(selectUniqueId(test.getUniqueId())))
                            .containsExactly(test.getDisplayName()));
        }

        @Test
        void no_id_has_an_absolute_path_in_it(@TempDir Path elsewhere) throws IOException {
            Path file = elsewhere.resolve("cases.scenario.yaml");
            Files.copy(Path.of("src/test/resources", CASES), file);
            TestDescriptor test = leaves(select(selectDirectory(elsewhere.toFile()))
                            .discover()
                            .getEngineDescriptor())
                    .get(0);
            assertThat(test.getUniqueId().getSegments().get(1).getValue()).startsWith("../");
            assertThat(tests(selectUniqueId(test.getUniqueId()))).containsExactly(test.getDisplayName());
        }

        /** Surefire would write it down as it is, into XML that nobody can read. */
        @Test
        void a_title_has_no_character_that_xml_has_not(@TempDir Path folder) throws IOException {
            String title = "scenario: \"a\\a\\uFFFEb\"\nprocesses: { alice: { p: { sharing: private } } }\n";
            Path file =
                    Files.writeString(folder.resolve("a.scenario.yaml"), title + "expect: { alice.p: { zeros: 1 } }\n");
            assertThat(tests(selectFile(file.toFile())))
                    .singleElement()
                    .asString()
                    .endsWith("/a.scenario.yaml > a\uFFFD\uFFFDb");
        }

        @Test
        void tools_are_led_to_the_line() {
            List<? extends TestDescriptor> all =
                    leaves(select(selectDirectory(LIBRARY)).discover().getEngineDescriptor());
            FileSource row = source(all.get(1));
            assertThat(row.getFile())
                    .isEqualTo(Path.of("src/test/resources", CASES)
                            .toAbsolutePath()
                            .toFile());
            assertThat(row.getPosition().orElseThrow())
                    .isEqualTo(org.junit.platform.engine.support.descriptor.FilePosition.from(5, 5));
            assertThat(source(all.get(4)).getPosition().orElseThrow().getLine()).isEqualTo(11);
        }

        @Test
        void a_file_is_a_container_and_so_is_a_scenario_with_cases() {
            TestDescriptor engine = select(selectDirectory(LIBRARY)).discover().getEngineDescriptor();
            TestDescriptor file = engine.getChildren().iterator().next();
            assertThat(file.getDisplayName()).isEqualTo(CASES);
            assertThat(file.getChildren()).singleElement().satisfies(cases -> {
                assertThat(cases.isContainer()).isTrue();
                assertThat(cases.getDisplayName()).isEqualTo(CASES + " > A <sharing> mapping shows <text>");
            });
        }

        @Test
        void tags_are_tags_of_the_platform() {
            List<? extends TestDescriptor> all =
                    leaves(select(selectDirectory(LIBRARY)).discover().getEngineDescriptor());
            assertThat(all.get(3).getTags()).extracting(TestTag::getName).containsExactly("private", "cow");
            select(selectDirectory(LIBRARY))
                    .filters(TagFilter.includeTags("private & !cow"))
                    .execute()
                    .testEvents()
                    .assertStatistics(tests -> tests.started(1).failed(1));
        }
    }

    @Nested
    class Running {
        @Test
        void a_failure_has_our_story_and_both_sides() {
            Throwable failure = failure(select(selectDirectory(LIBRARY)).execute(), ALL.get(4));
            assertThat(failure).isInstanceOfSatisfying(AssertionFailedError.class, error -> {
                assertThat(error.getExpected().getStringRepresentation()).isEqualTo("HELLO");
                assertThat(error.getActual().getStringRepresentation()).isEqualTo("hello");
            });
            assertThat(failure).hasMessage("""
                    data.txt: expected "HELLO", but it holds "hello"
                      --> src/test/resources/junit/library/twice.scenario.yaml:19:37
                       |
                    18 |   - write: { alice.p: HELLO }
                       |     ----- step 1: alice stores "HELLO" at p: p is private, so the store goes to a copy of page 0 of\
                     data.txt, physical page #2, and does not reach data.txt
                    19 | expect: { alice.p: HELLO, data.txt: HELLO }
                       |                                     ^^^^^ does not hold at the end
                       |
                       = expected: "HELLO"
                             seen: "hello"
                                    ^ first difference: byte 0
                       = beginning: data.txt begins with these bytes
                       = so: read(2) reads page 0 of data.txt, physical page #1
                       = help: mmaplab why src/test/resources/junit/library/twice.scenario.yaml:11 data.txt""");
            assertThat(failure.getStackTrace()).isEmpty();
        }

        @Test
        void all_scenarios_pass_at_the_same_time_too() {
            EngineExecutionResults results = select(selectDirectory("../scenarios"))
                    .configurationParameter(ScenarioEngine.PARALLEL, "true")
                    .configurationParameter(ScenarioEngine.PARALLEL_CONFIG + "strategy", "fixed")
                    .configurationParameter(ScenarioEngine.PARALLEL_CONFIG + "fixed.parallelism", "4")
                    .execute();
            assertThat(results.testEvents().failed().count()).isZero();
            assertThat(results.testEvents().succeeded().count()).isGreaterThan(200);
        }

        @Test
        void one_scenario_starts_while_another_runs_where_that_is_asked_for() {
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(selectDirectory(LIBRARY))
                    .filters(EngineFilter.includeEngines(ScenarioEngine.ID))
                    .configurationParameter(ScenarioEngine.PARALLEL, "true")
                    .configurationParameter(ScenarioEngine.PARALLEL_CONFIG + "strategy", "fixed")
                    .configurationParameter(ScenarioEngine.PARALLEL_CONFIG + "fixed.parallelism", "2")
                    .build();
            Meeting meeting = new Meeting();
            LauncherFactory.create().execute(request, meeting);
            assertThat(meeting.tookPlace).isTrue();
        }

        /** Lets a test that has started wait for the next one to start: one after the other, they never meet. */
        private static final class Meeting implements TestExecutionListener {
            private final CountDownLatch both = new CountDownLatch(2);
            private volatile boolean tookPlace;

            @Override
            public void executionStarted(TestIdentifier test) {
                if (test.isTest() && both.getCount() > 0) {
                    both.countDown();
                    tookPlace |= await();
                }
            }

            private boolean await() {
                try {
                    return both.await(20, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
        }
    }

    @Nested
    class Problems {
        private static final String INVALID = "junit/broken/broken.scenario.yaml > is valid";

        /** The platform's, which writes issues to standard error; held here, lest it be collected with its level. */
        private static final Logger LOG = Logger.getLogger("org.junit.platform.launcher.core.DiscoveryIssueNotifier");

        @BeforeAll
        static void hush() {
            LOG.setLevel(Level.OFF);
        }

        @AfterAll
        static void speak() {
            LOG.setLevel(null);
        }

        @Test
        void a_file_that_is_not_valid_fails_and_the_others_go_on() {
            EngineExecutionResults results = select(selectDirectory(BROKEN)).execute();
            results.testEvents()
                    .assertStatistics(tests -> tests.started(5).succeeded(4).failed(1));
            assertThat(failure(results, INVALID))
                    .isInstanceOf(ScenarioException.class)
                    .hasMessage("""
                            error[E0202]: a mapping needs the key `sharing`
                             --> src/test/resources/junit/broken/broken.scenario.yaml:4:5
                              |
                            4 |     p: { shring: private }
                              |     ^
                              = help: write `sharing: private` or `sharing: shared`

                            error[E0201]: a mapping has no key `shring`
                             --> src/test/resources/junit/broken/broken.scenario.yaml:4:10
                              |
                            4 |     p: { shring: private }
                              |          ^^^^^^
                              = help: did you mean `sharing`?""");
        }

        @Test
        void an_error_is_told_by_its_test_alone() {
            assertThat(select(selectDirectory(BROKEN)).discover().getDiscoveryIssues())
                    .isEmpty();
        }

        @Test
        void a_warning_is_an_issue_at_its_place(@TempDir Path folder) throws IOException {
            Path file = folder.resolve("unused.scenario.yaml");
            Files.writeString(file, """
                    scenario: A column that nothing uses
                    cases: [ { unused: 1 } ]
                    processes: { alice: { p: { sharing: private } } }
                    expect: { alice.p: { zeros: 1 } }
                    """);
            EngineDiscoveryResults found = select(selectFile(file.toFile())).discover();
            assertThat(found.getDiscoveryIssues()).hasSize(1);
            DiscoveryIssue issue = found.getDiscoveryIssues().get(0);
            assertThat(issue.message()).contains("unused.scenario.yaml:2:12: warning[W0209]");
            assertThat(issue.source().map(FileSource.class::cast).flatMap(FileSource::getPosition))
                    .isEqualTo(Optional.of(org.junit.platform.engine.support.descriptor.FilePosition.from(2, 12)));
        }

        @Test
        void a_filter_that_takes_its_test_away_does_not_take_the_news_away() {
            EngineExecutionResults results = select(selectDirectory(BROKEN))
                    .filters(TagFilter.includeTags("read"))
                    .execute();
            results.testEvents().assertStatistics(tests -> tests.succeeded(3).failed(0));
            assertThat(failure(results, "mmaplab")).hasMessageContaining("did you mean `sharing`?");
        }

        @Test
        void a_good_scenario_beside_a_bad_one_can_be_run_alone() {
            EngineExecutionResults results = select(selectFile(BROKEN + "/broken.scenario.yaml", FilePosition.from(9)))
                    .execute();
            results.allEvents().assertStatistics(events -> events.started(3).succeeded(3));
        }

        @Test
        void the_test_that_tells_of_it_can_be_run_again() {
            String id = "[engine:mmaplab]/[file:src%2Ftest%2Fresources%2Fjunit%2Fbroken%2Fbroken.scenario.yaml]";
            assertThat(tests(selectUniqueId(id + "/[problem:is valid]"))).containsExactly(INVALID);
            assertThat(tests(selectFile(BROKEN + "/broken.scenario.yaml", FilePosition.from(2))))
                    .containsExactly(INVALID);
            assertThat(tests(selectFile(BROKEN + "/broken.scenario.yaml", FilePosition.from(9))))
                    .containsExactly("junit/broken/broken.scenario.yaml > What stands beside it");
        }

        @Test
        void what_is_not_there_fails(@TempDir Path empty) throws IOException {
            Files.createFile(empty.resolve("nothing.scenario.yaml"));
            Path folder = Files.createDirectory(empty.resolve("folder"));
            EngineExecutionResults results = select(
                            selectDirectory("none"),
                            selectDirectory(folder.toFile()),
                            selectFile("none.scenario.yaml"),
                            selectFile(empty.resolve("nothing.scenario.yaml").toFile()),
                            selectFile("src/test/resources/" + TWICE, FilePosition.from(99)))
                    .execute();
            results.testEvents().assertStatistics(tests -> tests.started(5).failed(5));
            assertThat(failure(results, "none > is there")).hasMessageContaining("there is no such folder");
            assertThat(failure(results, "none.scenario.yaml > is valid")).hasMessageContaining("there is no such file");
            assertThat(failure(results, TWICE + " > has a line 99")).hasMessageContaining("there is no line 99");
            assertThat(tests(selectUniqueId("[engine:mmaplab]/[folder:none]"))).containsExactly("none > is there");
        }
    }
}
