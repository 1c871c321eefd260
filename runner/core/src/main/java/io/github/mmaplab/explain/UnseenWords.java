package io.github.mmaplab.explain;

import io.github.mmaplab.explain.fact.Page;
import io.github.mmaplab.explain.fact.Stored;
import io.github.mmaplab.explain.fact.Unseen;
import io.github.mmaplab.scenario.model.Scenario;

/** What does not show, and why, in words. */
final class UnseenWords implements Unseen.Visitor<String> {

    private final Names names;
    private final Clauses clauses;
    private final String place;

    UnseenWords(Names names, Clauses clauses, String place) {
        this.names = names;
        this.clauses = clauses;
        this.place = place;
    }

    @Override
    public String toCopy(Unseen.ToCopy fact) {
        Stored where = fact.where();
        return clauses.write(fact.act(), fact.bytes()) + ": "
                + clauses.where(fact.act(), fact.bytes().process().orElseThrow(), where)
                + ", and does not reach " + place;
    }

    @Override
    public String passedBy(Unseen.PassedBy fact) {
        return clauses.write(fact.act(), fact.bytes()) + ": that goes to " + names.page(fact.to()) + ", but "
                + names.of(fact.reader()) + " has a page of its own at "
                + names.place(fact.act() + 1, fact.reader(), fact.address()) + ", "
                + Names.frame(fact.own().frame());
    }

    @Override
    public String taken(Unseen.Taken fact) {
        return clauses.write(fact.act(), fact.bytes()) + ", but " + place + " no longer shows that after step "
                + step(fact.by());
    }

    @Override
    public String elsewhere(Unseen.Elsewhere fact) {
        String fate = fact.by()
                .map(by -> ": that memory is not mapped any more after step " + step(by))
                .orElse(": that memory is still mapped");
        return clauses.write(fact.act(), fact.bytes()) + fate + ", and " + place + " is at another address";
    }

    private String process(int act) {
        return names.of(names.recording().acts().get(act).process().orElseThrow());
    }

    /** {@code 3 (exec)}. */
    private String step(int act) {
        Scenario scenario = names.recording().scenario();
        int step = names.recording().acts().get(act).step();
        return scenario.written(step) + " ("
                + scenario.steps().get(step - 1).info().verb() + ")";
    }

    @Override
    public String stopped(Unseen.Stopped fact) {
        String store = names.of(fact.bytes().process().orElseThrow()) + "'s store of "
                + ShownBytes.of(fact.bytes().data());
        String raises = clauses.raises(fact.act(), fact.bytes().process().orElseThrow(), fact.stop(), true);
        return fact.stored() == 0
                ? store + " " + raises
                : store + " stops after " + Counted.bytes(fact.stored()) + ": the next one " + raises;
    }

    @Override
    public String pastTheEnd(Unseen.PastTheEnd fact) {
        return clauses.write(fact.act(), fact.bytes()) + ", past the end of " + names.of(fact.file())
                + " in its last page: a store does not make a file longer";
    }

    @Override
    public String notOnDisk(Unseen.NotOnDisk fact) {
        return clauses.write(fact.act(), fact.bytes()) + ": that goes to " + names.page(fact.page())
                + ", which is in memory; the disk never gets these bytes";
    }

    @Override
    public String spared(Unseen.Spared fact) {
        String file = fact.file().map(names::of).orElse("");
        String page = fact.page().map(Page::frame).map(Names::frame).orElse("");
        return switch (fact.why()) {
            case CUT_KEEPS_PARTIAL_COPY ->
                file + " is cut to " + Counted.bytes(fact.offset()) + ", but " + place + " stays on " + page
                        + ", a private page, since page "
                        + names.recording().pageSize().number(fact.offset()) + " of " + file
                        + " is not wholly past the new end";
            case PUNCH_KEEPS_COPY ->
                "a hole is punched into " + file + ", but " + place + " stays on " + page
                        + ", a private page, which is not in the file";
            case GIVEN_UP_MEMORY_SHOWS_FILE ->
                process(fact.act()) + "'s madvise(MADV_DONTNEED) drops only page-table entries: the next access finds"
                        + " the page of " + file + " again";
            case UNLINKED_FILE_LIVES -> file + " is unlinked, but lives on without a name while it is mapped or open";
        };
    }
}
