package io.github.mmaplab.junit;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.failure.Titles;
import io.github.mmaplab.scenario.ReadResult;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.platform.commons.io.Resource;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.DiscoveryIssue.Severity;
import org.junit.platform.engine.EngineDiscoveryListener;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.DirectorySource;
import org.junit.platform.engine.support.discovery.DiscoveryIssueReporter;

/** The files that a request selects, each read once. Reports what is wrong with them. */
final class Library {
    private final UniqueId engine;
    private final DiscoveryIssueReporter reporter;
    private final Map<UniqueId, FileNode> files = new HashMap<>();
    private final Set<String> displayNames = new HashSet<>();

    Library(UniqueId engine, EngineDiscoveryListener listener) {
        this.engine = engine;
        this.reporter = DiscoveryIssueReporter.deduplicating(DiscoveryIssueReporter.forwarding(listener, engine));
    }

    /** A file, which may not exist. */
    FileNode file(Path path) {
        return node(new ScenarioSource.OfFile(path, DisplayPaths.name(path)));
    }

    /** A resource that is not a file. */
    FileNode resource(Resource resource) {
        return node(new ScenarioSource.OfResource(resource));
    }

    /**
     * A test that fails because of a folder.
     *
     * @param what what the folder should be, the name of the test
     */
    ProblemsNode folder(Path path, String what, Code code, String message, String hint) {
        String name = DisplayPaths.name(path);
        Diagnostic problem = new Diagnostic(code, new Source(name, "").span(0, 0), message, hint);
        DirectorySource source = DirectorySource.from(path.toFile());
        UniqueId id = engine.append(FolderResolver.TYPE, name);
        return ProblemsNode.of(List.of(problem), id, DisplayPaths.brief(name) + " > " + what, source);
    }

    private FileNode node(ScenarioSource origin) {
        UniqueId id = engine.append(origin.type(), origin.name());
        FileNode known = files.get(id);
        if (known != null) {
            return known;
        }
        ReadResult read = origin.read();
        for (Diagnostic problem : read.diagnostics()) {
            if (problem.severity() == io.github.mmaplab.diagnostic.Severity.WARNING) {
                warn(problem, origin.at(problem.span()));
            }
        }
        String brief = DisplayPaths.brief(origin.name());
        String displayName = displayNames.add(brief) ? brief : Titles.unique(origin.name(), displayNames);
        FileNode node = new FileNode(id, displayName, origin, read);
        files.put(id, node);
        return node;
    }

    /**
     * Reports a warning of a file, which fails no test, as a warning of the platform in one line. Errors are reported
     * only by a failing test, with the line and a caret, because Surefire prints each failure three times.
     */
    private void warn(Diagnostic problem, TestSource source) {
        Source text = problem.span().source();
        String message = (text.text().isEmpty() ? text.name() : problem.span().toString())
                + ": " + problem.severity().word() + "[" + problem.code().id() + "]: " + problem.message()
                + (problem.hints().isEmpty() ? "" : "; " + problem.hints().get(0));
        reporter.reportIssue(DiscoveryIssue.builder(Severity.WARNING, message).source(source));
    }
}
