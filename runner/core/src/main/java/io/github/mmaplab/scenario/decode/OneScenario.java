package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.scenario.model.CaseRow;
import io.github.mmaplab.scenario.model.Claim;
import io.github.mmaplab.scenario.model.Expectation;
import io.github.mmaplab.scenario.model.FileSpec;
import io.github.mmaplab.scenario.model.ProcessSpec;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import io.github.mmaplab.scenario.syntax.Document;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one scenario, its parameters replaced. */
final class OneScenario {
    private static final int SMALLEST_PAGE = 4096;

    /** The keys that have a table of names under them. */
    private static final List<String> TABLES = List.of("files", "processes", "expect", "ask");

    private final Kind kind;
    private final Problems problems;
    private final Document document;
    private final Node.Mapping root;
    private final Optional<CaseRow> row;
    private final Fields fields;

    OneScenario(Kind kind, Problems problems, Document document, Node.Mapping root, Optional<CaseRow> row) {
        this.kind = kind;
        this.problems = problems;
        this.document = document;
        this.root = new Nesting(problems)
                .under(
                        root,
                        (owner, entry) -> TABLES.contains(owner.key().text())
                                && !kind.keys().contains(entry.key().text()));
        this.row = row;
        this.fields = new Fields(problems, kind.what(), head(root), this.root, kind.keys());
    }

    /** Where it is said that a key of the scenario is missing: its first. */
    private static Span head(Node.Mapping root) {
        return root.entries().isEmpty()
                ? root.span()
                : root.entries().get(0).key().span();
    }

    /** The scenario, or null if there is an error in it. */
    @Nullable
    Scenario decode() {
        Node title = fields.require(kind.head(), "`" + kind.head() + ": its title` first");
        Values values = new Values(problems, pageSize());
        Scope scope = new Scope(problems);
        LaterNames later = new LaterNames(fields.get("processes"), fields.get("steps"));
        Locations locations = new Locations(values, scope, later);
        Contents contents = new Contents(values);
        Signals signals = new Signals(values.seen());
        Mappings mappings = new Mappings(values, scope, locations);
        Expectations expectations = new Expectations(values, scope, locations, contents, signals);

        Prose prose = new Prose(values, fields);
        String words = title == null ? "" : prose.title(title);
        List<FileSpec> files = files(new Files(values, contents, scope));
        new NewFileNames(scope).add(fields.get("steps"));
        List<ProcessSpec> processes = processes(new Processes(values, scope, mappings), scope);
        Questions questions = kind == Kind.EXERCISE ? new Questions(values, scope, locations, contents) : null;
        Steps reader = steps(values, scope, locations, contents, mappings, signals, expectations, questions);
        List<Step> steps = steps(reader);
        if (questions != null) {
            steps = new Asking(problems, fields, questions).settle(values.pageSize(), files, processes, steps);
        }
        Node expect = fields.get("expect");
        List<Claim> claims = new ArrayList<>(0);
        List<Expectation> table = expect == null ? List.of() : expectations.table(expect, claims);
        if (kind == Kind.SCENARIO) {
            checkThatItChecks(reader);
        }
        Scenario scenario = new Scenario(
                words,
                prose.about(),
                prose.tags(),
                prose.references(),
                values.pageSize(),
                new MachineKeys(values).crash(fields.get("machine")),
                files,
                processes,
                steps,
                table,
                claims,
                reader.orders(),
                Optional.empty(),
                row,
                document.number(),
                title == null ? root.span() : title.span(),
                root.span());
        new Segments(problems, scenario).check();
        return problems.errors() == 0 ? scenario : null;
    }

    private static Steps steps(
            Values values,
            Scope scope,
            Locations locations,
            Contents contents,
            Mappings mappings,
            Signals signals,
            Expectations expectations,
            @Nullable Questions questions) {
        Targets targets = new Targets(values, locations);
        return new Steps(
                values,
                scope,
                new MemoryVerbs(values, scope, locations, mappings, targets),
                new CallVerbs(values, scope, locations, targets),
                new AccessVerbs(values, scope, locations, contents, targets),
                new DescriptorVerbs(values, scope, locations, targets),
                new ProcessVerbs(values, scope, locations, targets),
                expectations,
                questions,
                new Outcomes(values, signals));
    }

    private int pageSize() {
        Node node = fields.get("page-size");
        if (node == null) {
            return SMALLEST_PAGE;
        }
        Long size = new Values(problems, SMALLEST_PAGE).size(node, "`page-size`");
        if (size == null || size == SMALLEST_PAGE || size == 4 * SMALLEST_PAGE || size == 16 * SMALLEST_PAGE) {
            return size == null ? SMALLEST_PAGE : size.intValue();
        }
        problems.add(
                Code.INVALID_PAGE_SIZE,
                node.span(),
                "no page is " + Long.toUnsignedString(size) + " bytes long",
                "write 4096, 16384 or 65536");
        return SMALLEST_PAGE;
    }

    private List<FileSpec> files(Files files) {
        Node node = fields.get("files");
        return node == null ? List.of() : files.decode(node);
    }

    private List<ProcessSpec> processes(Processes processes, Scope scope) {
        Node node = fields.require("processes", "`processes: { alice: { p: { sharing: private } } }`");
        if (node == null) {
            scope.markIncomplete();
            return List.of();
        }
        return processes.decode(node);
    }

    private List<Step> steps(Steps steps) {
        Node node = fields.get("steps");
        return node == null ? List.of() : steps.decode(node);
    }

    /** A scenario that checks nothing could only ever pass. */
    private void checkThatItChecks(Steps reader) {
        if (fields.get("expect") != null || reader.haveOutcome()) {
            return;
        }
        Node steps = fields.get("steps");
        if (steps != null && !(steps instanceof Node.Sequence)) {
            return;
        }
        for (Node step : steps instanceof Node.Sequence list ? list.items() : List.<Node>of()) {
            if (!(step instanceof Node.Mapping map) || checks(map)) {
                return;
            }
        }
        problems.add(
                Code.NO_CHECK,
                head(root),
                "this scenario checks nothing, and could only ever pass",
                "say what is seen at the end: `expect: { alice.p: hello }`, or the outcome of a step: `fails: EACCES`");
    }

    /** Whether a step of a branch checks something; of what can't be read, nobody knows. */
    private static boolean checksInBranch(Node concurrently) {
        if (!(concurrently instanceof Node.Mapping branches)) {
            return true;
        }
        for (Node.Entry branch : branches.entries()) {
            for (Node step : branch.value() instanceof Node.Sequence list ? list.items() : List.<Node>of()) {
                if (!(step instanceof Node.Mapping map) || checks(map)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean checks(Node.Mapping step) {
        for (Node.Entry entry : step.entries()) {
            String key = entry.key().text();
            if (key.equals("expect") || NotSimulated.PARTS.contains(key)) {
                return true;
            }
            if (key.equals(Steps.CONCURRENTLY) && checksInBranch(entry.value())) {
                return true;
            }
        }
        return false;
    }
}
