package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.scenario.model.Claim;
import io.github.mmaplab.scenario.model.ContentFacet;
import io.github.mmaplab.scenario.model.ContentIs;
import io.github.mmaplab.scenario.model.Expectation;
import io.github.mmaplab.scenario.model.Facet;
import io.github.mmaplab.scenario.model.FileFacet;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.MemoryFacet;
import io.github.mmaplab.scenario.model.Named;
import io.github.mmaplab.scenario.model.ProcessFacet;
import io.github.mmaplab.scenario.model.Property;
import io.github.mmaplab.scenario.model.PropertyIs;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads tables of expectations. */
final class Expectations {
    /** The row about all physical pages. */
    static final String MEMORY = "memory";

    /** The words that say in which orders a table holds. */
    static final List<String> WORDS = List.of("always", "sometimes", "never");

    private static final String EXAMPLE = "a table: { alice.p: hello, data.txt: { size: 5 } }";

    private final Values values;
    private final Scope scope;
    private final Locations locations;
    private final FacetContents contents;
    private final PropertyReader properties;
    private final MemoryFacets memoryFacets;
    private final FileFacets fileFacets;
    private final RegisterFacets registerFacets;
    private final OutcomeRows outcomes;
    private final ProcessFacets processFacets;

    Expectations(Values values, Scope scope, Locations locations, Contents contents, Signals signals) {
        this.values = values;
        this.scope = scope;
        this.locations = locations;
        this.contents = new FacetContents(values, contents);
        this.properties = new PropertyReader(values);
        this.memoryFacets = new MemoryFacets(values, locations, signals, this.contents, properties);
        this.fileFacets = new FileFacets(values, this.contents, properties);
        this.registerFacets = new RegisterFacets(values, this.contents);
        this.outcomes = new OutcomeRows(values, scope);
        this.processFacets = new ProcessFacets(new MapsRows(values, locations), properties);
    }

    /**
     * The rows of a table that hold in every order; one that is wrong is reported and left out.
     *
     * @param claims where the tables go that hold in some orders or in none
     */
    List<Expectation> table(Node node, List<Claim> claims) {
        Node.Mapping map = map(node, "`expect`");
        List<Expectation> rows = new ArrayList<>(map == null ? 0 : map.entries().size());
        for (Node.Entry entry : map == null ? List.<Node.Entry>of() : nested(map)) {
            if (WORDS.contains(entry.key().text())) {
                tables(entry, rows, claims);
            } else {
                add(entry, rows);
            }
        }
        return rows;
    }

    /** The contents that a branch waits for; one that is wrong is reported and left out. */
    List<Expectation> waitedFor(Node node) {
        List<Expectation> rows = new ArrayList<>();
        Node.Mapping map = map(node, "`until`");
        for (Node.Entry entry : map == null ? List.<Node.Entry>of() : nested(map)) {
            int before = values.problems().errors();
            Expectation row = row(entry);
            if (row != null && isContent(row)) {
                rows.add(row);
            } else if (row != null && values.problems().errors() == before) {
                values.problems()
                        .add(
                                Code.FACET_OUT_OF_PLACE,
                                entry.key().span(),
                                "a branch waits for what is read in memory or in a file",
                                "write `until: { bob.flag: X }`; anything else is for `expect`");
            }
        }
        return rows;
    }

    private static boolean isContent(Expectation row) {
        List<? extends Facet> facets = row instanceof Expectation.OfMemory memory
                ? memory.facets()
                : row instanceof Expectation.OfFile file ? file.facets() : List.of();
        return !facets.isEmpty() && facets.stream().allMatch(ContentFacet.class::isInstance);
    }

    private Node.@Nullable Mapping map(Node node, String what) {
        Node.Mapping map = values.shapes().mapping(node, what, EXAMPLE);
        if (map != null && map.entries().isEmpty()) {
            values.problems().add(Code.NOTHING_GIVEN, map.span(), "this table expects nothing", "write " + EXAMPLE);
        }
        return map;
    }

    /** The rows, each with its facets under it. */
    private List<Node.Entry> nested(Node.Mapping map) {
        return new Nesting(values.problems())
                .under(map, (owner, entry) -> isStrayFacet(entry.key().text()))
                .entries();
    }

    private boolean isStrayFacet(String key) {
        return Levels.isFacet(key) && !scope.hasFile(key) && !scope.hasProcess(key);
    }

    /** What stands behind {@code always}, {@code sometimes} or {@code never}: a table, or a list of tables. */
    private void tables(Node.Entry entry, List<Expectation> always, List<Claim> claims) {
        Claim.Held held = held(entry.key());
        List<Node> tables = entry.value() instanceof Node.Sequence list ? list.items() : List.of(entry.value());
        if (tables.isEmpty()) {
            values.problems()
                    .add(Code.NOTHING_GIVEN, entry.value().span(), "this list has no table", "write " + EXAMPLE);
        }
        boolean listed = entry.value() instanceof Node.Sequence;
        for (Node table : tables) {
            List<Expectation> rows = held == null ? always : new ArrayList<>();
            Node.Mapping map = map(table, "`" + entry.key().text() + "`");
            for (Node.Entry row : map == null ? List.<Node.Entry>of() : nested(map)) {
                add(row, rows);
            }
            if (held != null && !rows.isEmpty()) {
                claims.add(new Claim(held, rows, (listed ? table : entry.key()).span()));
            }
        }
    }

    /** In which orders a table holds; null for all. Where there is one order, some orders or none is a slip. */
    private Claim.@Nullable Held held(Node.Scalar word) {
        if (word.text().equals("always")) {
            return null;
        }
        if (!scope.hasParted()) {
            values.problems()
                    .add(
                            Code.ONE_ORDER,
                            word.span(),
                            "nothing before this is concurrent and nothing crashes, so there is only one order: "
                                    + (word.text().equals("never")
                                            ? "`never` would pass for anything that is not seen"
                                            : "`sometimes` would mean the same as a plain row"),
                            word.text().equals("never")
                                    ? "write what is seen instead"
                                    : "write the rows without `sometimes`, or put `concurrently` before it");
        }
        return word.text().equals("never") ? Claim.Held.NEVER : Claim.Held.SOMETIMES;
    }

    private void add(Node.Entry entry, List<Expectation> rows) {
        Expectation row = row(entry);
        if (row != null) {
            rows.add(row);
        }
    }

    private @Nullable Expectation row(Node.Entry entry) {
        Node.Scalar key = entry.key();
        if (WORDS.contains(key.text())) {
            values.problems()
                    .add(
                            Code.UNKNOWN_KEY,
                            key.span(),
                            "`" + key.text() + "` is not allowed within another such table",
                            "put it next to the other, in the table of `expect`");
            return null;
        }
        if (scope.hasCrashed() && isGone(key, entry.value())) {
            values.problems()
                    .add(
                            Code.AFTER_CRASH,
                            key.span(),
                            "the machine has crashed: memory is lost, and all processes have ended",
                            "expect something of files, or `alive: false` of a process");
            return null;
        }
        if (key.text().equals(MEMORY)) {
            List<PropertyIs> facets = machine(entry);
            return facets.isEmpty() ? null : new Expectation.OfMachine(facets, key.span());
        }
        if (scope.hasProcess(key.text())) {
            return process(new Named(key.text(), key.span()), entry);
        }
        if (isStrayFacet(key.text())) {
            values.problems()
                    .add(
                            Code.WRONG_LEVEL,
                            key.span(),
                            "`" + key.text() + "` is a facet, in a position where a location is needed",
                            "write it under a location: `alice.p: { " + key.text() + ": ... }`");
            return null;
        }
        if (scope.hasLabel(key.text()) && !scope.hasFile(key.text())) {
            return outcomes.decode(entry);
        }
        Location location = locations.visible(key);
        return location == null ? null : location.accept(new OfLocation(entry)).orElse(null);
    }

    /** Whether a row is about what no one can look at after a crash. */
    private boolean isGone(Node.Scalar key, Node facets) {
        if (scope.hasProcess(key.text())) {
            return facets instanceof Node.Mapping map
                    && map.entries().stream()
                            .anyMatch(facet -> !facet.key().text().equals(Property.ALIVE.word()));
        }
        Written written = Written.of(key.text());
        return key.text().equals(MEMORY)
                || (!scope.hasFile(key.text()) && scope.hasMapping(written.process(), written.mapping()));
    }

    /** The facets of memory or of a file, where plain content may stand in their place. */
    private final class OfLocation implements Location.Visitor<Optional<Expectation>> {
        private final Node.Scalar key;
        private final Node value;

        OfLocation(Node.Entry entry) {
            this.key = entry.key();
            this.value = entry.value();
        }

        @Override
        public Optional<Expectation> inMemory(Location.InMemory location) {
            List<MemoryFacet> facets = new ArrayList<>();
            if (value instanceof Node.Scalar) {
                addPlain(facets);
            } else {
                Node.Mapping map = facets(key, value);
                facets.addAll(map == null ? List.of() : memoryFacets.decode(key, map));
            }
            return facets.isEmpty() ? Optional.empty() : Optional.of(new Expectation.OfMemory(location, facets));
        }

        @Override
        public Optional<Expectation> inFile(Location.InFile location) {
            List<FileFacet> facets = new ArrayList<>();
            if (value instanceof Node.Scalar) {
                addPlain(facets);
            } else {
                Node.Mapping map = facets(key, value);
                facets.addAll(map == null ? List.of() : fileFacets.decode(location, map));
            }
            return facets.isEmpty() ? Optional.empty() : Optional.of(new Expectation.OfFile(location, facets));
        }

        @Override
        public Optional<Expectation> inRegister(Location.InRegister location) {
            List<ContentFacet> facets = new ArrayList<>();
            if (value instanceof Node.Scalar) {
                addPlain(facets);
                facets.forEach(facet -> registerFacets.checked(location, facet));
            } else {
                Node.Mapping map = facets(key, value);
                facets.addAll(map == null ? List.of() : registerFacets.decode(location, map));
            }
            return facets.isEmpty() ? Optional.empty() : Optional.of(new Expectation.OfRegister(location, facets));
        }

        private void addPlain(List<? super ContentIs> facets) {
            ContentIs content = value instanceof Node.Scalar scalar ? contents.plain(key, scalar) : null;
            if (content != null) {
                facets.add(content);
            }
        }
    }

    private @Nullable Expectation process(Named process, Node.Entry entry) {
        Node.Mapping map = facets(entry.key(), entry.value());
        List<ProcessFacet> facets = map == null ? List.of() : processFacets.decode(process, map);
        return facets.isEmpty() ? null : new Expectation.OfProcess(process, facets);
    }

    private List<PropertyIs> machine(Node.Entry entry) {
        List<PropertyIs> facets = new ArrayList<>();
        Node.Mapping map = facets(entry.key(), entry.value());
        for (Node.Entry facet : map == null ? List.<Node.Entry>of() : map.entries()) {
            PropertyIs property = properties.read(FacetKeys.MACHINE, facet);
            if (property != null) {
                facets.add(property);
            }
        }
        return facets;
    }

    /** The facets that must stand behind {@code key}. */
    private Node.@Nullable Mapping facets(Node.Scalar key, Node value) {
        Node.Mapping map =
                values.shapes().mapping(value, "what is expected of `" + key.text() + "`", example(key.text()));
        if (map != null && map.entries().isEmpty()) {
            values.problems()
                    .add(
                            Code.NOTHING_GIVEN,
                            map.span(),
                            "nothing is expected of `" + key.text() + "`",
                            "write " + example(key.text()));
        }
        return map;
    }

    private String example(String target) {
        if (target.equals(MEMORY)) {
            return "{ pages: 3 } or { copies: 1 }";
        }
        return scope.hasProcess(target)
                ? "{ alive: true } or { exit-code: 0 }"
                : "the content, or facets: { text: hello }";
    }
}
