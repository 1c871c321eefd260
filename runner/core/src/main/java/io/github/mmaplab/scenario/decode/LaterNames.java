package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.abi.HeapLength;
import io.github.mmaplab.abi.ProcessCall;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for names that come into being further down: asked only about a name that is unknown where it is used. */
final class LaterNames {
    /** The verbs that give what they are applied to its name. */
    private static final Set<String> MAKING = Set.of("mmap", "open", "dup");

    private final @Nullable Node processes;
    private final @Nullable Node steps;
    /** Where each name is made, in the order of the file; found out on the first question. */
    private @Nullable Map<String, List<Span>> births;

    LaterNames(@Nullable Node processes, @Nullable Node steps) {
        this.processes = processes;
        this.steps = steps;
    }

    /** Where a name, of a process or of its mapping as {@code process.mapping}, is made behind {@code use}; or null. */
    @Nullable
    Span birth(String name, Span use) {
        Map<String, List<Span>> known = births;
        if (known == null) {
            known = new HashMap<>();
            births = known;
            findDeclared(known);
            findMade(known, steps);
        }
        for (Span birth : known.getOrDefault(name, List.of())) {
            if (birth.start() > use.start()) {
                return birth;
            }
        }
        return null;
    }

    private void findDeclared(Map<String, List<Span>> births) {
        for (Node.Entry process : entries(processes)) {
            add(births, process.key().text(), process.key());
            for (Node.Entry mapping : entries(process.value())) {
                add(births, process.key().text() + "." + mapping.key().text(), mapping.key());
            }
        }
    }

    /** Where the steps of a list make what, the first time. */
    static Map<String, Span> births(Node steps) {
        Map<String, List<Span>> births = new HashMap<>();
        findMade(births, steps);
        Map<String, Span> first = new HashMap<>();
        for (Map.Entry<String, List<Span>> birth : births.entrySet()) {
            first.put(birth.getKey(), birth.getValue().get(0));
        }
        return first;
    }

    private static void findMade(Map<String, List<Span>> births, @Nullable Node steps) {
        for (Node step : items(steps)) {
            for (Node.Entry verb : entries(step)) {
                for (Node.Entry target : entries(verb.value())) {
                    if (MAKING.contains(verb.key().text())) {
                        add(births, target.key().text(), target.key());
                    } else if (verb.key().text().equals(ProcessCall.BRK.word())) {
                        add(births, target.key().text() + "." + HeapLength.HEAP, target.key());
                    } else if (verb.key().text().equals("read")) {
                        addRegister(births, target);
                    } else if (verb.key().text().equals("fork")) {
                        addChildren(births, target.value());
                    } else if (verb.key().text().equals(Steps.CONCURRENTLY)) {
                        findMade(births, target.value());
                    }
                }
            }
        }
    }

    private static void addRegister(Map<String, List<Span>> births, Node.Entry target) {
        for (Node.Entry entry : entries(target.value())) {
            if (entry.key().text().equals("into") && entry.value() instanceof Node.Scalar register) {
                add(births, Written.of(target.key().text()).process() + "." + register.text(), register);
            }
        }
    }

    private static void addChildren(Map<String, List<Span>> births, Node children) {
        if (children instanceof Node.Scalar child) {
            add(births, child.text(), child);
        }
        for (Node item : items(children)) {
            if (item instanceof Node.Scalar child) {
                add(births, child.text(), child);
            }
        }
    }

    private static void add(Map<String, List<Span>> births, String name, Node.Scalar at) {
        births.computeIfAbsent(name, unused -> new ArrayList<>()).add(at.span());
    }

    private static List<Node.Entry> entries(@Nullable Node node) {
        return node instanceof Node.Mapping map ? map.entries() : List.of();
    }

    private static List<Node> items(@Nullable Node node) {
        return node instanceof Node.Sequence list ? list.items() : List.of();
    }
}
