package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.abi.Call;
import io.github.mmaplab.abi.FileCall;
import io.github.mmaplab.abi.ProcessCall;
import io.github.mmaplab.abi.RangeCall;
import io.github.mmaplab.abi.TransferCall;
import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Label;
import io.github.mmaplab.diagnostic.Suggestions;
import io.github.mmaplab.scenario.model.Claim;
import io.github.mmaplab.scenario.model.ExpectedOutcome;
import io.github.mmaplab.scenario.model.Step;
import io.github.mmaplab.scenario.model.StepInfo;
import io.github.mmaplab.scenario.syntax.Node;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads steps, in order: each sees the names that those before it made. */
final class Steps {
    /** The verb that is about steps. */
    static final String CONCURRENTLY = "concurrently";

    /** The verbs that are no calls over a range, on a file or for all memory of a process. */
    private static final List<String> OTHERS = List.of(
            "mmap",
            "mremap",
            "write",
            "read",
            "open",
            "close",
            "dup",
            "pread",
            "pwrite",
            "fork",
            "exec",
            "exit",
            "kill",
            "crash",
            "until",
            "expect",
            "ask",
            CONCURRENTLY);

    /** The verbs that are played; {@code ask} in exercises alone. */
    static final List<String> VERBS = verbs();

    /** The outcomes that are also facets. */
    private static final List<String> EXPECTED_TOO = List.of("raises", "returns");

    private static final String EXAMPLE = "a verb and its arguments: `write: { alice.p: HELLO }`";

    private final Values values;
    private final Scope scope;
    private final MemoryVerbs memory;
    private final CallVerbs calls;
    private final AccessVerbs access;
    private final DescriptorVerbs descriptors;
    private final ProcessVerbs process;
    private final Expectations expectations;
    private final @Nullable Questions questions;
    private final Outcomes outcomes;
    private boolean inBranch;
    private BigInteger orders = BigInteger.ONE;
    private boolean haveOutcome;
    private boolean crashes;
    private boolean waits;

    Steps(
            Values values,
            Scope scope,
            MemoryVerbs memory,
            CallVerbs calls,
            AccessVerbs access,
            DescriptorVerbs descriptors,
            ProcessVerbs process,
            Expectations expectations,
            @Nullable Questions questions,
            Outcomes outcomes) {
        this.values = values;
        this.scope = scope;
        this.memory = memory;
        this.calls = calls;
        this.access = access;
        this.descriptors = descriptors;
        this.process = process;
        this.expectations = expectations;
        this.questions = questions;
        this.outcomes = outcomes;
    }

    private static List<String> verbs() {
        List<String> verbs = new ArrayList<>(OTHERS);
        verbs.addAll(
                verbs.indexOf("open"),
                Arrays.stream(ProcessCall.values()).map(ProcessCall::word).toList());
        verbs.addAll(
                verbs.indexOf("limit"),
                Arrays.stream(FileCall.values()).map(FileCall::word).toList());
        verbs.addAll(1, Arrays.stream(RangeCall.values()).map(RangeCall::word).toList());
        return List.copyOf(verbs);
    }

    /** A step that is no item of the list. */
    static StepInfo endOf(Node.Scalar verb) {
        return new StepInfo(
                verb.text(), Optional.empty(), Optional.empty(), ExpectedOutcome.Success.UNSAID, verb.span());
    }

    /** In how many orders the steps that were read can be played. */
    BigInteger orders() {
        return orders;
    }

    /** Whether a step that was read has an outcome written for it, at whichever level. */
    boolean haveOutcome() {
        return haveOutcome;
    }

    /** The steps of a list; one that is wrong is reported and left out. */
    List<Step> decode(Node node) {
        return decode(node, "`steps`");
    }

    private List<Step> branch(Node.Entry branch) {
        return decode(branch.value(), "the branch `" + branch.key().text() + "`");
    }

    private List<Step> decode(Node node, String what) {
        Node.Sequence list = values.shapes().sequence(node, what, "a list, each item a step: `- unlink: data.txt`");
        if (list == null) {
            scope.markIncomplete();
            return List.of();
        }
        List<Step> steps = new ArrayList<>(list.items().size());
        for (Node item : list.items()) {
            Step step = step(item);
            if (step != null) {
                steps.add(step);
            }
        }
        return steps;
    }

    /** The keys of a step, sorted by what they are for. */
    private static final class Parts {
        private Node.@Nullable Entry verb;
        private Node.@Nullable Entry label;
        private Node.@Nullable Entry note;
        private final List<Node.Entry> outcomes = new ArrayList<>(1);
        private boolean good = true;
    }

    private @Nullable Step step(Node node) {
        Node.Mapping map = values.shapes().mapping(node, "a step", EXAMPLE);
        if (map == null) {
            return null;
        }
        Parts parts = sort(nested(map));
        haveOutcome |= !parts.outcomes.isEmpty();
        Node.Entry verb = parts.verb;
        if (verb == null) {
            if (parts.good) {
                values.problems().add(Code.NO_VERB, map.span(), "this step has no verb", "write " + EXAMPLE);
            }
            return null;
        }
        if (NotSimulated.PARTS.contains(verb.key().text())) {
            NotSimulated.refusePart(values.problems(), verb.key());
            return null;
        }
        ExpectedOutcome outcome = outcomes.decode(parts.outcomes);
        StepInfo info = info(verb, parts, outcome == null ? ExpectedOutcome.Success.UNSAID : outcome);
        int before = values.problems().errors();
        Step step = step(info, verb.key(), verb.value());
        if (step != null && step.countsBytes()) {
            info.label().ifPresent(scope::markCounting);
        }
        if (step != null && values.problems().errors() == before) {
            outcomes.check(step, parts.outcomes);
        }
        return step;
    }

    /** The step with its keys at their level. */
    private Node.Mapping nested(Node.Mapping map) {
        Nesting nesting = new Nesting(values.problems());
        Node.Mapping step = nesting.under(
                map,
                (owner, entry) -> VERBS.contains(owner.key().text())
                        && !known().contains(entry.key().text())
                        && Suggestions.nearest(entry.key().text(), VERBS) == null);
        for (Node.Entry verb : step.entries()) {
            String key = verb.key().text();
            if (VERBS.contains(key) && !key.equals("ask") && !key.equals(CONCURRENTLY)) {
                boolean seen = key.equals("expect");
                return nesting.lifted(
                        step,
                        verb,
                        name -> Levels.BESIDE_A_VERB.contains(name.text())
                                && !(seen && EXPECTED_TOO.contains(name.text()))
                                && !scope.hasFile(name.text())
                                && !scope.hasProcess(name.text()));
            }
        }
        return step;
    }

    /** All keys of a step. */
    private static List<String> known() {
        List<String> known = new ArrayList<>(VERBS);
        known.addAll(NotSimulated.PARTS);
        known.addAll(Levels.BESIDE_A_VERB);
        return known;
    }

    private Parts sort(Node.Mapping map) {
        Parts parts = new Parts();
        for (Node.Entry entry : map.entries()) {
            String key = entry.key().text();
            if (VERBS.contains(key) || NotSimulated.PARTS.contains(key)) {
                if (parts.verb != null) {
                    refuseSecondVerb(parts.verb, entry);
                } else {
                    parts.verb = entry;
                }
            } else if (Outcomes.KEYS.contains(key)) {
                parts.outcomes.add(entry);
            } else if (key.equals("label")) {
                parts.label = entry;
            } else if (key.equals("note")) {
                parts.note = entry;
            } else {
                String meant = refuseKey(entry.key());
                parts.good = false;
                if (meant != null && VERBS.contains(meant) && parts.verb == null) {
                    Node.Scalar verb = new Node.Scalar(meant, true, entry.key().span());
                    parts.verb = new Node.Entry(verb, entry.value());
                }
            }
        }
        return parts;
    }

    private void refuseSecondVerb(Node.Entry first, Node.Entry second) {
        values.problems()
                .add(new Diagnostic(
                        Code.SEVERAL_VERBS,
                        second.key().span(),
                        "a step has one verb, and `" + second.key().text() + "` is a second one",
                        List.of(new Label(first.key().span(), "the first is here")),
                        List.of("write a separate step: `- " + second.key().text() + ": ...`")));
    }

    /**
     * Reports a key that is none of a step's, and gives the one that was probably meant: the step is read as if it stood
     * there, for what else is wrong with it and for the names it makes.
     */
    private @Nullable String refuseKey(Node.Scalar key) {
        if (OtherCalls.refuse(values.problems(), key)) {
            return null;
        }
        String elsewhere = Levels.whereItBelongs(key.text(), List.of());
        String nearest = elsewhere != null ? null : Suggestions.nearest(key.text(), known());
        values.problems()
                .add(
                        Code.UNKNOWN_KEY,
                        key.span(),
                        "`" + key.text() + "` is not a verb",
                        elsewhere != null
                                ? elsewhere
                                : nearest == null
                                        ? "the verbs are: " + Suggestions.list(VERBS)
                                        : Suggestions.didYouMean(nearest));
        return nearest;
    }

    private StepInfo info(Node.Entry verb, Parts parts, ExpectedOutcome outcome) {
        Optional<String> label = label(parts.label);
        if (label.isPresent() && !parts.outcomes.isEmpty()) {
            scope.markStated(label.get(), parts.outcomes.get(0).key().span());
        }
        return new StepInfo(
                verb.key().text(), label, note(parts.note), outcome, verb.key().span());
    }

    private Optional<String> label(Node.@Nullable Entry entry) {
        Node.Scalar label = entry == null
                ? null
                : values.shapes().scalar(entry.value(), "`label`", "a name for this step: first-write");
        return label != null && scope.addLabel(label) ? Optional.of(label.text()) : Optional.empty();
    }

    private Optional<String> note(Node.@Nullable Entry entry) {
        return entry == null ? Optional.empty() : Optional.ofNullable(values.text(entry.value(), "`note`", "a remark"));
    }

    private @Nullable Step step(StepInfo info, Node.Scalar verb, Node value) {
        Call call = CallVerbs.call(verb.text());
        if (call != null) {
            return calls.decode(call, info, verb, value);
        }
        return switch (verb.text()) {
            case "mmap" -> memory.mmap(info, verb, value);
            case "mremap" -> memory.mremap(info, verb, value);
            case "write" -> access.write(info, verb, value);
            case "read" -> access.read(info, verb, value);
            case "open" -> descriptors.open(info, verb, value);
            case "close" -> descriptors.close(info, verb, value);
            case "dup" -> descriptors.dup(info, verb, value);
            case "pread" -> descriptors.transfer(TransferCall.PREAD, info, verb, value);
            case "pwrite" -> descriptors.transfer(TransferCall.PWRITE, info, verb, value);
            case "fork" -> process.fork(info, verb, value);
            case "exec" -> process.exec(info, verb, value);
            case "exit" -> process.exit(info, verb, value);
            case "kill" -> process.kill(info, verb, value);
            case "crash" -> crash(info, verb, value);
            case "ask" -> ask(info, verb, value);
            case CONCURRENTLY -> concurrently(info, verb, value);
            case "expect" -> expect(info, value);
            case "until" -> until(info, verb, value);
            default -> throw new IllegalArgumentException("a verb that is not read: " + verb.text());
        };
    }

    private @Nullable Step crash(StepInfo info, Node.Scalar verb, Node value) {
        Node.Scalar what = values.shapes().scalar(value, "what crashes", "`crash: machine`");
        if (what != null && !what.text().equals("machine")) {
            values.problems()
                    .add(
                            Code.UNKNOWN_WORD,
                            what.span(),
                            "`" + what.text() + "` can't crash: the power of the machine fails",
                            "write `crash: machine`");
        }
        if (inBranch) {
            refuseInBranch(
                    verb,
                    "the machine can't crash within a branch",
                    "write `crash: machine` after `concurrently`, with the steps in the branches that came before it");
        }
        crashes = true;
        refuseCrashWithWaiting(verb);
        scope.crash();
        return what == null ? null : new Step.Crash(info, 0);
    }

    private Step expect(StepInfo info, Node value) {
        List<Claim> claims = new ArrayList<>(0);
        return new Step.Expect(info, expectations.table(value, claims), claims);
    }

    private Step until(StepInfo info, Node.Scalar verb, Node value) {
        if (!inBranch) {
            values.problems()
                    .add(
                            Code.ONLY_IN_A_BRANCH,
                            verb.span(),
                            "nothing else happens while this step waits: `until` belongs in a branch of `concurrently`",
                            "write `expect` for what is seen at this point");
        }
        waits = true;
        refuseCrashWithWaiting(verb);
        return new Step.Until(info, expectations.waitedFor(value));
    }

    private void refuseCrashWithWaiting(Node.Scalar verb) {
        if (crashes && waits) {
            values.problems()
                    .add(
                            Code.PART_NOT_SIMULATED,
                            verb.span(),
                            "not simulated: `crash` and `until` in one scenario",
                            "write a scenario for each, or `expect` in place of `until`");
        }
    }

    private @Nullable Step ask(StepInfo info, Node.Scalar verb, Node value) {
        if (questions == null) {
            values.problems()
                    .add(
                            Code.NOT_ASKED_HERE,
                            verb.span(),
                            "a scenario asks nothing: `ask` belongs in exercises",
                            "write `expect`, or begin the file with `exercise:` instead of `scenario:`");
            return null;
        }
        if (inBranch) {
            refuseInBranch(
                    verb,
                    "nothing can be asked within a branch: the state there depends on the order",
                    "ask after `concurrently`, with `possible` for what depends on the order");
        }
        return new Step.Ask(info, questions.table(value));
    }

    /** A step of branches; within another one, they are read all the same, for what is wrong in them. */
    private @Nullable Step concurrently(StepInfo info, Node.Scalar verb, Node value) {
        if (inBranch) {
            refuseInBranch(
                    verb, "`concurrently` is not allowed within `concurrently`", "give the steps their own branches");
        }
        boolean nested = inBranch;
        inBranch = true;
        Branches branches = new Branches(values, scope);
        Step step = branches.decode(info, value, this::branch);
        inBranch = nested;
        if (step instanceof Step.Concurrently concurrently && !nested) {
            orders = orders.multiply(concurrently.orders());
        }
        return step;
    }

    private void refuseInBranch(Node.Scalar verb, String message, String hint) {
        values.problems().add(Code.NOT_IN_A_BRANCH, verb.span(), message, hint);
    }
}
