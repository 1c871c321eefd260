package io.github.mmaplab.scenario;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.scenario.syntax.Document;
import io.github.mmaplab.scenario.syntax.YamlReader;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a file holds one of.
 *
 * @param article {@code a} or {@code an}
 * @param kind what it is called
 * @param whenNone what to do if there is none
 * @param whenSeveral what to do if there are several
 */
record OneDocument(String article, String kind, String whenNone, String whenSeveral) {
    /** What is decoded from the only document; null, with a problem, if there is an error. */
    <T> @Nullable T read(Source source, Problems problems, BiFunction<Document, Problems, @Nullable T> decoder) {
        return read(YamlReader.read(source, problems), source, problems, decoder);
    }

    /** The same of documents that have been read. */
    <T> @Nullable T read(
            List<Document> documents,
            Source source,
            Problems problems,
            BiFunction<Document, Problems, @Nullable T> decoder) {
        if (documents.size() != 1) {
            if (problems.errors() == 0 && documents.isEmpty()) {
                problems.add(Code.EMPTY_DOCUMENT, source.span(0, 0), "there is no " + kind + " in this file", whenNone);
            } else if (problems.errors() == 0) {
                problems.add(
                        Code.OTHER_KIND,
                        source.span(0, 0),
                        article + " " + kind + " needs its own file, and there are " + documents.size()
                                + " documents in this one",
                        whenSeveral);
            }
            return null;
        }
        Problems ofDocument = new Problems();
        T decoded = decoder.apply(documents.get(0), ofDocument);
        ofDocument.all().forEach(problems::add);
        return documents.get(0).sound() && problems.errors() == 0 ? decoded : null;
    }
}
