package io.github.mmaplab.explain;

import io.github.mmaplab.abi.Advice;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.explain.fact.Page;
import io.github.mmaplab.explain.fact.Unseen;
import io.github.mmaplab.kernel.call.OnFile;
import io.github.mmaplab.kernel.call.OnRange;
import io.github.mmaplab.kernel.machine.Rule;
import io.github.mmaplab.kernel.memory.Mapping;
import io.github.mmaplab.recording.Act;
import io.github.mmaplab.recording.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the acts that one would expect to take away what is seen, and that leave it alone. */
final class Spared {

    private final Recording recording;
    private final Watch watch;
    private final Lineage lineage;
    private final Set<Rule> rules;

    /**
     * The acts of a recording.
     *
     * @param rules those that decide: an act is only of interest where a rule is what keeps it from mattering
     */
    Spared(Recording recording, Watch watch, Set<Rule> rules) {
        this.recording = recording;
        this.watch = watch;
        this.lineage = new Lineage(recording);
        this.rules = rules;
    }

    /** What is left alone, the latest first. */
    List<Unseen> all() {
        List<Unseen> spared = new ArrayList<>();
        for (int i = recording.acts().size() - 1; i >= 0; i--) {
            Act act = recording.acts().get(i);
            if (act.outcome().succeeded()) {
                of(i, act).ifPresent(spared::add);
            }
        }
        return spared;
    }

    private Optional<Unseen> of(int number, Act act) {
        if (act.operation() instanceof OnFile call) {
            return onFile(number, act, call);
        } else if (act.operation() instanceof OnRange call
                && call.argument() instanceof Advice advice
                && advice.dropsPages()) {
            return rules.contains(Rule.DONTNEED_KEEPS_FILES) ? givenUp(number, act, call) : Optional.empty();
        }
        return Optional.empty();
    }

    private Optional<Unseen> onFile(int number, Act act, OnFile call) {
        FileId file = call.file();
        return switch (call.call()) {
            case TRUNCATE -> {
                long after = call.length();
                yield after < act.before().file(file).size()
                        ? copy(number, act, file, after, Long.MAX_VALUE - after, Unseen.Why.CUT_KEEPS_PARTIAL_COPY)
                        : Optional.empty();
            }
            case PUNCH -> copy(number, act, file, call.offset(), call.length(), Unseen.Why.PUNCH_KEEPS_COPY);
            case UNLINK ->
                rules.contains(Rule.UNLINK_KEEPS_FILE) && watch.concerns(file) && losesItsLastName(act, file)
                        ? spared(number, Unseen.Why.UNLINKED_FILE_LIVES, file, 0, Optional.empty())
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static boolean losesItsLastName(Act act, FileId file) {
        return act.before().file(file).linked() && !act.after().file(file).linked();
    }

    /** That a place that is looked at had a private page of the part of the file that was taken, and keeps it. */
    private Optional<Unseen> copy(int number, Act act, FileId file, long offset, long length, Unseen.Why why) {
        for (Watch.Spot spot : watch.spots()) {
            ProcessId process = lineage.on(act.before(), spot.process());
            Mapping mapping = process == null
                    ? null
                    : act.before().process(process).space().find(spot.address());
            if (process == null || mapping == null || !file.equals(mapping.file())) {
                continue;
            }
            long position = mapping.offset() + (spot.address() - mapping.start());
            boolean taken = new Watch.Part(file, position, spot.length()).overlaps(file, offset, length);
            Optional<Page> before = Pages.at(act.before(), process, spot.address());
            if (taken
                    && before.isPresent()
                    && before.get() instanceof Page.Own
                    && before.equals(Pages.at(act.after(), process, spot.address()))) {
                return spared(number, why, file, offset, before);
            }
        }
        return Optional.empty();
    }

    private Optional<Unseen> givenUp(int number, Act act, OnRange madvise) {
        for (Watch.Spot spot : watch.spots()) {
            Mapping mapping = act.before().process(madvise.process()).space().find(spot.address());
            boolean there = madvise.process().equals(lineage.on(act.before(), spot.process()))
                    && spot.overlaps(madvise.address(), recording.pageSize().ceil(madvise.length()));
            if (there && mapping != null && mapping.file() != null) {
                Optional<Page> page = Pages.at(act.before(), madvise.process(), spot.address())
                        .filter(Page.OfFile.class::isInstance);
                return spared(number, Unseen.Why.GIVEN_UP_MEMORY_SHOWS_FILE, mapping.file(), 0, page);
            }
        }
        return Optional.empty();
    }

    private static Optional<Unseen> spared(int number, Unseen.Why why, FileId file, long offset, Optional<Page> page) {
        return Optional.of(new Unseen.Spared(number, why, Optional.of(file), offset, page));
    }
}
