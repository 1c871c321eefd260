package io.github.mmaplab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.mmaplab.cli.Shell.Outcome;
import io.github.mmaplab.gradebook.Classroom50Runner;
import io.github.mmaplab.json.JsonException;
import io.github.mmaplab.json.JsonFields;
import io.github.mmaplab.json.JsonText;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** Bundles are unpacked, and their scripts run, in a folder that stands for the platform's. */
@Timeout(120)
class ExercisePackageCommandTest {
    private static final String EXERCISE = """
            exercise: Who sees a private write?
            grading: { feedback: parts }
            vary: { word: [HELLO, WORLD, PAGES] }
            files: { data.txt: hello }
            processes:
              parent: { p: { file: data.txt, sharing: private } }
            steps:
              - fork: { parent: child }
              - write: { child.p: <word> }
              - ask:
                  parent-sees: parent.p
                  one-page: { same-page: [parent.p, child.p], points: 2 }
            """;

    private static final String METADATA = """
            {"created_at": "2026-12-01T12:00:01Z", "assignment": {"due_date": "2026-12-01T12:00:00Z"},
             "users": [{"email": "s1@example.org", "id": 12}]}
            """;

    private static final String OUR_FAULT = "This is not your fault";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    private Shell shell = new Shell(Path.of(""));

    @BeforeEach
    void write() throws IOException {
        shell = new Shell(folder)
                .file("cow.exercise.yaml", EXERCISE)
                .file("cow.exercise.secret", "nobody guesses this\n");
        jar("program.jar", Main.class.getName());
    }

    /** A jar that is the program: its classes stand where the tests have them. */
    private void jar(String name, String main) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (!main.isEmpty()) {
            manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main);
        }
        String path = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toUri().toString())
                .collect(Collectors.joining(" "));
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, path);
        try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
            new JarOutputStream(out, manifest).close();
        }
    }

    private Outcome bundle(String platform, String... more) {
        List<String> words = Stream.concat(
                        Stream.of("exercise", "package", platform, "cow.exercise.yaml"), Stream.of(more))
                .toList();
        return shell.run(Stream.concat(words.stream(), Stream.of("--jar", "program.jar", "--out", "cow.zip"))
                .toArray(String[]::new));
    }

    /** Unpacks the bundle; where a script names the platform's folder it names one of the test's instead. */
    private void unpack(String where, String platformFolder) throws IOException {
        URI uri = URI.create("jar:" + folder.resolve("cow.zip").toUri());
        try (FileSystem zip = FileSystems.newFileSystem(uri, Map.of("enablePosixFileAttributes", "true"));
                Stream<Path> files = Files.walk(zip.getPath("/"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = folder.resolve(where).resolve(file.toString().substring(1));
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
                Files.setPosixFilePermissions(target, Files.getPosixFilePermissions(file));
                String name = String.valueOf(file.getFileName());
                if (!platformFolder.isEmpty() && (name.equals("run_autograder") || name.equals("run.sh"))) {
                    String here = folder.resolve(platformFolder.substring(1)).toString();
                    Files.writeString(target, Files.readString(target).replace(platformFolder, here));
                }
            }
        }
    }

    private int script(Map<String, String> environment, Path directory, String... words) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile());
        String java = Path.of(System.getProperty("java.home"), "bin").toString();
        builder.environment().put("PATH", java + File.pathSeparator + System.getenv("PATH"));
        builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "JAVA_HOME"));
        builder.environment().putAll(environment);
        return builder.start().waitFor();
    }

    private void handIn(String place, String student) {
        shell.run("exercise", "sheet", "cow.exercise.yaml", "--student", student, "--out", "sheets");
        Matcher variant = Pattern.compile("variant: .*").matcher(shell.text("sheets/" + student + ".prediction.yaml"));
        assertThat(variant.find()).isTrue();
        shell.file(
                place,
                "exercise: cow\nstudent: " + student + "\n" + variant.group()
                        + "\nanswers: { parent-sees: hello, one-page: yes }\n");
    }

    private JsonFields gradescope() throws Exception {
        shell.file("autograder/submission_metadata.json", METADATA);
        handIn("autograder/submission/s1.prediction.yaml", "s1");
        Files.deleteIfExists(folder.resolve("autograder/results/results.json"));
        Path script = folder.resolve("autograder/source/run_autograder");
        assertThat(script(Map.of(), folder, script.toString())).isZero();
        return JsonText.object("results", shell.text("autograder/results/results.json"));
    }

    private static List<String> scores(JsonFields results) throws JsonException {
        List<String> scores = new ArrayList<>();
        for (JsonFields test : results.objects("tests")) {
            scores.add(test.number("score").toPlainString() + "/"
                    + test.number("max_score").toPlainString());
        }
        return scores;
    }

    @Test
    void gradescope_runs_what_stands_at_the_root_of_its_archive() throws Exception {
        shell.file("class.txt", "s1\n");
        assertThat(bundle("gradescope", "--roster", "class.txt")).isEqualTo(new Outcome(0, "wrote cow.zip\n", ""));
        unpack("autograder/source", "/autograder");
        for (String script : new String[] {"setup.sh", "run_autograder"}) {
            assertThat(Files.getPosixFilePermissions(folder.resolve("autograder/source/" + script)))
                    .isEqualTo(PosixFilePermissions.fromString("rwxr-xr-x"));
            assertThat(shell.text("autograder/source/" + script)).startsWith("#!/usr/bin/env bash\n");
        }
        assertThat(shell.text("autograder/source/cow.exercise.secret").strip()).isEqualTo("nobody guesses this");
        JsonFields results = gradescope();
        assertThat(scores(results)).containsExactly("1/1", "0/2");
        assertThat(results.text("output")).startsWith("late: ");
    }

    @Test
    void where_the_program_fails_gradescope_tells_the_student_whose_fault_it_is() throws Exception {
        assertThat(bundle("gradescope").code()).isZero();
        unpack("autograder/source", "/autograder");
        shell.file("autograder/source/cow.exercise.yaml", "exercise: [");
        JsonFields broken = gradescope();
        assertThat(scores(broken)).containsExactly("0/3");
        assertThat(broken.text("output")).contains(OUR_FAULT, "Tell your instructor");
        assertThat(shell.text("log"))
                .contains("--> cow.exercise.yaml:1:12", "mmaplab ended with exit code 2 and without results");
        shell.file("autograder/source/mmaplab.jar", "not a jar");
        assertThat(gradescope().text("output")).contains(OUR_FAULT);
        assertThat(folder.resolve("autograder/results").toFile().list()).containsExactly("results.json");
    }

    private JsonFields prairieLearn(String student) throws Exception {
        shell.file("grade/data/data.json", "{\"params\": {\"student\": \"v1\"}, \"variant_seed\": 7}");
        handIn("grade/student/answers.prediction.yaml", student);
        Files.deleteIfExists(folder.resolve("grade/results/results.json"));
        Files.deleteIfExists(folder.resolve("grade/results"));
        assertThat(script(Map.of(), folder, folder.resolve("grade/tests/run.sh").toString()))
                .isZero();
        return JsonText.object("results", shell.text("grade/results/results.json"));
    }

    @Test
    void prairielearn_gets_a_question_whose_tests_grade_it() throws Exception {
        assertThat(bundle("prairielearn")).isEqualTo(new Outcome(0, "wrote cow.zip\n", ""));
        unpack("questions", "/grade");
        JsonFields info = JsonText.object("info", shell.text("questions/cow/info.json"));
        assertThat(info.text("uuid")).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(info.text("title")).isEqualTo("Who sees a private write?");
        assertThat(info.text("type")).isEqualTo("v3");
        assertThat(info.text("gradingMethod")).isEqualTo("External");
        JsonFields grading = info.object("externalGradingOptions");
        assertThat(grading.flag("enabled")).isTrue();
        assertThat(grading.text("image")).isNotEmpty();
        assertThat(grading.text("entrypoint")).isEqualTo("/grade/tests/run.sh");
        assertThat(grading.count("timeout")).isBetween(1, 600);

        Files.createDirectories(folder.resolve("grade"));
        Files.move(folder.resolve("questions/cow/tests"), folder.resolve("grade/tests"));
        JsonFields graded = prairieLearn("v1");
        assertThat(graded.flag("gradable")).isTrue();
        assertThat(graded.number("score").doubleValue()).isBetween(0.333, 0.334);
        assertThat(JsonText.object("info", shell.text("questions/cow/info.json"))
                        .flag("showCorrectAnswer"))
                .isFalse();
        JsonFields other = prairieLearn("v2");
        assertThat(other.flag("gradable")).isFalse();
        assertThat(other.texts("format_errors").get(0)).contains("the student `v2`, but you are v1");
        shell.file("grade/tests/cow.exercise.yaml", "exercise: [");
        JsonFields broken = prairieLearn("v1");
        assertThat(broken.flag("gradable")).as("takes no attempt").isFalse();
        assertThat(broken.texts("format_errors").get(0)).contains(OUR_FAULT);
    }

    @Test
    void prairielearn_has_a_sheet_for_each_variant_and_no_answer_in_it() throws Exception {
        bundle("prairielearn", "--variants", "2");
        unpack("two", "");
        assertThat(folder.resolve("two/cow/sheets").toFile().list()).hasSize(4);
        bundle("prairielearn");
        unpack("questions", "");
        String[] sheets = folder.resolve("questions/cow/sheets").toFile().list((file, name) -> name.endsWith(".html"));
        assertThat(sheets).as("there are no more variants").hasSize(3);
        String words = "";
        for (String sheet : sheets) {
            String html = shell.text("questions/cow/sheets/" + sheet);
            assertThat(html).contains("parent-sees", "one-page").doesNotContain("<html", "<h1");
            words += html.replaceAll("(?s).*(HELLO|WORLD|PAGES).*", "$1 ");
            String student = sheet.replace(".html", "");
            assertThat(shell.text("questions/cow/sheets/" + student + ".prediction.yaml"))
                    .contains("exercise: cow\nstudent: " + student + "\n", "  parent-sees:\n");
        }
        assertThat(words.split(" ")).containsExactlyInAnyOrder("HELLO", "WORLD", "PAGES");
        assertThat(shell.text("questions/cow/question.html"))
                .contains("{{{params.sheet}}}", "source-file-name=\"sheets/{{params.file}}.prediction.yaml\"")
                .contains("<pl-external-grader-results>");
    }

    @Test
    void prairielearn_draws_a_sheet_by_the_seed_of_its_variant() throws Exception {
        bundle("prairielearn");
        unpack("questions", "");
        shell.file("draw.py", """
                import sys
                sys.path.insert(0, "questions/cow")
                sys.dont_write_bytecode = True
                import server
                drawn = {}
                for seed in list(range(50)) * 2:
                    data = {"params": {}, "variant_seed": seed, "options": {"question_path": "questions/cow", "user": None}}
                    server.generate(data)
                    student = data["params"]["student"]
                    assert drawn.setdefault(seed, student) == student
                    with open("questions/cow/sheets/" + student + ".html", encoding="utf-8") as sheet:
                        assert data["params"]["sheet"] == sheet.read()
                print(len(set(drawn.values())))
                """);
        assumeThat(script(Map.of(), folder, "sh", "-c", "command -v python3")).isZero();
        assertThat(script(Map.of(), folder, "python3", "draw.py"))
                .as(shell.text("log"))
                .isZero();
        assertThat(shell.text("log")).isEqualTo("3\n");
    }

    @Test
    void prairielearn_shows_a_student_whom_it_recognizes_the_sheet_of_the_roster() throws Exception {
        shell.file("class.csv", "id,name\nada,Ada\nU1005,Bob\n77,Cy\n");
        assertThat(bundle("prairielearn", "--roster", "class.csv").code()).isZero();
        unpack("questions", "");
        assertThat(shell.text("questions/cow/tests/run.sh")).contains(" /grade --roster roster.csv\n");
        assertThat(shell.text("questions/cow/tests/roster.csv")).isEqualTo(shell.text("class.csv"));
        shell.file("show.py", """
                import sys
                sys.path.insert(0, "questions/cow")
                sys.dont_write_bytecode = True
                import server
                def shown(user):
                    data = {"params": {}, "variant_seed": 5, "options": {"question_path": "questions/cow", "user": user}}
                    server.generate(data)
                    with open("questions/cow/sheets/" + data["params"]["file"] + ".prediction.yaml") as file:
                        assert "\\nstudent: " + data["params"]["student"] + "\\n" in file.read()
                    return data["params"]["student"]
                print(shown({"uid": "ada@example.org", "uin": "5", "name": "Ada"}))
                print(shown({"uid": "U1005", "uin": None, "name": None}))
                print(shown({"uid": "cy@example.org", "uin": "77", "name": "Cy"}))
                print(shown({"uid": "eve@example.org", "uin": None, "name": "Eve"})[0], shown(None)[0])
                """);
        assumeThat(script(Map.of(), folder, "sh", "-c", "command -v python3")).isZero();
        assertThat(script(Map.of(), folder, "python3", "show.py"))
                .as(shell.text("log"))
                .isZero();
        assertThat(shell.text("log")).isEqualTo("ada\nU1005\n\"77\"\nv v\n".replace("\"", ""));
    }

    /** Runs the autograder as the runner of Classroom 50 does, in the checkout of a student's repository. */
    private int classroom50(String student, Map<String, String> more) throws Exception {
        assumeThat(script(Map.of(), folder, "sh", "-c", "command -v python3")).isZero();
        handIn("checkout/" + student + ".prediction.yaml", student);
        String secret = Base64.getMimeEncoder().encodeToString(EXERCISE.getBytes(StandardCharsets.UTF_8));
        Map<String, String> environment = new HashMap<>(Map.of(
                "CLASSROOM", "cs",
                "ASSIGNMENT", "week-3",
                "ASSIGNMENT_TYPE", "individual",
                "OWNER", "octocat",
                "SUBMISSION_TAG", "submit/2026-10-01T12-00-00Z-abc",
                "COMMIT_URL", "https://example.org/commit",
                "RELEASE_URL", "https://example.org/release",
                "MMAPLAB_SECRET", "nobody guesses this",
                "MMAPLAB_EXERCISE_WEEK_3", secret));
        environment.putAll(more);
        String autograder =
                folder.resolve("cs/autograders/week-3/autograder.py").toString();
        int code = script(environment, folder.resolve("checkout"), "python3", autograder);
        Files.delete(folder.resolve("checkout/" + student + ".prediction.yaml"));
        return code;
    }

    private Outcome bundleForClassroom50() throws IOException {
        Outcome outcome = bundle("classroom50", "--assignment", "week-3", "--organization", "school");
        unpack("cs", "");
        return outcome;
    }

    @Test
    void classroom_50_grades_the_prediction_of_whose_repository_it_is() throws Exception {
        Outcome outcome = bundleForClassroom50();
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .contains("base64 < cow.exercise.yaml | gh secret set MMAPLAB_EXERCISE_WEEK_3 --org school")
                .contains(
                        "gh secret set MMAPLAB_SECRET",
                        "in .github/workflows/autograde-runner.yaml of school/classroom50")
                .contains("  MMAPLAB_EXERCISE_WEEK_3: ${{ secrets.MMAPLAB_EXERCISE_WEEK_3 }}\n")
                .doesNotContain("nobody guesses this");
        try (Stream<Path> files = Files.walk(folder.resolve("cs"))) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> folder.resolve("cs").relativize(file).toString()))
                    .as("all of it is published")
                    .containsExactlyInAnyOrder(
                            "autograders/mmaplab.yaml",
                            "autograders/week-3/autograder.py",
                            "autograders/week-3/mmaplab.jar");
        }
        assertThat(classroom50("octocat", Map.of())).isZero();
        String result = shell.text("checkout/result.json");
        assertThat(Classroom50Runner.problem(result, "cs", "week-3", "octocat")).isEmpty();
        assertThat(JsonText.object("result", result).count("max-score")).isEqualTo(300);
        assertThat(classroom50("octocat", Map.of("OWNER", "OctoCat"))).isZero();
        assertThat(JsonText.object("r", shell.text("checkout/result.json")).count("score"))
                .isEqualTo(100);
        assertThat(classroom50("hubot", Map.of())).isZero();
        assertThat(JsonText.object("r", shell.text("checkout/result.json")).count("score"))
                .isZero();
        assertThat(shell.text("log")).contains("the student `hubot`, but you are octocat");
    }

    @Test
    void where_classroom_50_is_not_set_up_there_is_an_error_and_no_score() throws Exception {
        bundleForClassroom50();
        assertThat(classroom50("octocat", Map.of("MMAPLAB_EXERCISE_WEEK_3", "")))
                .isNotZero();
        assertThat(shell.text("log")).contains("::error::the variable MMAPLAB_EXERCISE_WEEK_3 is not set");
        assertThat(classroom50("octocat", Map.of("MMAPLAB_EXERCISE_WEEK_3", "no base64!")))
                .isNotZero();
        assertThat(shell.text("log"))
                .contains("::error::the secret MMAPLAB_EXERCISE_WEEK_3 is not the exercise in base64");
        assertThat(classroom50("octocat", Map.of("MMAPLAB_EXERCISE_WEEK_3", "ZXhlcmNpc2U6IFs=")))
                .isNotZero();
        assertThat(classroom50("octocat", Map.of("SUBMISSION_TAG", ""))).isNotZero();
        assertThat(folder.resolve("checkout/result.json")).doesNotExist();
        shell.file("cs/autograders/week-3/cow.exercise.yaml", EXERCISE);
        assertThat(classroom50("octocat", Map.of("MMAPLAB_EXERCISE_WEEK_3", "")))
                .as("an exercise whose answers may be known is beside the script")
                .isZero();
    }

    @Test
    void an_exercise_that_a_student_commits_does_not_take_the_place_of_the_secret() throws Exception {
        bundleForClassroom50();
        shell.file("checkout/cow.exercise.yaml", """
                exercise: Trivial
                processes: { a: { p: { sharing: private } } }
                steps: [ write: { a.p: hello } ]
                ask: { parent-sees: a.p }
                """);
        classroom50("octocat", Map.of());
        assertThat(JsonText.object("r", shell.text("checkout/result.json")).count("max-score"))
                .isEqualTo(300);
    }

    @Test
    void the_workflow_calls_the_runner_of_the_organization_with_its_secrets() throws IOException {
        bundleForClassroom50();
        Map<String, Object> yaml = new Yaml().load(shell.text("cs/autograders/mmaplab.yaml"));
        JsonFields job = JsonFields.of("workflow", yaml).object("jobs").object("grade");
        assertThat(job.text("uses")).isEqualTo("school/classroom50/.github/workflows/autograde-runner.yaml@main");
        assertThat(job.text("secrets")).isEqualTo("inherit");
        assertThat(job.textMap("permissions"))
                .isEqualTo(Map.of("contents", "write", "statuses", "write", "pull-requests", "write"));
    }

    @Test
    void a_package_is_the_same_each_time_and_no_more_readable_than_its_secret() throws Exception {
        Files.setPosixFilePermissions(
                folder.resolve("cow.exercise.secret"), PosixFilePermissions.fromString("rw-------"));
        assertThat(bundle("gradescope").code()).isZero();
        byte[] first = Files.readAllBytes(folder.resolve("cow.zip"));
        assertThat(Files.getPosixFilePermissions(folder.resolve("cow.zip")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(bundle("gradescope").code()).isZero();
        assertThat(folder.resolve("cow.zip")).hasBinaryContent(first);
    }

    @Test
    void where_there_is_no_room_for_a_package_nothing_is_left() throws Exception {
        String command = "ulimit -f 1 && exec java -XX:-UsePerfData -cp program.jar " + Main.class.getName()
                + " exercise package gradescope cow.exercise.yaml --jar program.jar --out out/cow.zip";
        Files.createDirectories(folder.resolve("out"));
        // the log is a pipe: a file would be cut, too
        Process process = new ProcessBuilder("sh", "-c", command + " 2>&1 | cat >&2")
                .directory(folder.toFile())
                .start();
        String log = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        assertThat(log).contains("error: the archive can't be written: ").doesNotContain("\tat ");
        assertThat(folder.resolve("out")).isEmptyDirectory();
    }

    @Test
    void no_name_of_an_exercise_takes_the_place_of_something_else() throws IOException {
        for (String name : List.of("setup.sh", "roster.csv", "mmaplab.jar")) {
            Outcome outcome = shell.file(name, EXERCISE)
                    .run("exercise", "package", "gradescope", name, "--jar", "program.jar", "--out", "cow.zip");
            assertThat(outcome.code()).isEqualTo(64);
            assertThat(outcome.err()).contains("`" + name + "` could replace another file of the package");
        }
        shell.file("a@ROSTER@b.exercise.yaml", EXERCISE).file("class.csv", "id\ns1\n");
        Outcome outcome = shell.run(
                "exercise",
                "package",
                "gradescope",
                "a@ROSTER@b.exercise.yaml",
                "--roster",
                "class.csv",
                "--jar",
                "program.jar",
                "--out",
                "cow.zip");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        unpack("autograder/source", "");
        assertThat(shell.text("autograder/source/run_autograder"))
                .contains("gradescope 'a@ROSTER@b.exercise.yaml' /autograder --roster roster.csv\n");
    }

    @Test
    void every_command_of_the_page_on_formats_works() throws IOException {
        handIn("handed-in/s1.prediction.yaml", "s1");
        handIn("answers.yaml", "s1");
        shell.file("class.csv", "id\ns1\n")
                .file("export.csv", "Student,ID,SIS Login ID,Section,Fork (17)\nAda,1,s1,A,\n");
        List<String> commands = Files.readAllLines(Path.of("../docs/grading-formats.md")).stream()
                .filter(line -> line.startsWith("mmaplab "))
                .map(line -> line.replaceFirst("^mmaplab ", "").replaceFirst(" \\|.*", ""))
                .toList();
        assertThat(commands).hasSizeGreaterThan(8);
        for (String command : commands) {
            List<String> words = new ArrayList<>();
            for (String word : command.split(" (?=(?:[^']*'[^']*')*[^']*$)", -1)) {
                words.add(word.replace("'", ""));
            }
            if (command.startsWith("exercise package")) {
                words.addAll(List.of("--jar", "program.jar"));
            }
            Outcome outcome = shell.run(words.toArray(String[]::new));
            assertThat(outcome.code()).as(command + "\n" + outcome.err()).isIn(0, 1);
        }
    }

    @Test
    void a_jar_that_is_not_the_program_is_refused() throws IOException {
        jar("library.jar", "");
        jar("other.jar", "org.example.Main");
        shell.file("text.jar", "a jar").file("folder.jar/x", "");
        Map<String, String> problems = Map.of(
                "library.jar", "`library.jar` is not mmaplab's program: its manifest names no main class",
                "other.jar", "`other.jar` is not mmaplab's program: its manifest names the main class org.example.Main",
                "text.jar", "`text.jar` is not a jar: ",
                "folder.jar", "`folder.jar` is not a file",
                "no.jar", "there is no file `no.jar`");
        problems.forEach((jar, problem) -> {
            Outcome outcome = shell.run(
                    "exercise", "package", "gradescope", "cow.exercise.yaml", "--out", "cow.zip", "--jar", jar);
            assertThat(outcome.code()).isEqualTo(64);
            assertThat(outcome.err()).contains(problem, "`./mmaplab` builds it, as runner/target/mmaplab.jar");
        });
        assertThat(folder.resolve("cow.zip")).doesNotExist();
    }

    @Test
    void what_can_not_be_done_is_said() {
        assertThat(shell.run("exercise", "package", "gradescope", "cow.exercise.yaml")
                        .err())
                .contains("needs a platform, an exercise and an output file");
        assertThat(bundle("blackboard").err()).contains("the platforms are gradescope, classroom50, prairielearn");
        assertThat(bundle("classroom50", "--roster", "class.txt").err())
                .contains("`--roster` is for gradescope and prairielearn, not for classroom50");
        assertThat(bundle("gradescope", "--variants", "2").err())
                .contains("`--variants` is for prairielearn, not for gradescope");
        assertThat(bundle("classroom50", "--assignment", "Week 3'").err())
                .contains("`Week 3'` is not a valid name for an assignment of Classroom 50");
        assertThat(bundle("classroom50").err()).contains("`classroom50` needs the organization of the classroom");
        assertThat(bundle("classroom50", "--organization", "a/b").err())
                .contains("`a/b` is not the name of an organization on GitHub");
        assertThat(bundle("prairielearn", "--variants", "0").err())
                .contains("`--variants` must be a number from 1 to 200");
        assertThat(folder.resolve("cow.zip")).doesNotExist();
    }
}
