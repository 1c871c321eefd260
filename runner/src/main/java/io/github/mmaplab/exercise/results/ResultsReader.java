package io.github.mmaplab.exercise.results;

import io.github.mmaplab.exercise.grade.StudentGrade;
import io.github.mmaplab.exercise.grade.Submission;
import io.github.mmaplab.file.UntrustedFile;
import io.github.mmaplab.json.JsonException;
import io.github.mmaplab.json.JsonFields;
import io.github.mmaplab.json.JsonText;
import io.github.mmaplab.scenario.model.Feedback;
import io.github.mmaplab.scenario.model.GradingRules;
import io.github.mmaplab.scenario.model.Partial;
import io.github.mmaplab.scenario.model.Variant;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads the results of a class, one student after the other, so that a class of any size can be read. The fields may
 * be in any order. A file that was cut or edited into something else is detected, and the place is reported.
 */
public final class ResultsReader {
    private final String name;
    private final Visitor visitor;

    /** What is reported about each part of a file. A caller overrides what it wants to know. */
    public interface Visitor {
        /** A student. */
        default void student(StudentGrade grade) throws IOException {}

        /** The submissions of unknown students. */
        default void unknown(Submission submission) throws IOException {}

        /** A variant. */
        default void variant(VariantKey key) throws IOException {}
    }

    private ResultsReader(String name, Visitor visitor) {
        this.name = name;
        this.visitor = visitor;
    }

    /**
     * What holds for the whole class. The file is read to its end, so that a file that was cut is found out before
     * anything is made of it.
     *
     * @param name what messages call it
     * @throws JsonException if it is no file of results, or a part of one
     * @throws IOException if it can't be read
     */
    public static ResultsHead head(Path path, String name) throws IOException {
        return new ResultsReader(name, new Visitor() {}).readHead(path);
    }

    /** The exercise that a file has the results of; empty if it is no file of results. Only its beginning is read. */
    public static Optional<String> exercise(Path path) {
        try (InputStream in = new BufferedInputStream(UntrustedFile.open(path));
                JsonParser parser = JsonText.parser(in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String field = parser.currentName();
                if (parser.nextToken() == JsonToken.START_OBJECT && field.equals("exercise")) {
                    return JsonText.next("results", parser).optionalText("id");
                }
                parser.skipChildren();
            }
            return Optional.empty();
        } catch (IOException | JacksonException e) {
            return Optional.empty();
        }
    }

    /** Reads a file, after {@link #head}; otherwise as there. */
    public static void read(Path path, String name, Visitor visitor) throws IOException {
        new ResultsReader(name, visitor).readParts(path);
    }

    /** Something to do with each field of a file: it leaves the parser at the end of the field's value. */
    @FunctionalInterface
    private interface FieldReader {
        void read(String field, JsonParser parser) throws IOException;
    }

    private void eachField(Path path, FieldReader reader) throws IOException {
        try (InputStream in = new BufferedInputStream(UntrustedFile.open(path));
                JsonParser parser = JsonText.parser(in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new JsonException(name + ": this is not a results file, as `mmaplab grade` writes it");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String field = parser.currentName();
                parser.nextToken();
                reader.read(field, parser);
            }
            if (parser.nextToken() != null) {
                throw problem(parser, "there is text after the end of the results");
            }
        } catch (JacksonException e) {
            throw JsonText.explain(name, e);
        }
    }

    private ResultsHead readHead(Path path) throws IOException {
        Map<String, Object> values = new LinkedHashMap<>();
        eachField(path, (field, parser) -> {
            if (parser.currentToken() == JsonToken.START_OBJECT && !field.equals("variants")) {
                values.put(field, JsonText.next(name, parser).values());
            } else if (parser.currentToken() == JsonToken.VALUE_STRING) {
                values.put(field, parser.getString());
            } else if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
                values.put(field, parser.getNumberValue());
            } else {
                parser.skipChildren();
            }
        });
        return head(JsonFields.of(name, values));
    }

    private ResultsHead head(JsonFields fields) throws JsonException {
        if (!fields.optionalText("format").orElse("").equals(ResultsWriter.FORMAT)) {
            throw fields.problem("this is not a results file, as `mmaplab grade` writes it");
        }
        if (fields.count("version") != ResultsWriter.VERSION) {
            throw fields.problem("these results have version " + fields.count("version") + " of the format, and this"
                    + " mmaplab reads version " + ResultsWriter.VERSION + ": use the mmaplab that wrote them, "
                    + fields.text("tool"));
        }
        JsonFields exercise = fields.object("exercise");
        JsonFields grading = fields.object("grading");
        return new ResultsHead(
                fields.text("tool"),
                exercise.text("id"),
                exercise.text("file"),
                exercise.text("sha256"),
                fields.text("salt"),
                new GradingRules(
                        Words.find(grading, "feedback", Feedback.values(), Feedback::word),
                        Words.find(grading, "partial", Partial.values(), Partial::word),
                        grading.number("follow-through")),
                fields.textMap("policies"));
    }

    private void readParts(Path path) throws IOException {
        eachField(path, (field, parser) -> {
            switch (field) {
                case "students" -> readList(parser, fields -> visitor.student(StudentJson.read(fields)));
                case "unknown" -> readList(parser, fields -> visitor.unknown(SubmissionJson.read(fields)));
                case "variants" -> readVariants(parser);
                default -> parser.skipChildren();
            }
        });
    }

    /** Something to do with each object of a list. */
    @FunctionalInterface
    private interface ObjectReader {
        void read(JsonFields fields) throws IOException;
    }

    private void readList(JsonParser parser, ObjectReader reader) throws IOException {
        expect(parser, JsonToken.START_ARRAY, "a list");
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            expect(parser, JsonToken.START_OBJECT, "an object");
            reader.read(JsonText.next(name, parser));
        }
    }

    private void readVariants(JsonParser parser) throws IOException {
        expect(parser, JsonToken.START_OBJECT, "an object");
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String code = parser.currentName();
            parser.nextToken();
            expect(parser, JsonToken.START_OBJECT, "an object");
            visitor.variant(variant(code, JsonText.next(name, parser)));
        }
    }

    private static VariantKey variant(String code, JsonFields fields) throws JsonException {
        JsonFields key = fields.object("key");
        Map<String, VariantKey.Solution> solutions = new LinkedHashMap<>();
        for (String question : key.names()) {
            JsonFields solution = key.object(question);
            List<String> accepted = solution.has("accepted") ? solution.texts("accepted") : List.of();
            solutions.put(
                    question, new VariantKey.Solution(solution.text("answer"), accepted, solution.text("explanation")));
        }
        return new VariantKey(code, new Variant(fields.textMap("values")), solutions);
    }

    private void expect(JsonParser parser, JsonToken token, String what) throws JsonException {
        if (parser.currentToken() != token) {
            throw problem(parser, "expected " + what);
        }
    }

    private JsonException problem(JsonParser parser, String what) {
        return new JsonException(JsonText.place(name, parser.currentTokenLocation()) + ": " + what);
    }
}
