package io.github.mmaplab.fuzz;

import io.github.mmaplab.abi.Advice;
import io.github.mmaplab.abi.MapFlag;
import io.github.mmaplab.abi.OpenMode;
import io.github.mmaplab.abi.Protection;
import io.github.mmaplab.abi.RemapFlag;
import io.github.mmaplab.abi.Sharing;
import io.github.mmaplab.abi.SyncFlag;
import io.github.mmaplab.fuzz.Stage.Actor;
import io.github.mmaplab.fuzz.Stage.FileOnStage;
import io.github.mmaplab.fuzz.Stage.Stretch;
import io.github.mmaplab.fuzz.sketch.Act;
import io.github.mmaplab.fuzz.sketch.Amount;
import io.github.mmaplab.fuzz.sketch.Deed;
import io.github.mmaplab.fuzz.sketch.FileSpot;
import io.github.mmaplab.fuzz.sketch.Ink;
import io.github.mmaplab.fuzz.sketch.MapSketch;
import io.github.mmaplab.fuzz.sketch.Row;
import io.github.mmaplab.fuzz.sketch.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes up the steps of one scenario, one after the other. */
final class Deeds {

    private static final int MOST_PROCESSES = 5;

    private final Chance chance;
    private final Set<Feature> features;
    private final Stage stage;
    private final Arguments arguments;

    Deeds(Chance chance, Set<Feature> features, Stage stage, Arguments arguments) {
        this.chance = chance;
        this.features = features;
        this.stage = stage;
        this.arguments = arguments;
    }

    /** What a step can be, and how often. */
    private enum Kind {
        MMAP(8, null),
        MUNMAP(3, null),
        STORE(16, null),
        LOAD(8, null),
        LOOK(2, null),
        MPROTECT(6, Feature.MPROTECT),
        MREMAP(7, Feature.MREMAP),
        MSYNC(3, Feature.MSYNC),
        MADVISE(7, Feature.MADVISE),
        WRITE_FILE(4, Feature.READWRITE),
        READ_FILE(2, Feature.READWRITE),
        TRUNCATE(5, Feature.TRUNCATE),
        PUNCH(4, Feature.PUNCH),
        UNLINK(1, Feature.UNLINK),
        SYNC(2, Feature.MSYNC),
        FORK(7, Feature.FORK),
        EXEC(1, Feature.EXEC),
        END(2, Feature.EXIT);

        private static final Kind[] ALL = values();

        private final int weight;
        private final @Nullable Feature feature;

        Kind(int weight, @Nullable Feature feature) {
            this.weight = weight;
            this.feature = feature;
        }
    }

    /** The next step; nothing where what was chosen cannot be done now. */
    Optional<Deed> next() {
        if (stage.actors().isEmpty()) {
            return Optional.empty();
        }
        Actor actor = chance.one(stage.actors());
        Kind kind = kind();
        if (actor.stretches().isEmpty()
                && kind != Kind.FORK
                && kind != Kind.END
                && (stage.files().isEmpty() || kind.feature == null)) {
            kind = Kind.MMAP;
        }
        return make(kind, actor);
    }

    private Kind kind() {
        int sum = 0;
        for (Kind kind : Kind.ALL) {
            sum += weight(kind);
        }
        int chosen = chance.below(sum);
        for (Kind kind : Kind.ALL) {
            chosen -= weight(kind);
            if (chosen < 0) {
                return kind;
            }
        }
        throw new IllegalStateException("the weights do not add up");
    }

    private int weight(Kind kind) {
        return kind.feature == null || features.contains(kind.feature) ? kind.weight : 0;
    }

    private Optional<Deed> make(Kind kind, Actor actor) {
        return switch (kind) {
            case MMAP -> Optional.of(Deed.of(mmap(actor)));
            case FORK -> fork(actor);
            case EXEC -> exec(actor);
            case END -> end(actor);
            case WRITE_FILE, READ_FILE, TRUNCATE, PUNCH, UNLINK, SYNC -> {
                List<FileOnStage> files = stage.files();
                yield files.isEmpty() ? Optional.empty() : Optional.of(Deed.of(onFile(kind, chance.one(files))));
            }
            case MUNMAP, STORE, LOAD, LOOK, MPROTECT, MREMAP, MSYNC, MADVISE ->
                actor.stretches().isEmpty()
                        ? Optional.empty()
                        : Optional.of(inMemory(kind, actor, arguments.stretch(actor)));
        };
    }

    private Deed inMemory(Kind kind, Actor actor, Stretch stretch) {
        return switch (kind) {
            case STORE -> access(actor, new Act.Store(arguments.bytes(actor, stretch), arguments.ink()));
            case LOAD -> {
                Spot from = arguments.bytes(actor, stretch);
                yield access(actor, new Act.Load(from, arguments.loaded(stretch, from)));
            }
            case LOOK -> Deed.of(look(actor, stretch));
            case MUNMAP -> Deed.of(munmap(actor, stretch));
            case MREMAP -> Deed.of(mremap(actor, stretch));
            default -> Deed.of(overRange(kind, actor, stretch));
        };
    }

    /** Now and then a signal ends the process; whether one is raised is not known, so the process is done with. */
    private Deed access(Actor actor, Act act) {
        if (features.contains(Feature.SIGNALS) && stage.actors().size() > 1 && chance.once(24)) {
            stage.end(actor);
            return new Deed(act, "dies: SIGSEGV");
        }
        return Deed.of(act);
    }

    private Act look(Actor actor, Stretch stretch) {
        if (chance.once(3)) {
            return new Act.Look(List.of(new Row.OfProcess(actor.name(), "{ maps: [] }")));
        }
        Actor other = chance.one(stage.actors());
        Spot here = new Spot(actor.name(), stretch.name(), Amount.pages(chance.below((int) stretch.pages())));
        if (other.stretches().isEmpty()) {
            return new Act.Look(
                    List.of(new Row.OfMemory(here, chance.one("{ prot: rw }", "{ sharing: shared }", "A"))));
        }
        Stretch theirs = chance.one(other.stretches());
        Spot there = new Spot(other.name(), theirs.name(), Amount.pages(chance.below((int) theirs.pages())));
        return new Act.Look(List.of(new Row.OfPages(here, there, true)));
    }

    private Act overRange(Kind kind, Actor actor, Stretch stretch) {
        Spot from = arguments.page(actor, stretch);
        boolean stopsAtHoles = kind == Kind.MPROTECT;
        Optional<Amount> length = arguments.length(stretch, from, stopsAtHoles);
        if (kind == Kind.MPROTECT) {
            return new Act.Mprotect(from, length, arguments.prot(executable()));
        }
        if (kind == Kind.MSYNC) {
            List<SyncFlag> flags = chance.one(
                    List.of(SyncFlag.SYNC),
                    List.of(SyncFlag.SYNC),
                    List.of(SyncFlag.ASYNC),
                    List.of(SyncFlag.SYNC, SyncFlag.INVALIDATE),
                    List.of(SyncFlag.INVALIDATE),
                    List.of(),
                    features.contains(Feature.ERRORS)
                            ? List.of(SyncFlag.SYNC, SyncFlag.ASYNC)
                            : List.of(SyncFlag.SYNC));
            return new Act.Msync(from, length, flags);
        }
        Advice advice = chance.once(2)
                ? chance.one(Advice.DONTNEED, Advice.DONTNEED, Advice.POPULATE_READ, Advice.POPULATE_WRITE)
                : chance.one(Advice.values());
        return new Act.Madvise(from, length, stage.allowed(advice));
    }

    private Act munmap(Actor actor, Stretch stretch) {
        Spot from = arguments.page(actor, stretch);
        Optional<Amount> length = arguments.length(stretch, from, true);
        if (from.offset().equals(Amount.ZERO)
                && (length.isEmpty() || length.get().pages() >= stretch.pages())) {
            actor.put(stretch.gone());
        }
        return new Act.Munmap(from, length);
    }

    private Act mremap(Actor actor, Stretch stretch) {
        boolean part = chance.once(4);
        Spot from = part ? arguments.page(actor, stretch) : new Spot(actor.name(), stretch.name(), Amount.ZERO);
        Optional<Amount> oldLength = part ? arguments.length(stretch, from, true) : oldLength(stretch);
        boolean keepsLength = chance.once(3);
        Optional<Amount> length = keepsLength ? oldLength : Optional.of(arguments.newLength());
        List<RemapFlag> flags = new ArrayList<>();
        if (!chance.once(4)) {
            flags.add(RemapFlag.MAYMOVE);
        }
        boolean fixed = features.contains(Feature.FIXED) && chance.once(3);
        if (fixed) {
            flags.add(RemapFlag.FIXED);
        }
        if (keepsLength && chance.once(3)) {
            flags.add(RemapFlag.DONTUNMAP);
        }
        Optional<Spot> at = fixed ? Optional.of(arguments.target(actor)) : Optional.empty();
        if (from.offset().equals(Amount.ZERO)
                && length.isPresent()
                && length.get().in(stage.pageSize()) > 0) {
            actor.put(stretch.ofPages(stage.pagesOf(length.get())));
        }
        return new Act.Mremap(from, oldLength, length, flags, at);
    }

    /** The whole, a part, or nothing, which duplicates shared memory. */
    private Optional<Amount> oldLength(Stretch stretch) {
        if (features.contains(Feature.ERRORS) && chance.once(8)) {
            return Optional.of(chance.one(Amount.ZERO, Amount.pages(stretch.pages() + 1)));
        }
        return chance.once(2) ? Optional.empty() : Optional.of(Amount.pages(chance.between(1, (int) stretch.pages())));
    }

    private Act mmap(Actor actor) {
        Optional<FileOnStage> file = file();
        Sharing sharing = oddSharing(file);
        Protection prot = arguments.prot(executable());
        Optional<Amount> offset = file.isPresent() ? arguments.offset() : Optional.empty();
        boolean whole = file.isPresent() && offset.isEmpty() && file.get().size() > 0 && chance.once(3);
        Amount length = whole ? Amount.bytes(file.get().size()) : arguments.newLength();
        boolean fixed = features.contains(Feature.FIXED) && !actor.stretches().isEmpty() && chance.once(2);
        Optional<Spot> at = fixed ? Optional.of(arguments.target(actor)) : Optional.empty();
        MapSketch mapping = new MapSketch(
                file.map(FileOnStage::name),
                sharing,
                prot,
                offset,
                whole ? Optional.empty() : Optional.of(length),
                at,
                flags(fixed),
                file.isPresent() ? open() : Optional.empty());
        boolean again = !actor.stretches().isEmpty() && chance.once(6);
        String name = again ? chance.one(actor.stretches()).name() : stage.nextMapping();
        long beginning = offset.map(amount -> amount.in(stage.pageSize())).orElse(0L);
        actor.put(new Stretch(
                name,
                stage.pagesOf(length),
                file.orElse(null),
                Math.max(0, beginning),
                sharing != Sharing.PRIVATE,
                true));
        return new Act.Mmap(actor.name(), name, mapping);
    }

    /** Which file is mapped, or nothing for anonymous memory. */
    Optional<FileOnStage> file() {
        List<FileOnStage> files = new ArrayList<>();
        for (FileOnStage file : stage.files()) {
            if (file.linked() || features.contains(Feature.ERRORS)) {
                files.add(file);
            }
        }
        boolean none = files.isEmpty() || (features.contains(Feature.ANONYMOUS) && chance.once(3));
        return none ? Optional.empty() : Optional.of(chance.one(files));
    }

    /** Private or shared. */
    Sharing sharing() {
        if (!features.contains(Feature.SHARED)) {
            return Sharing.PRIVATE;
        }
        return features.contains(Feature.PRIVATE) && chance.once(2) ? Sharing.PRIVATE : Sharing.SHARED;
    }

    private Sharing oddSharing(Optional<FileOnStage> file) {
        if (features.contains(Feature.ERRORS) && chance.once(24)) {
            return chance.one(Sharing.NONE, Sharing.SHARED_VALIDATE);
        }
        Sharing sharing = sharing();
        return sharing == Sharing.SHARED && file.isPresent() && chance.once(8) ? Sharing.SHARED_VALIDATE : sharing;
    }

    private List<MapFlag> flags(boolean fixed) {
        List<MapFlag> flags = new ArrayList<>();
        if (fixed && chance.once(4)) {
            flags.add(MapFlag.FIXED_NOREPLACE);
        }
        if (features.contains(Feature.POPULATE) && chance.once(5)) {
            flags.add(MapFlag.POPULATE);
            if (chance.once(6)) {
                flags.add(MapFlag.NONBLOCK);
            }
        }
        if (chance.once(12)) {
            flags.add(chance.one(MapFlag.NORESERVE, MapFlag.STACK));
        }
        return flags;
    }

    private Optional<OpenMode> open() {
        return switch (chance.below(12)) {
            case 0 -> Optional.of(OpenMode.READ_WRITE);
            case 1 -> Optional.of(features.contains(Feature.ERRORS) ? OpenMode.READ : OpenMode.READ_WRITE);
            case 2 ->
                features.contains(Feature.ERRORS) && chance.once(3) ? Optional.of(OpenMode.WRITE) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Whether memory of every file may be executed, wherever that file is kept. */
    private boolean executable() {
        for (FileOnStage file : stage.files()) {
            if (!file.nameless()) {
                return false;
            }
        }
        return true;
    }

    private Act onFile(Kind kind, FileOnStage file) {
        return switch (kind) {
            case WRITE_FILE -> {
                FileSpot to = arguments.inFile(file);
                Ink ink = arguments.ink();
                file.resize(Math.max(file.size(), to.offset().in(stage.pageSize()) + 1));
                yield new Act.WriteFile(to, ink);
            }
            case READ_FILE -> new Act.ReadFile(arguments.inFile(file), arguments.ofFile());
            case TRUNCATE -> {
                Amount size = arguments.newSize();
                if (size.in(stage.pageSize()) >= 0) {
                    file.resize(size.in(stage.pageSize()));
                }
                yield new Act.Truncate(file.name(), size);
            }
            case PUNCH -> new Act.Punch(arguments.inFile(file), arguments.ofFile());
            case SYNC -> new Act.Sync(file.name());
            default -> {
                if (!file.nameless()) {
                    file.unlink();
                }
                yield new Act.Unlink(file.name());
            }
        };
    }

    private Optional<Deed> fork(Actor parent) {
        if (stage.actors().size() >= MOST_PROCESSES || stage.processes() > 2 * MOST_PROCESSES) {
            return Optional.empty();
        }
        Actor child = stage.fork(parent);
        return Optional.of(Deed.of(new Act.Fork(parent.name(), child.name())));
    }

    private Optional<Deed> exec(Actor actor) {
        actor.clear();
        return Optional.of(Deed.of(new Act.Exec(actor.name())));
    }

    private Optional<Deed> end(Actor actor) {
        if (stage.actors().size() < 2) {
            return Optional.empty();
        }
        stage.end(actor);
        return Optional.of(Deed.of(
                chance.once(3) ? new Act.Kill(actor.name()) : new Act.Exit(actor.name(), chance.one(0, 0, 1, 255))));
    }
}
