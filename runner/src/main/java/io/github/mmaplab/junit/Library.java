package io.github.mmaplab.junit;

import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.DiagnosticPrinter;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.scenario.ReadResult;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.platform.commons.io.Resource;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoveryIssue.Severity;
import org.junit.platform.engine.EngineDiscoveryListener;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.discovery.DiscoveryIssueReporter;

/** The files that a request selects, each read once; and where it is told what is wrong with them. */
final class Library {
    private final UniqueId engine;
    private final DiscoveryIssueReporter reporter;
    private final Map<UniqueId, FileNode> files = new HashMap<>();
    private final Set<String> displayNames = new HashSet<>();

    Library(UniqueId engine, EngineDiscoveryListener listener) {
        this.engine = engine;
        this.reporter = DiscoveryIssueReporter.deduplicating(DiscoveryIssueReporter.forwarding(listener, engine));
    }

    /** A file, which need not be there. */
    FileNode file(Path path) {
        return node(new Origin.OfFile(path, Paths.name(path)));
    }

    /** A resource that is no file. */
    FileNode resource(Resource resource) {
        return node(new Origin.OfResource(resource));
    }

    /** A folder that is not as it should be. */
    ProblemsNode folder(Path path, String message) {
        String name = Paths.name(path);
        return new ProblemsNode(engine.append(FolderResolver.TYPE, name), name + " > is a folder", null, message);
    }

    private FileNode node(Origin origin) {
        UniqueId id = engine.append(origin.type(), origin.name());
        FileNode known = files.get(id);
        if (known != null) {
            return known;
        }
        ReadResult read = origin.read();
        for (Diagnostic problem : read.diagnostics()) {
            report(problem, origin);
        }
        String brief = Paths.brief(origin.name());
        String displayName = displayNames.add(brief) ? brief : origin.name();
        FileNode node = new FileNode(id, displayName, origin, read);
        files.put(id, node);
        return node;
    }

    private void report(Diagnostic problem, Origin origin) {
        String message = new DiagnosticPrinter(Palette.PLAIN).print(problem).stripTrailing();
        warn(message, source(problem.span(), origin));
    }

    /**
     * Tells what is wrong as a warning of the platform's: an error would keep it from running anything at all, and a test
     * that fails says the same.
     */
    void warn(String message, TestSource source) {
        reporter.reportIssue(
                DiscoveryIssue.builder(Severity.WARNING, message).source(source).build());
    }

    private static TestSource source(Span span, Origin origin) {
        return span.source().text().isEmpty() ? origin.whole() : origin.at(span);
    }
}
