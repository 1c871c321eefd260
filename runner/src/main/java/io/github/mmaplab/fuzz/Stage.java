package io.github.mmaplab.fuzz;

import io.github.mmaplab.abi.Advice;
import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.fuzz.sketch.Amount;
import io.github.mmaplab.fuzz.sketch.FileSketch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Roughly what there is while a scenario is made up: good enough for most steps to mean something, and no kernel. Processes
 * that may have ended count as ended.
 */
final class Stage {

    private final int pageSize;
    private final List<FileOnStage> files = new ArrayList<>();
    private final List<Actor> actors = new ArrayList<>();
    private int mappings;
    private int processes;
    private boolean givenUp;

    Stage(int pageSize) {
        this.pageSize = pageSize;
    }

    /** The advice, unless nothing is promised of it: whether MADV_PAGEOUT takes what MADV_FREE has given up. */
    Advice allowed(Advice advice) {
        givenUp |= advice == Advice.FREE;
        return givenUp && advice == Advice.PAGEOUT ? Advice.COLD : advice;
    }

    /** A file: what it was at the beginning, and how long it is now. */
    static final class FileOnStage {
        private final FileSketch sketch;
        private long size;
        private boolean linked;

        FileOnStage(FileSketch sketch, int pageSize) {
            this.sketch = sketch;
            this.size = sketch.size().in(pageSize);
            this.linked = true;
        }

        String name() {
            return sketch.name();
        }

        boolean readOnly() {
            return sketch.readOnly();
        }

        boolean nameless() {
            return sketch.kind() == FileKind.MEMFD;
        }

        boolean linked() {
            return linked;
        }

        void unlink() {
            linked = false;
        }

        long size() {
            return size;
        }

        void resize(long bytes) {
            size = Math.max(0, Math.min(bytes, 1 << 20));
        }
    }

    /**
     * What a mapping's name stands for.
     *
     * @param name the mapping's
     * @param pages how many it has
     * @param file the file, or null for anonymous memory
     * @param offset of its beginning in the file, in bytes
     * @param there whether it has not been unmapped
     */
    record Stretch(String name, long pages, @Nullable FileOnStage file, long offset, boolean shared, boolean there) {
        Stretch ofPages(long other) {
            return new Stretch(name, other, file, offset, shared, there);
        }

        Stretch gone() {
            return new Stretch(name, pages, file, offset, shared, false);
        }
    }

    /** A process that runs. */
    static final class Actor {
        private final String name;
        private final Map<String, Stretch> stretches;

        Actor(String name, Map<String, Stretch> stretches) {
            this.name = name;
            this.stretches = new LinkedHashMap<>(stretches);
        }

        String name() {
            return name;
        }

        List<Stretch> stretches() {
            return List.copyOf(stretches.values());
        }

        void put(Stretch stretch) {
            stretches.put(stretch.name(), stretch);
        }

        /** It runs another program: its names stay, and stand for nothing. */
        void clear() {
            stretches.replaceAll((name, stretch) -> stretch.gone());
        }
    }

    int pageSize() {
        return pageSize;
    }

    /** So many bytes in pages, rounded up. */
    long pagesOf(Amount amount) {
        return Math.max(1, Math.min(64, (amount.in(pageSize) + pageSize - 1) / pageSize));
    }

    List<FileOnStage> files() {
        return files;
    }

    void add(FileSketch file) {
        files.add(new FileOnStage(file, pageSize));
    }

    /** The processes that run. */
    List<Actor> actors() {
        return actors;
    }

    /** How many processes there have been. */
    int processes() {
        return processes;
    }

    Actor spawn() {
        Actor actor = new Actor(nextProcess(), Map.of());
        actors.add(actor);
        return actor;
    }

    Actor fork(Actor parent) {
        Actor child = new Actor(nextProcess(), parent.stretches);
        actors.add(child);
        return child;
    }

    void end(Actor actor) {
        actors.remove(actor);
    }

    private String nextProcess() {
        return "p" + processes++;
    }

    /** A name for a mapping that no other has. */
    String nextMapping() {
        return "m" + mappings++;
    }
}
