package io.github.mmaplab;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps the words that CONTRIBUTING.md lists out of the texts that people read. The lists of clean texts only grow. */
final class WordsTest {
    private static final Path ROOT = Path.of("..");

    private static final Path CODE = ROOT.resolve("runner");

    /** Floors, so that a test of nothing can't pass. */
    private static final int FEWEST_WORDS = 20;

    private static final int FEWEST_PAGES = 15;

    private static final int FEWEST_STORIES = 220;

    private static final int FEWEST_SCHEMAS = 8;

    /** Folders under src/test/resources where the output of the program is clean. */
    private static final List<String> CLEAN_OUTPUT =
            List.of("classroom", "explain", "export", "reports/folder/expected", "show", "wrong");

    /** Packages whose strings are clean, as folders under a source root, without the packages in them. */
    private static final List<String> CLEAN_MESSAGES = List.of(
            "abi",
            "assertj",
            "bless",
            "cli",
            "cli/arguments",
            "cli/edit",
            "cli/grade",
            "cli/host",
            "cli/play",
            "cli/select",
            "cli/show",
            "cli/teach",
            "cli/watch",
            "compare",
            "diagnostic",
            "exercise",
            "exercise/classroom",
            "exercise/csv",
            "exercise/results",
            "exercise/roster",
            "explain",
            "explain/fact",
            "export",
            "failure",
            "file",
            "format",
            "fuzz",
            "gradebook",
            "grading",
            "handout",
            "handout/autograder",
            "handout/key",
            "handout/quiz",
            "handout/sheet",
            "handout/story",
            "json",
            "junit",
            "kernel",
            "kernel/call",
            "kernel/event",
            "kernel/machine",
            "kernel/memory",
            "mistake",
            "page",
            "parallel",
            "picture",
            "picture/text",
            "report",
            "report/github",
            "report/html",
            "report/json",
            "report/junit",
            "report/tap",
            "run",
            "run/result",
            "scenario",
            "scenario/decode",
            "scenario/syntax",
            "scenario/tag",
            "show",
            "text");

    /** Packages whose comments are clean too. */
    private static final List<String> CLEAN_COMMENTS = List.of(
            "abi",
            "assertj",
            "cli",
            "cli/arguments",
            "cli/host",
            "cli/play",
            "cli/teach",
            "cli/watch",
            "compare",
            "diagnostic",
            "exercise/classroom",
            "exercise/csv",
            "exercise/grade",
            "exercise/results",
            "exercise/roster",
            "explain",
            "explain/fact",
            "export",
            "failure",
            "file",
            "format",
            "fuzz",
            "gradebook",
            "handout",
            "handout/autograder",
            "handout/key",
            "handout/quiz",
            "handout/sheet",
            "handout/story",
            "json",
            "junit",
            "kernel",
            "kernel/call",
            "kernel/event",
            "kernel/machine",
            "kernel/memory",
            "lab",
            "linux",
            "mistake",
            "page",
            "parallel",
            "report",
            "report/github",
            "report/html",
            "report/json",
            "report/junit",
            "report/tap",
            "run",
            "run/result",
            "scenario",
            "scenario/model",
            "scenario/syntax",
            "scenario/tag",
            "text");

    /** Texts that are read as they are. */
    private static final List<String> OTHER_FILES = List.of(
            "action.yml",
            ".ci/run",
            ".github/action/run",
            ".gitlab/mmaplab.yml",
            ".pre-commit-hooks.yaml",
            "mmaplab",
            "runner/benchmarks/fuzz-readers",
            "runner/benchmarks/run",
            "runner/benchmarks/starts",
            "runner/src/main/resources/io/github/mmaplab/linux/agent.c",
            "runner/src/main/resources/io/github/mmaplab/cli/starter.exercise.yaml",
            "runner/src/main/resources/io/github/mmaplab/cli/starter.scenario.yaml");

    private static final Pattern ROW = Pattern.compile("^\\| [^|]+ \\| (`[^|]+`) \\|$", Pattern.MULTILINE);

    private static final Pattern QUOTED = Pattern.compile("`([^`\n]+)`");

    private static final Pattern CODE_OF_A_PAGE =
            Pattern.compile("^```.*?^```$|`[^`\n]*`", Pattern.MULTILINE | Pattern.DOTALL);

    private static final Pattern SENTENCE_OF_A_SCHEMA =
            Pattern.compile("\"(?:description|label)\": (\"(?:[^\"\\\\]|\\\\.)*\")");

    private static final Pattern STRING = Pattern.compile(
            "\"\"\".*?\"\"\"|\"(?:[^\"\\\\\n]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)+'|//[^\n]*|/\\*.*?\\*/", Pattern.DOTALL);

    /** Names of the code in a comment, and the margin of its lines. */
    private static final Pattern NAMES_IN_COMMENT = Pattern.compile("\\{@[^}]*}|@param \\S+|(?m)^\\s*(?:\\*|//)");

    private static final Pattern WORDS = Pattern.compile(
            "(?<![\\w-])(" + words().stream().map(WordsTest::anyBlanks).collect(joining("|")) + ")(?![\\w-])",
            Pattern.CASE_INSENSITIVE);

    private static List<String> words() {
        String page = read(ROOT.resolve("CONTRIBUTING.md"));
        return ROW.matcher(page.substring(page.indexOf("| write | not |")))
                .results()
                .flatMap(row -> QUOTED.matcher(row.group(1)).results())
                .map(word -> word.group(1))
                .toList();
    }

    private static String anyBlanks(String words) {
        return Stream.of(words.split(" ", -1)).map(Pattern::quote).collect(joining("\\s+"));
    }

    @Test
    void there_are_words_to_look_for() {
        assertThat(words()).hasSizeGreaterThanOrEqualTo(FEWEST_WORDS).doesNotHaveDuplicates();
        assertThat(found("Nobody comes\nto stand-alone bystanders.")).containsExactly("Nobody", "comes\nto");
    }

    @Test
    void in_no_page() {
        List<Path> pages = Stream.concat(
                        Stream.of("README.md", "CONTRIBUTING.md", "scenarios/README.md")
                                .map(ROOT::resolve),
                        files(ROOT.resolve("docs"), ".md").stream())
                .toList();
        assertThat(pages).hasSizeGreaterThanOrEqualTo(FEWEST_PAGES);
        assertClean(pages, page -> CODE_OF_A_PAGE.matcher(page).replaceAll(" "));
    }

    @Test
    void in_no_scenario_and_no_exercise() {
        List<Path> stories = files(ROOT.resolve("scenarios"), ".yaml");
        assertThat(stories).hasSizeGreaterThanOrEqualTo(FEWEST_STORIES);
        assertClean(stories, story -> story);
    }

    @Test
    void in_no_sentence_of_a_schema() {
        List<Path> schemas = files(ROOT.resolve("schema"), ".json");
        assertThat(schemas).hasSizeGreaterThanOrEqualTo(FEWEST_SCHEMAS);
        assertClean(schemas, schema -> all(SENTENCE_OF_A_SCHEMA, schema));
    }

    @Test
    void in_no_other_file_that_users_see() {
        assertClean(OTHER_FILES.stream().map(ROOT::resolve).toList(), text -> text);
    }

    @ParameterizedTest
    @MethodSource("cleanOutput")
    void in_no_output(String folder) {
        List<Path> outputs = files(CODE.resolve("src/test/resources/" + folder), "").stream()
                .filter(file -> !file.toString().endsWith(".yaml"))
                .toList();
        assertThat(outputs).isNotEmpty();
        assertClean(outputs, output -> output);
    }

    static List<String> cleanOutput() {
        return CLEAN_OUTPUT;
    }

    @ParameterizedTest
    @MethodSource("cleanMessages")
    void in_no_message(String folder) {
        assertClean(sources(folder), source -> literals(source, '"'));
    }

    static List<String> cleanMessages() {
        return CLEAN_MESSAGES;
    }

    @ParameterizedTest
    @MethodSource("cleanComments")
    void in_no_comment(String folder) {
        assertClean(
                sources(folder),
                source -> NAMES_IN_COMMENT.matcher(literals(source, '/')).replaceAll(" "));
    }

    static List<String> cleanComments() {
        return CLEAN_COMMENTS;
    }

    private static List<Path> sources(String folder) {
        List<Path> sources = Stream.of("core/src/main/java", "src/main/java")
                .map(root -> CODE.resolve(root).resolve("io/github/mmaplab").resolve(folder))
                .filter(Files::isDirectory)
                .flatMap(found -> files(found, ".java").stream().filter(file -> found.equals(file.getParent())))
                .toList();
        assertThat(sources).isNotEmpty();
        return sources;
    }

    private static void assertClean(List<Path> files, UnaryOperator<String> text) {
        List<String> problems = new ArrayList<>();
        for (Path file : files) {
            found(text.apply(read(file))).forEach(word -> problems.add(ROOT.relativize(file) + ": " + word));
        }
        assertThat(problems)
                .as("words that CONTRIBUTING.md has better ones for")
                .isEmpty();
    }

    private static List<String> found(String text) {
        return WORDS.matcher(text).results().map(MatchResult::group).toList();
    }

    private static String all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).collect(joining("\n"));
    }

    /** The string literals of a source file, which begin with a quote, or its comments, which begin with a slash. */
    private static String literals(String source, char first) {
        return STRING.matcher(source)
                .results()
                .map(MatchResult::group)
                .filter(literal -> literal.charAt(0) == first)
                .collect(joining("\n"));
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
