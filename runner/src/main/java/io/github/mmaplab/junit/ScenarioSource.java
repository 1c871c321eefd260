package io.github.mmaplab.junit;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.file.InputFiles;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.ScenarioReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.junit.platform.commons.io.Resource;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClasspathResourceSource;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;

/** The file or resource that contains scenarios. */
sealed interface ScenarioSource {
    /** The type of the segment of unique ids. */
    String type();

    /** Its name in messages and unique ids: a relative path if there is one. */
    String name();

    /** Reads it. */
    ReadResult read();

    /** All of it, as the source of a test. */
    TestSource whole();

    /** A place in it, as the source of a test; all of it if it could not be read. */
    TestSource at(Span span);

    private static FilePosition position(Span span) {
        return FilePosition.from(span.line(), span.column());
    }

    /** A file of the file system. */
    record OfFile(Path path, String name) implements ScenarioSource {
        static final String TYPE = "file";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public ReadResult read() {
            return InputFiles.scenarios(path, name);
        }

        @Override
        public FileSource whole() {
            return FileSource.from(path.toFile());
        }

        @Override
        public FileSource at(Span span) {
            return span.source().text().isEmpty() ? whole() : FileSource.from(path.toFile(), position(span));
        }
    }

    /** A resource of the class path that is not a file, such as one in a jar. */
    record OfResource(Resource resource) implements ScenarioSource {
        static final String TYPE = "resource";

        @Override
        public String type() {
            return TYPE;
        }

        @Override
        public String name() {
            return resource.getName();
        }

        @Override
        public ReadResult read() {
            try (InputStream in = resource.getInputStream()) {
                return ScenarioReader.read(name(), in.readAllBytes());
            } catch (IOException e) {
                Diagnostic problem = new Diagnostic(
                        Code.UNREADABLE_FILE,
                        new Source(name(), "").span(0, 0),
                        "the resource can't be read: " + e.getMessage(),
                        "check " + resource.getUri());
                return new ReadResult(List.of(), List.of(problem));
            }
        }

        @Override
        public ClasspathResourceSource whole() {
            return ClasspathResourceSource.from(name());
        }

        @Override
        public ClasspathResourceSource at(Span span) {
            return span.source().text().isEmpty() ? whole() : ClasspathResourceSource.from(name(), position(span));
        }
    }
}
