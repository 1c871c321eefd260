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

/** Where scenarios come from. */
sealed interface Origin {
    /** The type of the segment of unique ids. */
    String type();

    /** What messages and unique ids call it: never with an absolute path, as far as there is a relative one. */
    String name();

    /** What is in it. */
    ReadResult read();

    /** The whole of it. */
    TestSource whole();

    /** A place in it; the whole of it, if nothing could be read. */
    TestSource at(Span span);

    private static FilePosition position(Span span) {
        return FilePosition.from(span.line(), span.column());
    }

    /** A file of the file system. */
    record OfFile(Path path, String name) implements Origin {
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

    /** A resource of the class path that is no file: one in a jar. */
    record OfResource(Resource resource) implements Origin {
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
