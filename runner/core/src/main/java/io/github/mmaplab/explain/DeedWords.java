package io.github.mmaplab.explain;

import io.github.mmaplab.abi.Advice;
import io.github.mmaplab.abi.FileCall;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.Flags;
import io.github.mmaplab.abi.HeapLength;
import io.github.mmaplab.abi.Limit;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.RangeCall;
import io.github.mmaplab.explain.fact.Deed;
import io.github.mmaplab.explain.fact.Lost;
import io.github.mmaplab.explain.fact.Made;
import io.github.mmaplab.explain.fact.Page;
import io.github.mmaplab.explain.fact.Under;
import io.github.mmaplab.scenario.model.Order;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an act did, in words. */
final class DeedWords implements Deed.Visitor<String> {

    private static final Pattern ADDRESS = Pattern.compile("0x[0-9a-f]{1,16}");

    private final Names names;
    private final Clauses clauses;

    DeedWords(Names names, Clauses clauses) {
        this.names = names;
        this.clauses = clauses;
    }

    @Override
    public String begins(Deed.Begins deed) {
        String file = names.of(deed.file());
        if (deed.of() == 0) {
            return file + " is " + Counted.bytes(deed.size()) + " long";
        }
        return deed.seen() == deed.of()
                ? file + " begins with " + (deed.of() == 1 ? "this byte" : "these bytes")
                : file + " begins with " + deed.seen() + " of these " + deed.of() + " bytes";
    }

    @Override
    public String mapped(Deed.Mapped deed) {
        String full = names.recording().acts().get(deed.act()).step() == 0
                ? names.fullPlace(deed.act() + 1, deed.process(), deed.start()) + " is " + what(deed)
                : names.of(deed.process()) + " maps " + maps(deed) + " at "
                        + names.place(deed.act() + 1, deed.process(), deed.start()) + begins(deed);
        return full
                + deed.under().map(this::inPlaceOf).orElse("")
                + deed.made().map(made -> ", populated with " + made(made)).orElse("");
    }

    private String what(Deed.Mapped deed) {
        return names.mapping(deed.file(), deed.shared()) + from(deed) + begins(deed);
    }

    private String maps(Deed.Mapped deed) {
        FileId file = deed.file();
        return file == null || file.nameless()
                ? names.mapping(file, deed.shared())
                : names.of(file) + from(deed) + (deed.shared() ? ", shared," : ", private,");
    }

    private static boolean isAnonymous(Deed.Mapped deed) {
        return deed.file() == null || deed.file().nameless();
    }

    private String from(Deed.Mapped deed) {
        return deed.offset() == 0 || isAnonymous(deed)
                ? ""
                : " from page " + names.recording().pageSize().number(deed.offset()) + " on";
    }

    private static String begins(Deed.Mapped deed) {
        return (deed.protection().allowsLoad() ? "" : ", inaccessible")
                + (isAnonymous(deed) ? ", which begins as zeros" : "");
    }

    private String inPlaceOf(Under under) {
        return ", in place of " + names.mapping(under.file(), under.shared()) + " that was mapped there";
    }

    private String made(Made made) {
        String page = Names.frame(made.page().frame());
        return made.original()
                .map(original -> original instanceof Page.OfFile file
                        ? "a copy of " + names.pageOfFile(file.file(), file.index()) + ", " + page
                        : "a copy of " + Names.frame(original.frame()) + ", " + page)
                .orElse("a new page of zeros, " + page);
    }

    @Override
    public String unmapped(Deed.Unmapped deed) {
        return names.of(deed.process()) + " unmaps " + clauses.length(deed.length()) + " at "
                + names.place(deed.act(), deed.process(), deed.start())
                + (deed.mapped() == 0 ? ", where nothing is mapped" : "")
                + own(deed.lost()).map(page -> ", and " + page + " with it").orElse("");
    }

    /** A private page that was lost, by its number. */
    private static Optional<String> own(Optional<Lost> lost) {
        return lost.filter(each -> each.page() instanceof Page.Own)
                .map(each -> Names.frame(each.page().frame()));
    }

    @Override
    public String remapped(Deed.Remapped deed) {
        String place = names.place(deed.act(), deed.process(), deed.from());
        String who = names.of(deed.process());
        String size = deed.oldLength() == deed.newLength() || deed.oldLength() == 0
                ? ""
                : "from " + clauses.length(deed.oldLength()) + " to " + clauses.length(deed.newLength());
        if (deed.from() == deed.to()) {
            String change = size.isEmpty() ? "leaves " + place + " as it is" : changes(deed) + place + ", " + size;
            return who + " " + change + " (mremap)";
        }
        String to = goal(deed);
        if (deed.keepsOld()) {
            return who + (deed.oldLength() == 0 ? " maps the memory of " : " moves the pages of ") + place + to
                    + " (mremap), and the old range stays mapped" + under(deed);
        }
        String also = size.isEmpty() ? "" : " and " + changes(deed) + "it, " + size;
        return who + " moves " + place + to + also + " (mremap), with the pages that it has" + under(deed);
    }

    private static String changes(Deed.Remapped deed) {
        return deed.newLength() > deed.oldLength() ? "lengthens " : "shortens ";
    }

    private String goal(Deed.Remapped deed) {
        boolean named = names.isNamed(deed.act(), deed.process(), deed.to());
        return named ? " to " + names.place(deed.act(), deed.process(), deed.to()) : " to another address";
    }

    private String under(Deed.Remapped deed) {
        return deed.under()
                .map(under -> ", in place of " + names.mapping(under.file(), under.shared()) + ", which is unmapped")
                .orElse("");
    }

    @Override
    public String protect(Deed.Protect deed) {
        String place = clauses.protectedRange(deed);
        return names.of(deed.process()) + " makes " + place + " " + Clauses.protection(deed.after())
                + (deed.before().equals(deed.after())
                        ? ", which it was"
                        : "; it was " + Clauses.protection(deed.before()));
    }

    @Override
    public String called(Deed.Called deed) {
        boolean isPlain = deed.argument() instanceof Flags flags && flags.number() == 0;
        String call = names.of(deed.process()) + "'s " + deed.call().systemCall(deed.argument())
                + (isPlain ? "" : "(" + deed.argument().inC() + ")");
        String place = names.place(deed.act(), deed.process(), deed.at());
        if (deed.call() == RangeCall.SHMDT) {
            return names.of(deed.process()) + " detaches " + place + " (shmdt)";
        }
        boolean drops = deed.argument() instanceof Advice advice && advice.dropsPages();
        if (deed.lost().isPresent() || drops) {
            return call
                    + own(deed.lost())
                            .map(page -> " gives up " + page + " at " + place)
                            .orElse(
                                    deed.lost().isPresent()
                                            ? " takes the page-table entry for " + place
                                                    + " away: no page of its own is lost there"
                                            : " finds no page at " + place)
                    + (deed.argument() == Advice.GUARD_INSTALL ? ", and puts a guard there" : "");
        }
        return deed.made()
                .map(made -> call + " makes " + made(made) + ", at " + place + ", as a store would")
                .orElse(call + " is for " + place
                        + (deed.argument() instanceof Advice given ? ": " + given.meaning() : ""));
    }

    @Override
    public String opened(Deed.Opened deed) {
        String who = names.of(deed.process());
        String file = names.of(deed.file());
        return switch (deed.call()) {
            case "open" -> who + " opens " + file;
            case "dup" -> who + " has one more descriptor for " + file;
            default -> who + " closes a descriptor for " + file + ": mappings of the file stay";
        };
    }

    @Override
    public String forAll(Deed.ForAll deed) {
        String argument = deed.argument().inC();
        if (deed.argument() instanceof Limit limit) {
            argument = limit.resource().noun() + " to " + Counted.bytes(limit.bytes());
        } else if (deed.argument() instanceof HeapLength heap) {
            argument = Counted.bytes(heap.bytes());
        }
        return names.of(deed.process()) + " " + deed.call().sentence(argument);
    }

    @Override
    public String forked(Deed.Forked deed) {
        String forks = names.of(deed.parent()) + " forks " + names.of(deed.child()) + ", which inherits its ";
        if (deed.at().isEmpty()) {
            return forks + "mappings";
        }
        String place = names.mapping(deed.act(), deed.parent(), deed.at().get());
        if (deed.wiped()) {
            return forks + place + " without the pages, because of MADV_WIPEONFORK";
        }
        return forks
                + place
                + deed.page()
                        .filter(Page.Own.class::isInstance)
                        .map(page -> ": both have " + Names.frame(page.frame()) + " there, and nothing is copied")
                        .orElse("");
    }

    @Override
    public String replaced(Deed.Replaced deed) {
        return names.of(deed.process()) + " executes another program, and all its mappings are gone"
                + own(deed.lost()).map(page -> ", " + page + " too").orElse("");
    }

    @Override
    public String exited(Deed.Exited deed) {
        return names.of(deed.process()) + " exits with code " + deed.code() + ", and its mappings are gone";
    }

    @Override
    public String killed(Deed.Killed deed) {
        return names.of(deed.process()) + " is killed, and its mappings are gone";
    }

    @Override
    public String store(Deed.Store deed) {
        String stores = clauses.stores(deed.act(), deed.process(), deed.address(), deed.data(), deed.count());
        return stores + ": " + clauses.where(deed.act(), deed.process(), deed.where())
                + deed.stopped()
                        .map(stop -> "; the next byte " + clauses.raises(deed.act(), deed.process(), stop, true))
                        .orElse("");
    }

    @Override
    public String load(Deed.Load deed) {
        return names.of(deed.process()) + " reads at " + names.place(deed.act(), deed.process(), deed.address());
    }

    @Override
    public String raised(Deed.Raised deed) {
        return deed.data()
                .map(data -> names.of(deed.process()) + "'s store of " + ShownBytes.of(data) + " "
                        + clauses.raises(deed.act(), deed.process(), deed.stop(), true))
                .orElseGet(() -> names.of(deed.process()) + "'s load "
                        + clauses.raises(deed.act(), deed.process(), deed.stop(), false));
    }

    @Override
    public String written(Deed.Written deed) {
        return "write(2) puts " + ShownBytes.of(deed.data()) + " at " + names.position(deed.file(), deed.offset())
                + longer(deed.before(), deed.after());
    }

    @Override
    public String read(Deed.Read deed) {
        return "read(2) reads " + Counted.bytes(deed.count()) + " at " + names.position(deed.file(), deed.offset())
                + (deed.cut() ? ": the file has no more" : "");
    }

    @Override
    public String moved(Deed.Moved deed) {
        String call = names.of(deed.process()) + "'s " + deed.call().word();
        String memory = names.place(deed.act(), deed.process(), deed.address());
        if (!deed.call().stores()) {
            return call + " writes " + ShownBytes.of(deed.data()) + ", which are at " + memory + ", to "
                    + names.position(deed.file(), deed.offset()) + longer(deed.before(), deed.after());
        }
        return deed.data().length() == 0
                ? call + " reads nothing at " + names.position(deed.file(), deed.offset()) + ": the file has no more"
                : call + " reads " + ShownBytes.of(deed.data()) + " at " + names.position(deed.file(), deed.offset())
                        + " into " + memory
                        + deed.where()
                                .map(where -> ": " + clauses.where(deed.act(), deed.process(), where))
                                .orElse("");
    }

    private static String longer(long before, long after) {
        return after == before ? "" : ", which makes the file longer: from " + before + " to " + Counted.bytes(after);
    }

    @Override
    public String resized(Deed.Resized deed) {
        String file = names.of(deed.file());
        if (deed.before() == deed.after()) {
            return file
                    + (deed.call() == FileCall.TRUNCATE
                            ? " is truncated to the size that it has, "
                            : " keeps its size, ")
                    + Counted.bytes(deed.after());
        }
        String sizes = "from " + deed.before() + " to " + Counted.bytes(deed.after());
        if (deed.after() > deed.before()) {
            return file + " is made longer, " + sizes + cleared(deed);
        }
        String pages = own(deed.lost())
                .map(page -> ", which takes "
                        + names.of(deed.lost().orElseThrow().process()) + "'s own " + page + " away as well")
                .orElseGet(() -> deed.gone()
                        .map(page -> ", and its page " + page + " is gone")
                        .orElse(""));
        return file + " is cut, " + sizes + pages
                + (deed.zeroed() > 0 ? ", and the rest of its last page becomes zeros" : "");
    }

    /** What happened past the end of a file that was made longer: not every call clears its last page to the end. */
    private String cleared(Deed.Resized deed) {
        if (deed.zeroed() == 0) {
            return "";
        }
        return names.recording().pageSize().aligned(deed.before() + deed.zeroed())
                ? ", and what was past its end in its last page becomes zeros"
                : ": what was between the old end and the new one becomes zeros, and what is past the new end stays";
    }

    @Override
    public String punched(Deed.Punched deed) {
        return "a hole of " + clauses.length(deed.length()) + " is punched at "
                + names.position(deed.file(), deed.offset()) + ", which reads as zeros from then on";
    }

    @Override
    public String sealed(Deed.Sealed deed) {
        return names.of(deed.file()) + " is sealed for good: " + deed.added().inC();
    }

    @Override
    public String unlinked(Deed.Unlinked deed) {
        return names.of(deed.file()) + " is unlinked";
    }

    @Override
    public String named(Deed.Named deed) {
        String name = names.of(deed.file());
        return switch (deed.call()) {
            case RENAME -> name + " gets its name (rename)";
            case LINK -> name + " gets a further name (link)";
            default -> name + " is made, and is empty";
        };
    }

    @Override
    public String folderSynced(Deed.FolderSynced deed) {
        return "the names in the folder are written to the disk (fsync of the folder)";
    }

    @Override
    public String crashed(Deed.Crashed deed) {
        String left = names.recording().scenario().order().stream()
                .flatMap(order -> order.crashes().stream())
                .filter(crash ->
                        crash.step() == names.recording().acts().get(deed.act()).step())
                .map(Order.Crash::left)
                .findFirst()
                .orElse("");
        return "the power fails" + (left.isEmpty() ? "" : ", and the disk is left with " + left);
    }

    @Override
    public String synced(Deed.Synced deed) {
        String what = names.of(deed.file()) + " is written to the disk";
        return deed.process().isPresent()
                ? names.of(deed.process().get()) + " calls msync: " + what
                : what + " (fsync)";
    }

    @Override
    public String nothing(Deed.Nothing deed) {
        return deed.call() + " of no bytes succeeds and changes nothing";
    }

    @Override
    public String failed(Deed.Failed deed) {
        return deed.call() + " fails with " + deed.errno() + ": " + withPlaces(deed);
    }

    /** The words of the kernel, with places in place of addresses that have a name. */
    private String withPlaces(Deed.Failed deed) {
        Optional<ProcessId> process = names.recording().acts().get(deed.act()).process();
        if (process.isEmpty()) {
            return deed.reason();
        }
        StringBuilder words = new StringBuilder();
        int done = 0;
        Matcher address = ADDRESS.matcher(deed.reason());
        while (address.find()) {
            words.append(deed.reason(), done, address.start())
                    .append(place(deed.act(), process.get(), address.group()).orElse(address.group()));
            done = address.end();
        }
        return words.append(deed.reason().substring(done)).toString();
    }

    private Optional<String> place(int act, ProcessId process, String number) {
        long address = new BigInteger(number.substring("0x".length()), 16).longValue();
        return names.isNear(act, process, address) ? Optional.of(names.place(act, process, address)) : Optional.empty();
    }

    @Override
    public String others(Deed.Others deed) {
        Map<String, TreeSet<Integer>> byVerb = new LinkedHashMap<>();
        for (int number : deed.acts()) {
            int step = names.recording().acts().get(number).step();
            String verb =
                    names.recording().scenario().steps().get(step - 1).info().verb();
            byVerb.computeIfAbsent(verb, each -> new TreeSet<>())
                    .add(names.recording().scenario().written(step));
        }
        List<String> words = new ArrayList<>();
        byVerb.forEach((verb, steps) ->
                words.add((steps.size() == 1 ? verb + " (step " : steps.size() + " times " + verb + " (steps ")
                        + Names.list(steps.stream().map(String::valueOf).toList()) + ")"));
        return Counted.of(byVerb.values().stream().mapToInt(Set::size).sum(), "step") + " more: " + Names.list(words);
    }
}
