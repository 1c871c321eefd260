package io.github.mmaplab.explain;

import io.github.mmaplab.abi.Advice;
import io.github.mmaplab.explain.fact.Deed;
import io.github.mmaplab.explain.fact.Fact;
import io.github.mmaplab.explain.fact.Fault;
import io.github.mmaplab.explain.fact.Page;
import io.github.mmaplab.explain.fact.State;
import io.github.mmaplab.explain.fact.Stored;
import io.github.mmaplab.explain.fact.Unseen;
import io.github.mmaplab.kernel.machine.Rule;
import java.util.List;
import java.util.Optional;

/** Which rules a fact is about, the most telling first: of the rules that decide, those are named. */
final class FactRules implements Deed.Visitor<List<Rule>>, Unseen.Visitor<List<Rule>>, State.Visitor<List<Rule>> {

    private static final FactRules RULES = new FactRules();

    private FactRules() {}

    static List<Rule> of(Fact fact) {
        if (fact instanceof Deed deed) {
            return deed.accept(RULES);
        }
        return fact instanceof Unseen unseen ? unseen.accept(RULES) : ((State) fact).accept(RULES);
    }

    private static List<Rule> of(Stored.How how) {
        if (how instanceof Stored.How.Shared) {
            return List.of(Rule.STORES_ARE_SEEN_AT_ONCE, Rule.FORK_KEEPS_SHARED);
        } else if (how instanceof Stored.How.Copied copied) {
            return copied.original() instanceof Page.OfFile
                    ? List.of(Rule.PRIVATE_STORES_COPY, Rule.COPIES_ONE_PAGE)
                    : List.of(
                            Rule.PRIVATE_STORES_COPY,
                            Rule.FORK_SEPARATES_PRIVATE,
                            Rule.FORKED_PAGES_STAY_WRITABLE,
                            Rule.COPIES_ONE_PAGE);
        } else if (how instanceof Stored.How.Reused) {
            return List.of(Rule.LAST_OWNER_REUSES, Rule.FORK_SEPARATES_PRIVATE);
        }
        return how instanceof Stored.How.ZeroFilled
                ? List.of(Rule.COPIES_ONE_PAGE, Rule.FORK_SEPARATES_PRIVATE)
                : List.of(Rule.PRIVATE_STORES_COPY, Rule.FORK_SEPARATES_PRIVATE, Rule.FORKED_PAGES_STAY_WRITABLE);
    }

    private static List<Rule> of(Fault fault) {
        if (fault instanceof Fault.PastTheEnd) {
            return List.of(Rule.PAST_THE_END_IS_SIGBUS, Rule.TRUNCATION_REACHES_MAPPINGS);
        }
        return fault instanceof Fault.Forbidden ? List.of(Rule.PROTECTION_IS_ENFORCED) : List.of();
    }

    @Override
    public List<Rule> begins(Deed.Begins deed) {
        return List.of();
    }

    @Override
    public List<Rule> mapped(Deed.Mapped deed) {
        return List.of();
    }

    @Override
    public List<Rule> unmapped(Deed.Unmapped deed) {
        return List.of();
    }

    @Override
    public List<Rule> remapped(Deed.Remapped deed) {
        return List.of(Rule.MREMAP_MOVES_PAGES);
    }

    @Override
    public List<Rule> protect(Deed.Protect deed) {
        return List.of(Rule.PROTECTION_IS_ENFORCED);
    }

    @Override
    public List<Rule> called(Deed.Called deed) {
        return deed.argument() instanceof Advice advice && advice.dropsPages()
                ? List.of(Rule.DONTNEED_DROPS_COPIES, Rule.DONTNEED_KEEPS_FILES)
                : List.of(Rule.PRIVATE_STORES_COPY, Rule.PRIVATE_FOLLOWS_FILE);
    }

    @Override
    public List<Rule> opened(Deed.Opened deed) {
        return List.of();
    }

    @Override
    public List<Rule> forAll(Deed.ForAll deed) {
        return List.of();
    }

    @Override
    public List<Rule> forked(Deed.Forked deed) {
        return List.of(Rule.FORK_SHARES_PAGES, Rule.FORK_INHERITS_MAPPINGS, Rule.FORK_KEEPS_SHARED);
    }

    @Override
    public List<Rule> replaced(Deed.Replaced deed) {
        return List.of();
    }

    @Override
    public List<Rule> exited(Deed.Exited deed) {
        return List.of(Rule.LAST_OWNER_REUSES);
    }

    @Override
    public List<Rule> killed(Deed.Killed deed) {
        return List.of(Rule.LAST_OWNER_REUSES);
    }

    @Override
    public List<Rule> store(Deed.Store deed) {
        return deed.stopped().isPresent()
                ? of(deed.stopped().get().fault())
                : of(deed.where().how());
    }

    @Override
    public List<Rule> load(Deed.Load deed) {
        return List.of(Rule.LOADS_DO_NOT_COPY);
    }

    @Override
    public List<Rule> raised(Deed.Raised deed) {
        return of(deed.stop().fault());
    }

    @Override
    public List<Rule> written(Deed.Written deed) {
        return written(deed.before(), deed.after());
    }

    private static List<Rule> written(long before, long after) {
        return after > before
                ? List.of(Rule.PRIVATE_FOLLOWS_FILE, Rule.TAIL_IS_ZEROED)
                : List.of(Rule.PRIVATE_FOLLOWS_FILE);
    }

    @Override
    public List<Rule> read(Deed.Read deed) {
        return List.of();
    }

    @Override
    public List<Rule> moved(Deed.Moved deed) {
        return deed.where().map(where -> of(where.how())).orElseGet(() -> written(deed.before(), deed.after()));
    }

    @Override
    public List<Rule> resized(Deed.Resized deed) {
        return deed.lost().map(lost -> lost.page() instanceof Page.Own).orElse(false)
                ? List.of(Rule.TRUNCATION_TAKES_COPIES, Rule.TRUNCATION_REACHES_MAPPINGS)
                : List.of(Rule.TAIL_IS_ZEROED, Rule.TRUNCATION_REACHES_MAPPINGS);
    }

    @Override
    public List<Rule> punched(Deed.Punched deed) {
        return List.of(Rule.PRIVATE_FOLLOWS_FILE);
    }

    @Override
    public List<Rule> sealed(Deed.Sealed deed) {
        return List.of();
    }

    @Override
    public List<Rule> unlinked(Deed.Unlinked deed) {
        return List.of(Rule.UNLINK_KEEPS_FILE);
    }

    @Override
    public List<Rule> named(Deed.Named deed) {
        return List.of();
    }

    @Override
    public List<Rule> folderSynced(Deed.FolderSynced deed) {
        return List.of();
    }

    @Override
    public List<Rule> crashed(Deed.Crashed deed) {
        return List.of();
    }

    @Override
    public List<Rule> synced(Deed.Synced deed) {
        return List.of(Rule.TAIL_IS_ZEROED);
    }

    @Override
    public List<Rule> nothing(Deed.Nothing deed) {
        return List.of();
    }

    @Override
    public List<Rule> failed(Deed.Failed deed) {
        return List.of(Rule.FORK_KEEPS_SEALS, Rule.WRITE_SEAL_NEEDS_NO_WRITER);
    }

    @Override
    public List<Rule> others(Deed.Others deed) {
        return List.of();
    }

    @Override
    public List<Rule> toCopy(Unseen.ToCopy fact) {
        return of(fact.where().how());
    }

    @Override
    public List<Rule> passedBy(Unseen.PassedBy fact) {
        return List.of(Rule.PRIVATE_STORES_COPY);
    }

    @Override
    public List<Rule> taken(Unseen.Taken fact) {
        return List.of();
    }

    @Override
    public List<Rule> elsewhere(Unseen.Elsewhere fact) {
        return List.of();
    }

    @Override
    public List<Rule> stopped(Unseen.Stopped fact) {
        return of(fact.stop().fault());
    }

    @Override
    public List<Rule> pastTheEnd(Unseen.PastTheEnd fact) {
        return List.of(Rule.STORES_KEEP_THE_SIZE);
    }

    @Override
    public List<Rule> notOnDisk(Unseen.NotOnDisk fact) {
        return List.of();
    }

    @Override
    public List<Rule> spared(Unseen.Spared fact) {
        return switch (fact.why()) {
            case CUT_KEEPS_PARTIAL_COPY -> List.of(Rule.PRIVATE_STORES_COPY);
            case PUNCH_KEEPS_COPY -> List.of(Rule.PUNCHING_KEEPS_COPIES);
            case GIVEN_UP_MEMORY_SHOWS_FILE -> List.of(Rule.DONTNEED_KEEPS_FILES);
            case UNLINKED_FILE_LIVES -> List.of(Rule.UNLINK_KEEPS_FILE);
        };
    }

    @Override
    public List<Rule> shows(State.Shows state) {
        if (state.page() instanceof Page.Own) {
            return state.others().isEmpty() ? List.of() : List.of(Rule.FORK_SHARES_PAGES);
        }
        return state.shared()
                ? List.of(Rule.FORK_KEEPS_SHARED, Rule.STORES_ARE_SEEN_AT_ONCE)
                : List.of(Rule.PRIVATE_FOLLOWS_FILE, Rule.LOADS_DO_NOT_COPY);
    }

    @Override
    public List<Rule> inaccessible(State.Inaccessible state) {
        return of(state.fault());
    }

    @Override
    public List<Rule> fileShows(State.FileShows state) {
        Optional<Page> page = state.page();
        return page.isEmpty() ? List.of() : List.of(Rule.STORES_ARE_SEEN_AT_ONCE);
    }

    @Override
    public List<Rule> inUse(State.InUse state) {
        return List.of(Rule.FORK_SHARES_PAGES, Rule.PRIVATE_STORES_COPY, Rule.COPIES_ONE_PAGE, Rule.LOADS_DO_NOT_COPY);
    }

    @Override
    public List<Rule> allowed(State.Allowed state) {
        return List.of();
    }

    @Override
    public List<Rule> absent(State.Absent state) {
        return List.of();
    }

    @Override
    public List<Rule> inFolder(State.InFolder state) {
        return List.of();
    }

    @Override
    public List<Rule> copiedNothing(State.CopiedNothing state) {
        return List.of(Rule.LOADS_DO_NOT_COPY, Rule.FORK_SHARES_PAGES);
    }

    @Override
    public List<Rule> runs(State.Runs state) {
        return List.of();
    }

    @Override
    public List<Rule> unmapped(State.Unmapped state) {
        return List.of(Rule.FORK_INHERITS_MAPPINGS);
    }

    @Override
    public List<Rule> notPlayed(State.NotPlayed state) {
        return List.of();
    }
}
