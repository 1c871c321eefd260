package io.github.mmaplab;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.PackageMatcher;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.github.mmaplab.markup.Html;
import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.StringJoiner;
import java.util.Timer;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Holds the packages apart, as the table in docs/architecture.md does in words.
 *
 * <p>A layer that has no class yet breaks no rule; that the rules see the code at all is what
 * {@link #FEWEST_CLASSES} is for.
 */
final class ArchitectureTest {

    /** A floor, raised as the code grows, so that a test of nothing can't pass. */
    private static final int FEWEST_CLASSES = 400;

    private static final String ROOT = "io.github.mmaplab";

    private static final String PERSISTENT_COLLECTIONS = "org.pcollections..";

    /** The packages of the JDK and of libraries that the core may use, but for some classes of them. */
    private static final String[] IN_A_BROWSER = {
        "java.lang",
        "java.math",
        "java.nio",
        "java.nio.charset",
        "java.util",
        "java.util.function",
        "java.util.regex",
        "java.util.stream",
        "org.jspecify.annotations",
        "org.yaml.snakeyaml..",
        PERSISTENT_COLLECTIONS
    };

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(location -> !location.contains(tests()))
            .importPackages(ROOT);

    /** Where the tests are compiled to, whatever built them: there, where this one is. */
    private static String tests() {
        return ArchitectureTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
    }

    /** A row of the table: a package, and those it may use. What these may use themselves, it may use too. */
    private enum Layer {
        TEXT,
        ABI,
        KERNEL(ABI),
        DIAGNOSTIC(TEXT),
        JSON,
        SCENARIO(ABI, DIAGNOSTIC),
        FILE(SCENARIO),
        FORMAT(SCENARIO),
        PARALLEL,
        SEARCH,
        RUN(SCENARIO, KERNEL, SEARCH),
        BLESS(RUN, SCENARIO, KERNEL),
        LINUX(KERNEL),
        COMPARE(RUN, SCENARIO, KERNEL),
        FUZZ(COMPARE, RUN, SCENARIO, KERNEL),
        EXPORT(FORMAT, RUN, SCENARIO, KERNEL),
        RECORDING(RUN, SCENARIO, KERNEL),
        EXPLAIN(RECORDING, RUN, SCENARIO, KERNEL),
        FAILURE(RUN, SCENARIO, EXPLAIN),
        PICTURE(DIAGNOSTIC),
        SHOW(PICTURE, FAILURE, RECORDING, RUN, SCENARIO, KERNEL),
        MISTAKE(RUN, SCENARIO, KERNEL),
        ANSWER(EXPLAIN, MISTAKE, RUN, SCENARIO, KERNEL),
        LISTING(ANSWER, SCENARIO, ABI, TEXT),
        EXERCISE(ANSWER, FILE, JSON, EXPLAIN, MISTAKE, RUN, SCENARIO),
        MARKUP(TEXT, PICTURE),
        VIEWER(MARKUP, PICTURE, EXPLAIN, SCENARIO),
        PAGE(TEXT, MARKUP),
        HANDOUT(EXERCISE, LISTING, PAGE, PICTURE, SHOW),
        GRADEBOOK(EXERCISE, PAGE),
        GRADING(HANDOUT, GRADEBOOK, EXERCISE, FILE, PARALLEL),
        REPORT(ANSWER, FAILURE, JSON, RUN, COMPARE, FUZZ, PAGE, PICTURE, VIEWER),
        JUNIT(FILE, FAILURE, RUN, SCENARIO),
        LAB(FAILURE, RUN, SCENARIO, KERNEL),
        ASSERTJ(LAB, FILE, FAILURE, RUN, SCENARIO),
        CLI(
                TEXT,
                ABI,
                KERNEL,
                DIAGNOSTIC,
                JSON,
                SCENARIO,
                FILE,
                FORMAT,
                PARALLEL,
                RUN,
                BLESS,
                LINUX,
                LISTING,
                COMPARE,
                FUZZ,
                EXPORT,
                EXPLAIN,
                FAILURE,
                PICTURE,
                SHOW,
                MISTAKE,
                ANSWER,
                EXERCISE,
                HANDOUT,
                GRADEBOOK,
                GRADING,
                REPORT);

        @SuppressWarnings("ImmutableEnumChecker") // made by List.of
        private final List<Layer> mayUse;

        Layer(Layer... mayUse) {
            this.mayUse = List.of(mayUse);
        }

        String folder() {
            return name().toLowerCase(Locale.ROOT);
        }

        String packages() {
            return ROOT + "." + folder() + "..";
        }

        Stream<Layer> reaches() {
            return Stream.concat(Stream.of(this), mayUse.stream().flatMap(Layer::reaches))
                    .distinct();
        }
    }

    /** What runs anywhere, a browser included. */
    private static final Set<Layer> CORE = EnumSet.of(
            Layer.TEXT,
            Layer.ABI,
            Layer.DIAGNOSTIC,
            Layer.KERNEL,
            Layer.SCENARIO,
            Layer.SEARCH,
            Layer.RUN,
            Layer.RECORDING,
            Layer.PICTURE,
            Layer.SHOW,
            Layer.MISTAKE,
            Layer.ANSWER,
            Layer.EXPLAIN,
            Layer.FAILURE,
            Layer.LISTING,
            Layer.MARKUP,
            Layer.VIEWER);

    @Test
    void the_rules_see_the_code() {
        assertThat(CODE).hasSizeGreaterThanOrEqualTo(FEWEST_CLASSES);
    }

    @Test
    void every_class_lives_in_a_layer() {
        String[] layers = Arrays.stream(Layer.values()).map(Layer::packages).toArray(String[]::new);
        check(classes().should().resideInAnyPackage(layers));
    }

    @ParameterizedTest
    @EnumSource
    void a_layer_uses_only_what_the_table_allows(Layer layer) {
        String[] allowed = layer.reaches().map(Layer::packages).toArray(String[]::new);
        check(noClasses()
                .that()
                .resideInAPackage(layer.packages())
                .should()
                .dependOnClassesThat(
                        resideInAPackage(ROOT + "..").and(DescribedPredicate.not(resideInAnyPackage(allowed)))));
    }

    @ParameterizedTest
    @EnumSource
    void a_layer_uses_all_that_the_table_allows_by_name(Layer layer) {
        Set<String> packages = CODE.that(resideInAPackage(layer.packages())).stream()
                .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
                .map(dependency -> dependency.getTargetClass().getPackageName())
                .collect(toSet());
        List<Layer> unused = layer.mayUse.stream()
                .filter(allowed -> packages.stream().noneMatch(PackageMatcher.of(allowed.packages())::matches))
                .toList();
        assertThat(unused).as("what %s may use and does not", layer).isEmpty();
    }

    @Test
    void the_core_is_what_its_source_root_has() {
        assertThat(folders("core/src/main/java"))
                .containsExactlyInAnyOrderElementsOf(
                        CORE.stream().map(Layer::folder).toList());
        assertThat(folders("src/main/java")).doesNotContainAnyElementsOf(folders("core/src/main/java"));
    }

    private static List<String> folders(String root) {
        String[] names = Path.of(root, ROOT.split("\\.")).toFile().list();
        return names == null ? List.of() : List.of(names);
    }

    @Test
    void the_core_uses_the_core_alone() {
        assertThat(CORE).allSatisfy(layer -> assertThat(CORE).containsAll(layer.mayUse));
    }

    /** No files, threads, clock, processes or reflection. The build of the core for browsers finds what else they lack. */
    @Test
    void the_core_uses_what_a_browser_has() {
        String[] core = CORE.stream().map(Layer::packages).toArray(String[]::new);
        check(noClasses()
                .that()
                .resideInAnyPackage(core)
                .should()
                .dependOnClassesThat(DescribedPredicate.not(resideInAnyPackage(core)
                        .or(resideInAnyPackage(IN_A_BROWSER))
                        .or(belongToAnyOf(StringReader.class, ByteArrayOutputStream.class))))
                .orShould()
                .dependOnClassesThat(belongToAnyOf(
                        Thread.class,
                        ThreadLocal.class,
                        Runtime.class,
                        Process.class,
                        ProcessBuilder.class,
                        ClassLoader.class,
                        HexFormat.class,
                        StringJoiner.class,
                        Timer.class))
                .orShould()
                .accessTargetWhere(access(Class.class, "getResource", "getResourceAsStream", "getRecordComponents"))
                .orShould()
                .accessTargetWhere(access(System.class, "getenv", "currentTimeMillis", "nanoTime"))
                .orShould()
                .accessTargetWhere(access(Object.class, "wait", "notify", "notifyAll")));
    }

    @Test
    void packages_have_no_cycles() {
        check(slices().matching(ROOT + ".(**)").should().beFreeOfCycles());
    }

    @Test
    void the_kernel_depends_on_nothing_but_its_words_the_language_and_persistent_collections() {
        check(classes()
                .that()
                .resideInAPackage(Layer.KERNEL.packages())
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        Layer.ABI.packages(),
                        Layer.KERNEL.packages(),
                        "java.lang..",
                        "java.util..",
                        "java.nio",
                        "java.nio.charset",
                        "org.jspecify..",
                        PERSISTENT_COLLECTIONS));
    }

    @Test
    void only_the_syntax_knows_snakeyaml() {
        onlyIn(ROOT + ".scenario.syntax..", "org.yaml.snakeyaml..");
    }

    @Test
    void only_the_command_line_knows_commons_cli() {
        onlyIn(Layer.CLI.packages(), "org.apache.commons.cli..");
    }

    @Test
    void only_pages_know_commonmark() {
        onlyIn(Layer.PAGE.packages(), "org.commonmark..");
    }

    /** Elsewhere, markup is put together of elements and text. */
    @Test
    void only_pages_vouch_for_markup() {
        check(noClasses()
                .that(resideOutsideOfPackage(Layer.PAGE.packages())
                        .and(resideOutsideOfPackage(Layer.MARKUP.packages())))
                .should()
                .callMethod(Html.class, "vouched", String.class));
    }

    @Test
    void only_json_and_what_reads_results_know_jackson() {
        check(noClasses()
                .that(resideOutsideOfPackage(Layer.JSON.packages()).and(resideOutsideOfPackage(ROOT + ".exercise..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("tools.jackson..")));
    }

    /** Sheets can't give away what those who write them can't reach, by whatever way. */
    @Test
    void whoever_writes_a_sheet_can_reach_no_answer() {
        check(noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".handout.sheet..", ROOT + ".handout.story..")
                .should()
                .transitivelyDependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + ".run..",
                        ROOT + ".explain..",
                        ROOT + ".mistake..",
                        ROOT + ".kernel.machine..",
                        ROOT + ".kernel.call.."));
    }

    @Test
    void only_the_junit_engine_knows_junit() {
        onlyIn(Layer.JUNIT.packages(), "org.junit..", "org.opentest4j..");
    }

    @Test
    void only_our_assertions_know_assertj() {
        onlyIn(Layer.ASSERTJ.packages(), "org.assertj..");
    }

    /** They are optional: who runs scenarios as tests does not have them. */
    @ParameterizedTest
    @EnumSource(names = {"JUNIT", "LAB", "ASSERTJ"})
    void whoever_runs_tests_reaches_no_library_of_the_command_line(Layer layer) {
        check(noClasses()
                .that()
                .resideInAPackage(layer.packages())
                .should()
                .transitivelyDependOnClassesThat()
                .resideInAnyPackage("org.apache.commons..", "org.commonmark..", "tools.jackson.."));
    }

    /** They need what a user has who writes tests, and the program's jar is without them. */
    @ParameterizedTest
    @EnumSource(names = {"JUNIT", "LAB", "ASSERTJ"})
    void the_program_does_not_need_what_tests_are_written_with(Layer layer) {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(Layer.JUNIT.packages(), Layer.LAB.packages(), Layer.ASSERTJ.packages())
                .should()
                .dependOnClassesThat()
                .resideInAPackage(layer.packages()));
    }

    @Test
    void only_the_command_line_prints_and_exits() {
        check(noClasses()
                .that(resideOutsideOfPackage(Layer.CLI.packages()))
                .should()
                .accessTargetWhere(access(System.class, "out", "err", "in", "exit", "setOut", "setErr", "setIn"))
                .orShould()
                .accessTargetWhere(access(Runtime.class, "exit", "halt"))
                .orShould()
                .accessTargetWhere(access(Throwable.class, "printStackTrace")));
    }

    /** The same scenario gives the same result, whenever and wherever it runs. */
    @ParameterizedTest
    @EnumSource(names = {"ABI", "KERNEL", "DIAGNOSTIC", "SCENARIO", "RUN"})
    void nothing_asks_the_clock_chance_or_the_machine(Layer layer) {
        check(noClasses()
                .that()
                .resideInAPackage(layer.packages())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.time..", "java.util.random..", "java.security..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(
                        Random.class,
                        SplittableRandom.class,
                        ThreadLocalRandom.class,
                        UUID.class,
                        Date.class,
                        Calendar.class)
                .orShould()
                .accessTargetWhere(access(System.class, "currentTimeMillis", "nanoTime", "identityHashCode"))
                .orShould()
                .accessTargetWhere(access(System.class, "getenv", "getProperty", "getProperties", "lineSeparator"))
                .orShould()
                .accessTargetWhere(access(Math.class, "random")));
    }

    @ParameterizedTest
    @EnumSource(names = {"ABI", "KERNEL", "DIAGNOSTIC", "SCENARIO", "RUN"})
    void nothing_depends_on_an_order_that_changes_with_each_start(Layer layer) {
        check(noClasses()
                .that()
                .resideInAPackage(layer.packages())
                .should()
                .callMethod(Set.class, "copyOf", Collection.class)
                .orShould()
                .callMethod(Map.class, "copyOf", Map.class)
                .because("the order of such a copy changes with each start of the JVM:"
                        + " EnumSet, TreePMap, LinkedHashMap and List keep theirs"));
    }

    private static void onlyIn(String home, String... library) {
        check(noClasses().that(resideOutsideOfPackage(home)).should().dependOnClassesThat(resideInAnyPackage(library)));
    }

    private static DescribedPredicate<JavaAccess<?>> access(Class<?> owner, String... members) {
        Set<String> names = Set.of(members);
        return DescribedPredicate.describe(
                "access " + owner.getSimpleName() + "." + String.join("|", members),
                access -> names.contains(access.getName())
                        && access.getTargetOwner().isAssignableTo(owner));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CODE);
    }
}
