package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.scenario.model.MappingSpec;
import io.github.mmaplab.scenario.model.NewMapping;
import io.github.mmaplab.scenario.model.ProcessSpec;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the table of processes. */
final class Processes {
    private static final String EXAMPLE = "{ alice: { p: { sharing: private } } }, or a list of names: [alice, bob]";

    private final Values values;
    private final Scope scope;
    private final Mappings mappings;

    Processes(Values values, Scope scope, Mappings mappings) {
        this.values = values;
        this.scope = scope;
        this.mappings = mappings;
    }

    /** The processes there are, each with its names in scope, also where a mapping of it is wrong. */
    List<ProcessSpec> decode(Node node) {
        List<ProcessSpec> processes = new ArrayList<>();
        if (node instanceof Node.Sequence list) {
            for (Node item : list.items()) {
                named(item, processes);
            }
            refuseNone(list.items(), node);
            return processes;
        }
        Node.Mapping map = values.shapes().mapping(node, "`processes`", EXAMPLE);
        if (map == null) {
            scope.markIncomplete();
            return processes;
        }
        refuseNone(map.entries(), node);
        Node.Mapping table =
                new Nesting(values.problems()).under(map, (owner, entry) -> Mappings.isMapping(entry.value()));
        for (Node.Entry entry : table.entries()) {
            boolean added = scope.addProcess(entry.key());
            List<NewMapping> made = mappings(entry);
            if (added) {
                processes.add(
                        new ProcessSpec(entry.key().text(), made, entry.key().span()));
            }
        }
        return processes;
    }

    private void named(Node item, List<ProcessSpec> processes) {
        Node.Scalar name = values.shapes().scalar(item, "a process", "its name: alice");
        if (name == null) {
            scope.markIncomplete();
        } else if (scope.addProcess(name)) {
            processes.add(new ProcessSpec(name.text(), List.of(), name.span()));
        }
    }

    private void refuseNone(List<?> processes, Node node) {
        if (processes.isEmpty()) {
            values.problems()
                    .add(Code.NOTHING_GIVEN, node.span(), "a scenario needs at least one process", "write " + EXAMPLE);
        }
    }

    /** The mappings of a process; nothing at all behind its name means none. */
    private List<NewMapping> mappings(Node.Entry process) {
        List<NewMapping> made = new ArrayList<>();
        if (process.value() instanceof Node.Scalar scalar && scalar.isAbsent()) {
            return made;
        }
        Node.Mapping map = values.shapes()
                .mapping(
                        process.value(),
                        "what `" + process.key().text() + "` maps",
                        "mappings by name: { p: { sharing: private } }");
        if (map == null) {
            scope.markUnread(process.key().text());
            return made;
        }
        if (Mappings.isMapping(map)) {
            refuseNameless(process);
            return made;
        }
        Node.Mapping table = new Nesting(values.problems())
                .under(
                        map,
                        (owner, entry) ->
                                Mappings.KEYS.contains(entry.key().text()) && !(entry.value() instanceof Node.Mapping));
        for (Node.Entry entry : table.entries()) {
            NewMapping mapping = mapping(process.key().text(), entry);
            if (mapping != null) {
                made.add(mapping);
            }
        }
        return made;
    }

    private void refuseNameless(Node.Entry process) {
        String name = process.key().text();
        scope.markUnread(name);
        values.problems()
                .add(
                        Code.WRONG_LEVEL,
                        process.key().span(),
                        "`" + name + "` has the keys of a mapping, and is a process",
                        "if it is a mapping, indent it under its process; else give the mapping a name: `" + name
                                + ": { p: { ... } }`");
    }

    private @Nullable NewMapping mapping(String process, Node.Entry entry) {
        Node.Scalar name = entry.key();
        MappingSpec mapping = mappings.decode(name, entry.value());
        Names.MAPPING.check(values.problems(), name);
        scope.addMapping(process, name.text(), name);
        return mapping == null ? null : new NewMapping(process, name.text(), mapping, name.span());
    }
}
