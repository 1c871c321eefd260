package io.github.mmaplab.fuzz;

import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.Protection;
import io.github.mmaplab.abi.Sharing;
import io.github.mmaplab.fuzz.Stage.Actor;
import io.github.mmaplab.fuzz.Stage.FileOnStage;
import io.github.mmaplab.fuzz.Stage.Stretch;
import io.github.mmaplab.fuzz.sketch.Act;
import io.github.mmaplab.fuzz.sketch.Amount;
import io.github.mmaplab.fuzz.sketch.Deed;
import io.github.mmaplab.fuzz.sketch.FileSketch;
import io.github.mmaplab.fuzz.sketch.FileSpot;
import io.github.mmaplab.fuzz.sketch.MapSketch;
import io.github.mmaplab.fuzz.sketch.ProcessSketch;
import io.github.mmaplab.fuzz.sketch.Sketch;
import io.github.mmaplab.fuzz.sketch.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes up scenarios, each from the seed and its index alone. A scenario has some files, some processes with mappings, some
 * steps, and at the end every process looks at all of its memory and every file is read.
 */
public final class Generator {

    private static final int MOST_LOOKS = 10;

    private final long seed;
    private final Set<Feature> features;
    private final int pageSize;

    /**
     * A generator.
     *
     * @param features what scenarios can be made of
     * @param pageSize in bytes
     */
    public Generator(long seed, Set<Feature> features, int pageSize) {
        this.seed = seed;
        this.features = features;
        this.pageSize = pageSize;
    }

    /** The seed. */
    public long seed() {
        return seed;
    }

    /** The scenario of that index. */
    public Sketch sketch(long index) {
        return new OneSketch(new Chance(seed, index)).make();
    }

    /** One scenario in the making. */
    private final class OneSketch {
        private final Chance chance;
        private final Arguments arguments;
        private final Stage stage = new Stage(pageSize);
        private final Deeds deeds;

        OneSketch(Chance chance) {
            this.chance = chance;
            this.arguments = new Arguments(chance, features, pageSize);
            this.deeds = new Deeds(chance, features, stage, arguments);
        }

        Sketch make() {
            List<FileSketch> files = files();
            List<ProcessSketch> processes = processes();
            List<Deed> done = new ArrayList<>();
            for (int left = chance.between(3, 12); left > 0; left--) {
                deeds.next().ifPresent(done::add);
            }
            looks(done);
            return new Sketch(pageSize, files, processes, done);
        }

        private List<FileSketch> files() {
            List<FileKind> kinds = new ArrayList<>();
            allow(Feature.FILES, FileKind.REGULAR, kinds);
            allow(Feature.MEMFD, FileKind.MEMFD, kinds);
            allow(Feature.SHM, FileKind.SHM, kinds);
            List<FileSketch> files = new ArrayList<>();
            int least = features.contains(Feature.ANONYMOUS) ? 0 : 1;
            int count = kinds.isEmpty() ? 0 : Math.max(least, chance.one(0, 1, 1, 1, 2));
            for (int i = 0; i < count; i++) {
                String name = i == 0 ? "f" : "g";
                boolean readOnly = features.contains(Feature.ERRORS) && chance.once(12);
                FileSketch file = new FileSketch(name, chance.one(kinds), readOnly, arguments.size(), !chance.once(8));
                files.add(file);
                stage.add(file);
            }
            return files;
        }

        private void allow(Feature feature, FileKind kind, List<FileKind> kinds) {
            if (features.contains(feature)) {
                kinds.add(kind);
            }
        }

        private List<ProcessSketch> processes() {
            List<ProcessSketch> processes = new ArrayList<>();
            for (int left = chance.one(1, 1, 2, 2, 3); left > 0; left--) {
                Actor actor = stage.spawn();
                List<ProcessSketch.Named> mappings = new ArrayList<>();
                for (int more = chance.between(0, 2); more > 0; more--) {
                    mappings.add(mapping(actor));
                }
                processes.add(new ProcessSketch(actor.name(), mappings));
            }
            return processes;
        }

        /** A mapping that can be made whatever else there is. */
        private ProcessSketch.Named mapping(Actor actor) {
            Optional<FileOnStage> file = deeds.file();
            Sharing sharing = deeds.sharing();
            boolean noStores = file.isPresent() && file.get().readOnly() && sharing == Sharing.SHARED;
            Protection prot = noStores || chance.once(5) ? new Protection(true, false, false) : Protection.READ_WRITE;
            boolean whole = file.isPresent() && file.get().size() > 0 && chance.once(2);
            Amount length = Amount.pages(chance.between(1, 3));
            MapSketch mapping = new MapSketch(
                    file.map(FileOnStage::name),
                    sharing,
                    prot,
                    Optional.empty(),
                    whole ? Optional.empty() : Optional.of(length),
                    Optional.empty(),
                    List.of(),
                    Optional.empty());
            String name = stage.nextMapping();
            long pages = whole ? stage.pagesOf(Amount.bytes(file.get().size())) : length.pages();
            actor.put(new Stretch(name, pages, file.orElse(null), 0, sharing == Sharing.SHARED, true));
            return new ProcessSketch.Named(name, mapping);
        }

        /** At the end everybody looks at all there is. */
        private void looks(List<Deed> done) {
            int left = MOST_LOOKS;
            for (Actor actor : stage.actors()) {
                for (Stretch stretch : actor.stretches()) {
                    if (left-- > 0 && (stretch.there() || chance.once(3))) {
                        Spot spot = new Spot(actor.name(), stretch.name(), Amount.ZERO);
                        done.add(Deed.of(new Act.Load(spot, Optional.of(Amount.pages(stretch.pages())))));
                    }
                }
            }
            for (FileOnStage file : stage.files()) {
                FileSpot beginning = new FileSpot(file.name(), Amount.ZERO);
                done.add(Deed.of(new Act.ReadFile(beginning, Amount.pages(5))));
            }
        }
    }
}
