package io.github.mmaplab.handout.autograder;

import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.roster.Roster;
import io.github.mmaplab.exercise.roster.Student;
import io.github.mmaplab.handout.Bundle;
import io.github.mmaplab.handout.Handout;
import io.github.mmaplab.handout.sheet.PredictionTemplate;
import io.github.mmaplab.handout.sheet.Sheet;
import io.github.mmaplab.handout.sheet.SheetHtml;
import io.github.mmaplab.json.JsonText;
import io.github.mmaplab.scenario.PredictionReader;
import io.github.mmaplab.scenario.model.Variant;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The folder of a PrairieLearn question. PrairieLearn passes the name of the student to a question only if the course
 * says so, but it draws a number for each variant of a question. So sheets are made beforehand: for the students of a
 * roster, whom the question may recognize, and for students with the names {@code v1}, {@code v2} and so on, one of
 * whom is chosen by the number.
 */
public final class PrairieLearnBundle {
    /** Java 17 and bash. PrairieLearn's own image has Java 11. */
    private static final String IMAGE = "eclipse-temurin:17-jre";

    /** Enough for a JVM that starts on a busy machine. The default is 30 seconds. */
    private static final int TIMEOUT_SECONDS = 60;

    /** How many names are tried for each sheet, since some have a variant that another name already has. */
    private static final int TRIES = 20;

    private PrairieLearnBundle() {}

    /**
     * The archive, with one folder in it.
     *
     * @param sheets the maximum number of sheets to draw from, all with different variants
     * @param roster the students with a sheet of their own; may be empty
     * @param list the file of the roster, if there is one
     * @param noResults the {@code results.json} if there is no other
     */
    public static Bundle of(BundleContents contents, int sheets, Roster roster, Optional<Path> list, String noResults) {
        Assignment assignment = contents.assignment();
        String folder = assignment.id() + "/";
        Bundle bundle = new Bundle();
        List<String> drawn = addSheets(bundle, folder + "sheets/", assignment, sheets);
        Map<String, String> known = addSheets(bundle, folder + "sheets/", assignment, roster);
        bundle.text(folder + "info.json", info(assignment));
        bundle.text(folder + "question.html", Template.of("question.html"));
        bundle.text(
                folder + "server.py",
                Template.of("server.py", "@DRAWN@", JsonText.line(drawn), "@KNOWN@", JsonText.line(known)));
        bundle.script(
                folder + "tests/run.sh",
                Template.of("run.sh", BundleContents.PLACE, contents.fileName(), "@ROSTER@", RosterFile.option(list)));
        bundle.text(folder + "tests/no-results.json", noResults);
        contents.addTo(bundle, folder + "tests/");
        RosterFile.addTo(bundle, folder + "tests/", list);
        return bundle;
    }

    /** Adds the sheets to draw from, and returns their names. */
    private static List<String> addSheets(Bundle bundle, String folder, Assignment assignment, int sheets) {
        Handout handout = new Handout(assignment);
        Set<Variant> variants = new HashSet<>();
        List<String> students = new ArrayList<>();
        for (int number = 1; students.size() < sheets && number <= sheets * TRIES; number++) {
            Student student = new Student("v" + number);
            if (variants.add(assignment.variantOf(student.subject()))) {
                students.add(student.id());
                addSheet(bundle, folder + student.id(), handout.sheet(student));
            }
        }
        return students;
    }

    /** Adds the sheets of a roster, and returns the names of their files by the students' ids. */
    private static Map<String, String> addSheets(Bundle bundle, String folder, Assignment assignment, Roster roster) {
        Handout handout = new Handout(assignment);
        Map<String, String> names = new LinkedHashMap<>();
        for (Student student : roster.students()) {
            String name = "r" + (names.size() + 1);
            names.put(student.id(), name);
            addSheet(bundle, folder + name, handout.sheet(student));
        }
        return names;
    }

    private static void addSheet(Bundle bundle, String path, Sheet sheet) {
        bundle.text(path + ".html", SheetHtml.fragment(sheet));
        bundle.text(path + PredictionReader.ENDING, PredictionTemplate.of(sheet));
    }

    private static String info(Assignment assignment) {
        Map<String, Object> grading = new LinkedHashMap<>();
        grading.put("enabled", true);
        grading.put("image", IMAGE);
        grading.put("entrypoint", "/grade/tests/run.sh");
        grading.put("timeout", TIMEOUT_SECONDS);
        Map<String, Object> info = new LinkedHashMap<>();
        // always the same, so that a question that is packaged again stays the same question
        info.put(
                "uuid",
                UUID.nameUUIDFromBytes(("mmaplab " + assignment.id()).getBytes(StandardCharsets.UTF_8))
                        .toString());
        info.put("title", assignment.story(assignment.variant(0)).title());
        info.put("topic", "Memory mappings");
        info.put("tags", List.of("mmaplab"));
        info.put("type", "v3");
        info.put("singleVariant", assignment.exercise().parameters().isEmpty());
        // there is no panel with the answer
        info.put("showCorrectAnswer", false);
        info.put("gradingMethod", "External");
        info.put("externalGradingOptions", grading);
        return JsonText.pretty(info);
    }
}
