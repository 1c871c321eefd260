package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks for names that come into being further down: asked only about a name that is unknown where it is used. */
final class Later {
    private final @Nullable Node processes;
    private final @Nullable Node steps;

    Later(@Nullable Node processes, @Nullable Node steps) {
        this.processes = processes;
        this.steps = steps;
    }

    /** Where a process is forked, or declared, behind {@code use}; or null. */
    @Nullable
    Span process(String name, Span use) {
        Span declared = key(processes, name, use);
        return declared != null ? declared : child(name, use);
    }

    /** Where a process's mapping is made behind {@code use}; or null. */
    @Nullable
    Span mapping(String process, String mapping, Span use) {
        for (Node.Entry entry : entries(processes)) {
            if (entry.key().text().equals(process)) {
                Span declared = key(entry.value(), mapping, use);
                if (declared != null) {
                    return declared;
                }
            }
        }
        for (Node step : items(steps)) {
            for (Node.Entry verb : entries(step)) {
                Span made = verb.key().text().equals("mmap") ? key(verb.value(), process + "." + mapping, use) : null;
                if (made != null) {
                    return made;
                }
            }
        }
        return null;
    }

    private @Nullable Span child(String name, Span use) {
        for (Node step : items(steps)) {
            for (Node.Entry verb : entries(step)) {
                if (verb.key().text().equals("fork")) {
                    for (Node.Entry parent : entries(verb.value())) {
                        Span child = text(parent.value(), name, use);
                        if (child != null) {
                            return child;
                        }
                    }
                }
            }
        }
        return null;
    }

    private static @Nullable Span text(Node children, String name, Span use) {
        if (children instanceof Node.Scalar scalar) {
            return scalar.text().equals(name) && isBehind(scalar.span(), use) ? scalar.span() : null;
        }
        for (Node item : items(children)) {
            Span found = item instanceof Node.Scalar scalar ? text(scalar, name, use) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static @Nullable Span key(@Nullable Node map, String key, Span use) {
        for (Node.Entry entry : entries(map)) {
            if (entry.key().text().equals(key) && isBehind(entry.key().span(), use)) {
                return entry.key().span();
            }
        }
        return null;
    }

    private static boolean isBehind(Span span, Span use) {
        return span.start() > use.start();
    }

    private static List<Node.Entry> entries(@Nullable Node node) {
        return node instanceof Node.Mapping map ? map.entries() : List.of();
    }

    private static List<Node> items(@Nullable Node node) {
        return node instanceof Node.Sequence list ? list.items() : List.of();
    }
}
