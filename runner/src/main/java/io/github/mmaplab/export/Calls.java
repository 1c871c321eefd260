package io.github.mmaplab.export;

import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.scenario.model.ExpectedOutcome;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Range;
import io.github.mmaplab.scenario.model.StepInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The calls of one step and their outcomes. If the step states no outcome, each call must succeed. Otherwise the calls
 * are one check, which ends with the first call that does not succeed.
 */
final class Calls {

    private final Composition program;
    private final StepInfo info;
    private final List<Call> calls = new ArrayList<>();

    /** @param info the step */
    Calls(Composition program, StepInfo info) {
        this.program = program;
        this.info = info;
    }

    /**
     * A call.
     *
     * @param process the process that makes it
     * @param target what it is about
     * @param span the place of the target in the scenario
     * @param plain the statements if it must succeed
     * @param failed a condition that makes the call and is true if it does not succeed
     */
    private record Call(String process, String target, Span span, List<String> plain, String failed) {}

    /** The outcome that the step states. */
    ExpectedOutcome expected() {
        return info.outcome();
    }

    /** Whether the step states no outcome, or success. */
    boolean expectsSuccess() {
        return expected().isSuccess();
    }

    /** Whether the step states an outcome. */
    private boolean isCheck() {
        return expected().stated().isPresent();
    }

    /** Adds a statement before the calls that cannot fail. */
    void before(String process, String statement) {
        program.script().act(process, statement);
    }

    /** Adds a statement that checks its own success. */
    void statement(String process, String statement) {
        if (isCheck()) {
            program.refuse(
                    info.span(), "the outcome of this step can't be exported", "leave out `" + info.verb() + "` here");
        }
        calls.add(new Call(process, "", info.span(), List.of(statement), ""));
    }

    /** Adds a call that returns an address, which is assigned to {@code variable} unless that is empty. */
    void pointer(String process, String target, Span span, String variable, String call) {
        String failed = (variable.isEmpty() ? call : "(" + variable + " = " + call + ")") + " == MAP_FAILED";
        List<String> plain = variable.isEmpty()
                ? List.of(must(target, call + " != MAP_FAILED"))
                : List.of(variable + " = " + call + ";", must(target, variable + " != MAP_FAILED"));
        add(process, target, span, plain, failed);
    }

    /** Adds a call over a range that returns 0, or -1 if it fails. */
    void result(Range range, Span span, String call) {
        result(range.from().process(), range.from().written(), span, call);
    }

    /** Adds a call that returns 0, or -1 if it fails. */
    void result(String process, String target, Span span, String call) {
        add(process, target, span, List.of(must(target, call + " == 0")), call + " < 0");
    }

    private String must(String target, String condition) {
        return "must(" + CText.literal(info.verb() + " " + target) + ", " + condition + ");";
    }

    /** Adds a call that returns a number of bytes, or -1 if it fails. */
    void count(String process, String target, Span span, String call) {
        boolean isCounted = expected() instanceof ExpectedOutcome.Returns;
        add(process, target, span, List.of(must(target, call + " != -1")), isCounted ? call : call + " == -1");
    }

    /** Adds stores of a process. */
    void store(Location.InMemory to, Span span, String at, String bytes, boolean repeated) {
        String suffix = repeated ? "store_fill(" : "store(";
        String plain = expected() instanceof ExpectedOutcome.Dies
                ? suffix + at + ", " + bytes + ");"
                : (repeated ? "memset(" : "memcpy(") + at + ", " + bytes + ");";
        add(to.process(), to.written(), span, List.of(plain), "try_" + suffix + at + ", " + bytes + ")");
    }

    /** Adds loads of a process. */
    void load(Location.InMemory from, Span span, String bytes) {
        String call = "load(" + bytes + ")";
        add(from.process(), from.written(), span, List.of(call + ";"), "try_" + call);
    }

    /** Adds loads of a process into a variable. */
    void copy(Location.InMemory from, Span span, String to, String bytes) {
        String arguments = "(" + to + ", " + bytes + ")";
        add(from.process(), from.written(), span, List.of("memcpy" + arguments + ";"), "try_copy" + arguments);
    }

    private void add(String process, String target, Span span, List<String> plain, String failed) {
        if (program.stage().hasEnded(process)) {
            program.refuse(
                    span,
                    process + " has ended, and can do nothing more",
                    "move the step before the end of the process");
        }
        calls.add(new Call(process, target, span, plain, failed));
    }

    /** Writes the calls. */
    Composition write() {
        if (!isCheck()) {
            for (Call call : calls) {
                program.script().act(call.process(), call.plain().toArray(new String[0]));
            }
            return program;
        }
        String process = calls.get(0).process();
        for (Call call : calls) {
            if (!call.process().equals(process)) {
                program.refuse(
                        call.span(),
                        "a step of several processes that does not simply succeed can't be exported",
                        "write a step for each process");
                return program;
            }
        }
        if (expected() instanceof ExpectedOutcome.Dies dies) {
            die(process, dies);
        } else {
            check(process);
        }
        return program;
    }

    private void die(String process, ExpectedOutcome.Dies dies) {
        String name = program.script().name(process);
        String reaper = program.reaper(process);
        String signal = dies.signal().name();
        List<String> statements = new ArrayList<>();
        statements.add("signal(" + signal + ", SIG_DFL);");
        statements.add("hand_over(" + program.script().name(reaper) + ");");
        calls.forEach(call -> statements.addAll(call.plain()));
        statements.add("_exit(EXIT_SUCCESS); /* if it survives that */");
        program.script().act(process, statements.toArray(new String[0]));
        program.script().act(reaper, "wait_for(" + name + ");");
        String what = program.check(described() + " kills " + process + " by " + signal, dies.span());
        program.script().act(reaper, "check_killed_by(" + what + ", " + name + ", " + signal + ");");
        program.stage().leave(process);
    }

    private void check(String process) {
        List<String> all = new ArrayList<>();
        calls.forEach(call -> all.add(call.failed()));
        String failed = String.join(" || ", all);
        String statement;
        if (expected() instanceof ExpectedOutcome.Fails fails) {
            String errno = fails.errno().name();
            String what = program.check(described() + " fails with " + errno, fails.span());
            statement = "check_fails(" + what + ", " + failed + ", " + errno + ");";
        } else if (expected() instanceof ExpectedOutcome.Raises raises) {
            String signal = raises.signal().name();
            String code = raises.code().isPresent() ? raises.code().get().name() : "0";
            String what = program.check(
                    described() + " raises " + signal + (code.equals("0") ? "" : " (" + code + ")"), raises.span());
            String raised = all.size() == 1 ? failed : failed + " ? caught : 0";
            statement = "check_raises(" + what + ", " + raised + ", " + signal + ", " + code + ");";
        } else if (expected() instanceof ExpectedOutcome.Returns returns) {
            String count = Long.toUnsignedString(returns.count());
            String what = program.check(described() + " returns " + count, returns.span());
            statement = "check_returns(" + what + ", " + failed + ", " + count + ");";
        } else {
            Optional<Span> span = ((ExpectedOutcome.Success) expected()).span();
            String what = program.check(described() + " succeeds", span.orElse(info.span()));
            String condition = all.size() == 1 ? negated(failed) : "!(" + failed + ")";
            statement = "check_succeeds(" + what + ", " + condition + ");";
        }
        program.script().act(process, program.guarded(info.span(), statement));
    }

    private static String negated(String failed) {
        if (failed.endsWith(" == MAP_FAILED")) {
            return failed.replace(" == MAP_FAILED", " != MAP_FAILED");
        }
        if (failed.endsWith(" == -1")) {
            return failed.replace(" == -1", " != -1");
        }
        return failed.endsWith(" < 0") ? failed.replace(" < 0", " == 0") : failed + " == 0";
    }

    private String described() {
        List<String> targets = new ArrayList<>();
        calls.forEach(call -> targets.add(call.target()));
        return info.verb() + " " + String.join(", ", targets);
    }
}
