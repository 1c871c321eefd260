package io.github.mmaplab.handout.autograder;

import io.github.mmaplab.exercise.Assignment;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The folder of a PrairieLearn question. PrairieLearn tells nobody who a student is, but draws a number for each variant of
 * a question: so sheets are made beforehand for students of the names {@code v1}, {@code v2} and so on, and the number
 * chooses one.
 */
public final class PrairieLearnBundle {
    /** Java 17 and bash; the image that PrairieLearn has for Java is of Java 11. */
    private static final String IMAGE = "eclipse-temurin:17-jre";

    /** Of a JVM that starts on a busy machine; the usual 30 seconds are for lighter ones. */
    private static final int TIMEOUT_SECONDS = 60;

    /** So many names are tried for each sheet: of some the variant is one that another has already. */
    private static final int TRIES = 20;

    private PrairieLearnBundle() {}

    /**
     * The archive, with one folder in it.
     *
     * @param sheets the most sheets there are to be, no two of one variant
     * @param noResults the {@code results.json} in case that there is no other
     */
    public static Bundle of(Contents contents, int sheets, String noResults) {
        Assignment assignment = contents.assignment();
        String folder = assignment.id() + "/";
        Bundle bundle = new Bundle();
        List<String> students = addSheets(bundle, folder + "sheets/", assignment, sheets);
        bundle.text(folder + "info.json", info(assignment));
        bundle.text(folder + "question.html", Template.of("question.html"));
        bundle.text(folder + "server.py", Template.of("server.py", "@STUDENTS@", JsonText.line(students)));
        bundle.script(folder + "tests/run.sh", Template.of("run.sh", Contents.PLACE, contents.fileName()));
        bundle.text(folder + "tests/no-results.json", noResults);
        contents.addTo(bundle, folder + "tests/");
        return bundle;
    }

    /** Adds sheets, and returns whose they are. */
    private static List<String> addSheets(Bundle bundle, String folder, Assignment assignment, int sheets) {
        Handout handout = new Handout(assignment);
        Set<Variant> variants = new HashSet<>();
        List<String> students = new ArrayList<>();
        for (int number = 1; students.size() < sheets && number <= sheets * TRIES; number++) {
            Student student = new Student("v" + number);
            if (variants.add(assignment.variantOf(student.subject()))) {
                Sheet sheet = handout.sheet(student);
                students.add(student.id());
                bundle.text(folder + student.id() + ".html", SheetHtml.fragment(sheet));
                bundle.text(folder + student.id() + PredictionReader.ENDING, PredictionTemplate.of(sheet));
            }
        }
        return students;
    }

    private static String info(Assignment assignment) {
        Map<String, Object> grading = new LinkedHashMap<>();
        grading.put("enabled", true);
        grading.put("image", IMAGE);
        grading.put("entrypoint", "/grade/tests/run.sh");
        grading.put("timeout", TIMEOUT_SECONDS);
        Map<String, Object> info = new LinkedHashMap<>();
        // the same each time, so that a question that is packaged again stays the same question
        info.put(
                "uuid",
                UUID.nameUUIDFromBytes(("mmaplab " + assignment.id()).getBytes(StandardCharsets.UTF_8))
                        .toString());
        info.put("title", assignment.story(assignment.variant(0)).title());
        info.put("topic", "Memory mappings");
        info.put("tags", List.of("mmaplab"));
        info.put("type", "v3");
        info.put("singleVariant", assignment.exercise().parameters().isEmpty());
        info.put("gradingMethod", "External");
        info.put("externalGradingOptions", grading);
        return JsonText.pretty(info);
    }
}
