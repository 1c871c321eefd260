package io.github.mmaplab.report.junit;

import io.github.mmaplab.failure.Titles;
import io.github.mmaplab.report.Seconds;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes the elements of JUnit XML. There is no specification: this is what Jenkins, GitLab and others accept. */
final class JUnitXml {
    private static final String ENDING = ".scenario.yaml";

    private final Writer out;
    private final Instant begun;
    private final Dialect dialect;

    JUnitXml(Writer out, Instant begun, Dialect dialect) {
        this.out = out;
        this.begun = begun;
        this.dialect = dialect;
    }

    /**
     * Writes the whole document.
     *
     * @param files the test cases of each file
     * @param nanos the duration of the whole run
     */
    void write(Map<String, List<JUnitCase>> files, long nanos) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuites");
            xml.writeAttribute("name", "mmaplab");
            Counts all = new Counts();
            files.values().forEach(all::add);
            all.write(xml);
            usual(xml, "skipped", Integer.toString(all.skipped));
            xml.writeAttribute("time", Seconds.exact(nanos));
            for (Map.Entry<String, List<JUnitCase>> file : files.entrySet()) {
                suite(xml, file.getKey(), file.getValue());
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof IOException cause ? cause : new IOException(e.getMessage(), e);
        }
    }

    private void suite(XMLStreamWriter xml, String file, List<JUnitCase> cases) throws XMLStreamException {
        Counts counts = new Counts();
        counts.add(cases);
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", XmlText.of(file));
        counts.write(xml);
        xml.writeAttribute("skipped", Integer.toString(counts.skipped));
        xml.writeAttribute("time", Seconds.exact(counts.nanos));
        xml.writeAttribute("timestamp", begun.truncatedTo(ChronoUnit.SECONDS).toString());
        usual(xml, "file", file);
        Set<String> names = new HashSet<>();
        for (JUnitCase testCase : cases) {
            testCase(xml, file, testCase, Titles.unique(testCase.name(), names));
        }
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private void testCase(XMLStreamWriter xml, String file, JUnitCase testCase, String name) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("name", XmlText.of(name));
        xml.writeAttribute("classname", XmlText.of(className(file)));
        xml.writeAttribute("time", Seconds.exact(testCase.nanos()));
        usual(xml, "file", file);
        usual(xml, "line", Integer.toString(testCase.line()));
        if (testCase.verdict() != null) {
            xml.writeStartElement(testCase.verdict().element());
            if (dialect == Dialect.USUAL || testCase.verdict() != JUnitCase.Verdict.SKIPPED) {
                xml.writeAttribute("message", XmlText.of(testCase.message()));
            }
            if (!testCase.type().isEmpty()) {
                xml.writeAttribute("type", testCase.type());
            }
            xml.writeCharacters(XmlText.of(testCase.text()));
            xml.writeEndElement();
        } else if (!testCase.text().isEmpty()) {
            xml.writeStartElement("system-out");
            xml.writeCharacters(XmlText.of(testCase.text()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    /** An attribute that the schemas of Jenkins's xUnit plugin do not know. */
    private void usual(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        if (dialect == Dialect.USUAL) {
            xml.writeAttribute(name, XmlText.of(value));
        }
    }

    /** The path with points, which readers split: {@code scenarios.fork.private-file}. */
    private static String className(String file) {
        String name = file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : file;
        StringBuilder points = new StringBuilder();
        for (String part : name.split("[/\\\\]+", -1)) {
            if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
                points.append(points.length() == 0 ? "" : ".").append(part);
            }
        }
        return points.toString();
    }

    /** The number of test cases with each result. */
    private static final class Counts {
        private int tests;
        private int failures;
        private int errors;
        private int skipped;
        private long nanos;

        void add(List<JUnitCase> cases) {
            for (JUnitCase testCase : cases) {
                tests++;
                nanos += testCase.nanos();
                failures += testCase.verdict() == JUnitCase.Verdict.FAILURE ? 1 : 0;
                errors += testCase.verdict() == JUnitCase.Verdict.ERROR ? 1 : 0;
                skipped += testCase.verdict() == JUnitCase.Verdict.SKIPPED ? 1 : 0;
            }
        }

        void write(XMLStreamWriter xml) throws XMLStreamException {
            xml.writeAttribute("tests", Integer.toString(tests));
            xml.writeAttribute("failures", Integer.toString(failures));
            xml.writeAttribute("errors", Integer.toString(errors));
        }
    }
}
