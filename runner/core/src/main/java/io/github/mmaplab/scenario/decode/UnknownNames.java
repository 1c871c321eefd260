package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Label;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.diagnostic.Suggestions;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what is wrong with a name that stands for nothing, or for something else than what is wanted. */
final class UnknownNames {
    /** A scenario with thousands of unknown names has one mistake; nobody waits for thousands of suggestions. */
    private static final int SUGGESTIONS = 100;

    private final Problems problems;
    private final Scope scope;
    private final LaterNames later;
    private int suggestions;

    UnknownNames(Problems problems, Scope scope, LaterNames later) {
        this.problems = problems;
        this.scope = scope;
        this.later = later;
    }

    /** Reports a name that stands for something, but not for what is wanted. */
    void wrongKind(Node.Scalar scalar, String found, NameKind wanted) {
        problems.add(
                Code.WRONG_KIND_OF_NAME,
                scalar.span(),
                "`" + scalar.text() + "` is " + found + "; this must be " + wanted.what(),
                wanted.hint());
    }

    /** Reports a register where memory is needed, or with an offset. */
    void register(Node.Scalar scalar, Written written, NameKind wanted) {
        if (wanted == NameKind.VISIBLE
                || (wanted == NameKind.LOCATION && written.end() < scalar.text().length())) {
            problems.add(
                    Code.INVALID_LOCATION,
                    scalar.part(written.end(), scalar.text().length()),
                    "`" + written.name() + "` is a register, which is no memory and has no offsets",
                    "write `" + written.name() + "`");
        } else {
            wrongKind(scalar, "a register", wanted);
        }
    }

    /** Reports a name that stands for nothing here. */
    void report(Node.Scalar scalar, NameKind wanted) {
        Written written = Written.of(scalar.text());
        if (isBeforeFile(scalar) || (wanted != NameKind.FILE && isNotYet(scalar, written))) {
            return;
        }
        if (scope.hasProcess(written.process()) && wanted != NameKind.PROCESS) {
            inKnownProcess(scalar, written, wanted);
        } else if (scope.complete()) {
            String nearest = nearest(scalar.text(), written);
            problems.add(
                    code(wanted, written, nearest), scalar.span(), message(wanted, written), hint(wanted, nearest));
        }
    }

    private boolean isBeforeFile(Node.Scalar scalar) {
        String text = scalar.text();
        for (int sign = text.indexOf('-'); sign >= 0; sign = text.indexOf('-', sign + 1)) {
            if (scope.hasFile(text.substring(0, sign).strip())) {
                problems.add(
                        Code.NEGATIVE_SIZE,
                        scalar.part(sign, text.length()),
                        "an offset in a file allows no subtraction",
                        "`-` is only used with locations in memory: `alice.p - 16`");
                return true;
            }
        }
        return false;
    }

    private boolean isNotYet(Node.Scalar scalar, Written written) {
        boolean process = scope.hasProcess(written.process());
        String key = process ? written.name() : written.process();
        String name = "`" + key;
        Span elsewhere = scope.elsewhere(key);
        if (elsewhere != null) {
            problems.add(new Diagnostic(
                    Code.NOT_YET,
                    scalar.span(),
                    name + "` may not exist yet: another branch creates it",
                    List.of(new Label(elsewhere, "it is created here, at an unknown time")),
                    List.of("create it before `concurrently`, or use it in the branch that creates it")));
            return true;
        }
        Span born = later.birth(key, scalar.span());
        if (born == null) {
            return false;
        }
        problems.add(new Diagnostic(
                Code.NOT_YET,
                scalar.span(),
                name + "` does not exist yet",
                List.of(new Label(born, "it is created here")),
                List.of("move this after it")));
        return true;
    }

    private void inKnownProcess(Node.Scalar scalar, Written written, NameKind wanted) {
        if (wanted == NameKind.DESCRIPTOR && scope.complete()) {
            problems.add(
                    Code.UNKNOWN_MAPPING,
                    scalar.span(),
                    "the process `" + written.process() + "` has no descriptor `" + written.mapping() + "`",
                    DescriptorVerbs.known(written.process(), scope.descriptorsOf(written.process())));
            return;
        }
        List<String> mappings = scope.mappingsOf(written.process());
        if (written.mapping().isEmpty()) {
            String example = mappings.isEmpty() ? "" : ": `" + written.process() + "." + mappings.get(0) + "`";
            problems.add(
                    Code.WRONG_KIND_OF_NAME,
                    scalar.span(),
                    "`" + scalar.text() + "` is a process; this must be " + wanted.what(),
                    wanted == NameKind.FILE ? wanted.hint() : "name one of its mappings" + example);
            return;
        }
        if (scope.complete()) {
            String nearest = nearest(scalar.text(), written);
            problems.add(
                    Code.UNKNOWN_MAPPING,
                    scalar.span(),
                    "the process `" + written.process() + "` has no mapping `" + written.mapping() + "`",
                    nearest != null
                            ? Suggestions.didYouMean(nearest)
                            : mappings.isEmpty()
                                    ? "it has no mappings at all"
                                    : "it has: " + Suggestions.list(mappings));
        }
    }

    private @Nullable String nearest(String text, Written written) {
        if (suggestions == SUGGESTIONS) {
            return null;
        }
        suggestions++;
        for (String process : scope.processNames()) {
            if (scope.hasMapping(process, written.name())) {
                return process + "." + written.name();
            }
        }
        String nearest = Suggestions.nearest(written.name(), scope.all());
        return nearest != null ? nearest : Suggestions.nearest(text.substring(0, Written.nameEnd(text)), scope.all());
    }

    private Code code(NameKind wanted, Written written, @Nullable String nearest) {
        boolean file =
                nearest != null ? scope.hasFile(nearest) : written.mapping().isEmpty();
        return switch (wanted) {
            case FILE -> Code.UNKNOWN_FILE;
            case PROCESS, MEMORY, DESCRIPTOR -> Code.UNKNOWN_PROCESS;
            case LOCATION, VISIBLE -> file ? Code.UNKNOWN_FILE : Code.UNKNOWN_PROCESS;
        };
    }

    private static String message(NameKind wanted, Written written) {
        return switch (wanted) {
            case FILE -> "there is no file `" + written.name() + "`";
            case PROCESS, MEMORY, DESCRIPTOR -> "there is no process `" + written.process() + "`";
            case LOCATION, VISIBLE ->
                written.mapping().isEmpty()
                        ? "there is no file and no process `" + written.name() + "`"
                        : "there is no file `" + written.name() + "` and no process `" + written.process() + "`";
        };
    }

    private String hint(NameKind wanted, @Nullable String nearest) {
        if (nearest != null) {
            return Suggestions.didYouMean(nearest);
        }
        String files = known("file", "files", scope.fileNames());
        String processes = known("process", "processes", scope.processNames());
        return switch (wanted) {
            case FILE -> files;
            case PROCESS, MEMORY, DESCRIPTOR -> processes;
            case LOCATION, VISIBLE -> files + "; " + processes;
        };
    }

    private static String known(String one, String many, List<String> names) {
        if (names.isEmpty()) {
            return "no " + many + " are declared";
        }
        return names.size() == 1
                ? "the " + one + " is: " + names.get(0)
                : "the " + many + " are: " + Suggestions.list(names);
    }
}
