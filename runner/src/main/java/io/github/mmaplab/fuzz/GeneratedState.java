package io.github.mmaplab.fuzz;

import io.github.mmaplab.abi.FileKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Roughly what there is while a scenario is generated: good enough for most steps to mean something, and no kernel. Processes
 * that may have ended count as ended.
 */
final class GeneratedState {

    private static final int MOST_PAGES = 64;
    private static final int MOST_BYTES = 1 << 20;

    private final int pageSize;
    private final List<KnownFile> files = new ArrayList<>();
    private final List<KnownProcess> running = new ArrayList<>();
    private final List<KnownProcess> processes = new ArrayList<>();
    private int mappings;

    GeneratedState(int pageSize) {
        this.pageSize = pageSize;
    }

    /** A file. */
    static final class KnownFile implements Numbered {
        private final int number;
        private final FileKind kind;
        private final boolean readOnly;
        private long size;
        private boolean linked = true;

        /**
         * A file.
         *
         * @param readOnly whether its permissions forbid opening it for writing
         * @param size in bytes
         */
        KnownFile(int number, FileKind kind, boolean readOnly, long size) {
            this.number = number;
            this.kind = kind;
            this.readOnly = readOnly;
            this.size = size;
        }

        @Override
        public int number() {
            return number;
        }

        String name() {
            return String.valueOf((char) ('f' + number));
        }

        boolean readOnly() {
            return readOnly;
        }

        boolean nameless() {
            return kind == FileKind.MEMFD;
        }

        boolean linked() {
            return linked;
        }

        void unlink() {
            linked &= nameless();
        }

        /** How long it is now, in bytes. */
        long size() {
            return size;
        }

        void resize(long bytes) {
            size = Math.max(0, Math.min(bytes, MOST_BYTES));
        }
    }

    /**
     * What a mapping's name refers to in one process.
     *
     * @param pages how many it has
     * @param file the file, if it is not anonymous
     * @param offset of its beginning in the file, in bytes
     * @param mapped whether it has not been unmapped
     */
    record KnownMapping(int number, long pages, Optional<KnownFile> file, long offset, boolean mapped)
            implements Numbered {

        String name() {
            return "m" + number;
        }

        KnownMapping ofPages(long other) {
            return new KnownMapping(number, other, file, offset, mapped);
        }

        KnownMapping unmapped() {
            return new KnownMapping(number, pages, file, offset, false);
        }
    }

    /** A process that runs. */
    static final class KnownProcess implements Numbered {
        private final int number;
        private final Map<Integer, KnownMapping> mappings;

        KnownProcess(int number, Map<Integer, KnownMapping> mappings) {
            this.number = number;
            this.mappings = new LinkedHashMap<>(mappings);
        }

        @Override
        public int number() {
            return number;
        }

        String name() {
            return "p" + number;
        }

        /** As a scenario writes the name of a mapping of this process: {@code p0.m1}. */
        String nameOf(KnownMapping mapping) {
            return name() + "." + mapping.name();
        }

        List<KnownMapping> mappings() {
            return new ArrayList<>(mappings.values());
        }

        boolean hasMappings() {
            return !mappings.isEmpty();
        }

        void put(KnownMapping mapping) {
            mappings.put(mapping.number(), mapping);
        }

        /** It runs another program: its names stay, but nothing is mapped there. */
        void clear() {
            mappings.replaceAll((number, mapping) -> mapping.unmapped());
        }
    }

    int pageSize() {
        return pageSize;
    }

    /** So many bytes in pages, rounded up. */
    long pagesOf(Amount amount) {
        return Math.max(1, Math.min(MOST_PAGES, (amount.in(pageSize) + pageSize - 1) / pageSize));
    }

    void add(KnownFile file) {
        files.add(file);
    }

    List<KnownFile> files() {
        return files;
    }

    /** The processes that run. */
    List<KnownProcess> running() {
        return running;
    }

    /** All processes that there were at some time. */
    List<KnownProcess> processes() {
        return processes;
    }

    /** The number of the next process. */
    int nextProcess() {
        return processes.size();
    }

    /** The number of the next mapping of any process. */
    int nextMapping() {
        return mappings++;
    }

    /** A process that begins. */
    KnownProcess spawn(int number) {
        return begin(number, Map.of());
    }

    KnownProcess fork(KnownProcess parent, int number) {
        return begin(number, parent.mappings);
    }

    private KnownProcess begin(int number, Map<Integer, KnownMapping> known) {
        KnownProcess process = new KnownProcess(number, known);
        processes.add(process);
        running.add(process);
        return process;
    }

    void end(KnownProcess process) {
        running.remove(process);
    }

    /** The names of all files. */
    List<String> fileNames() {
        return files.stream().map(KnownFile::name).toList();
    }

    /** The names of all processes that there were at some time. */
    List<String> processNames() {
        return processes.stream().map(KnownProcess::name).toList();
    }

    /** The names of all mappings of the processes that run. */
    List<String> mappingNames() {
        List<String> names = new ArrayList<>();
        running.forEach(process -> process.mappings().forEach(mapping -> names.add(process.nameOf(mapping))));
        return names;
    }
}
