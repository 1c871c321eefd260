package io.github.mmaplab.listing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts acts into one program, in which each parent waits for its child. */
final class Nesting {
    private final List<Listing.Line> lines = new ArrayList<>();
    private boolean hasPrinted;

    private Nesting() {}

    /** The lines; empty if a parent does something while its child runs, other than to look at the end. */
    static Optional<List<Listing.Line>> of(String process, List<Act> acts) {
        Nesting nesting = new Nesting();
        return nesting.lay(process, acts, 0) ? Optional.of(nesting.lines) : Optional.empty();
    }

    private boolean lay(String process, List<Act> acts, int depth) {
        for (int i = 0; i < acts.size(); i++) {
            Act act = acts.get(i);
            if (!act.process().equals(process) && !act.process().isEmpty()) {
                return false;
            }
            if (act.kind() != Listing.Kind.FORK) {
                add(process, act, act.code(), act.remark(), depth);
                continue;
            }
            Split split = new Split(act.child());
            List<Act> rest = acts.subList(i + 1, acts.size());
            if (!split.divide(rest) || split.childs.isEmpty()) {
                return false;
            }
            if (hasPrinted) {
                lines.add(structure(process, "fflush(stdout);", "", depth));
            }
            add(process, act, "if (fork() == 0) {", act.child(), depth);
            if (!lay(act.child(), split.childs, depth + 1)) {
                return false;
            }
            if (!split.exited) {
                lines.add(structure(act.child(), "exit(0);", "", depth + 1));
            }
            lines.add(structure(process, "}", "", depth));
            lines.add(structure(process, "wait(NULL);", "", depth));
            List<Act> after = new ArrayList<>(split.later);
            after.addAll(rest.subList(split.taken, rest.size()));
            return lay(process, after, depth);
        }
        return true;
    }

    private void add(String process, Act act, String code, String remark, int depth) {
        hasPrinted |= act.kind() == Listing.Kind.LOOK && !act.code().isEmpty();
        lines.add(new Listing.Line(
                lines.size() + 1, process, act.kind(), depth, code, remark, act.step(), act.questions(), act.child()));
    }

    private Listing.Line structure(String process, String code, String remark, int depth) {
        return new Listing.Line(
                lines.size() + 1, process, Listing.Kind.STRUCTURE, depth, code, remark, 0, List.of(), "");
    }

    /** Divides what follows a fork: what the child does while the parent waits, and what the parent does then. */
    private static final class Split {
        private final String child;
        private final Set<String> tree = new HashSet<>();
        private final List<Act> childs = new ArrayList<>();
        private final List<Act> later = new ArrayList<>();
        private boolean exited;
        private int taken;

        Split(String child) {
            this.child = child;
            tree.add(child);
        }

        /** Whether it can be divided. */
        boolean divide(List<Act> acts) {
            for (Act act : acts) {
                if (tree.contains(act.process())) {
                    if (exited || (!later.isEmpty() && act.kind() != Listing.Kind.LOOK)) {
                        return false;
                    }
                    childs.add(act);
                    if (!act.child().isEmpty()) {
                        tree.add(act.child());
                    }
                    exited = act.kind() == Listing.Kind.EXIT && act.process().equals(child);
                } else if (exited) {
                    return true;
                } else if (act.kind() != Listing.Kind.LOOK) {
                    return false;
                } else {
                    (act.process().isEmpty() ? childs : later).add(act);
                }
                taken++;
            }
            return true;
        }
    }
}
