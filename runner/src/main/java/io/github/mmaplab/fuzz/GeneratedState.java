package io.github.mmaplab.fuzz;

import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.HeapLength;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * An approximation of the state while a scenario is generated, good enough that most steps have an effect. It is no
 * kernel. Processes that may have ended count as ended.
 */
final class GeneratedState {

    private static final int MOST_PAGES = 64;
    private static final int MOST_BYTES = 1 << 20;

    /** The most names of files. */
    private static final int MOST_NAMES = 9;

    private final int pageSize;
    private final List<KnownFile> files = new ArrayList<>();
    private final List<KnownProcess> running = new ArrayList<>();
    private final List<KnownProcess> processes = new ArrayList<>();
    private int mappings;
    private int names;

    GeneratedState(int pageSize) {
        this.pageSize = pageSize;
    }

    /** A file. */
    static final class KnownFile implements Numbered {
        private final int number;
        private final FileKind kind;
        private boolean readOnly;
        private long size;
        private boolean linked = true;

        /**
         * @param readOnly whether its permissions forbid opening it for writing
         *
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

        /** Whether it is a System V segment, which no call on a file takes. */
        boolean isSegment() {
            return kind == FileKind.SYSV;
        }

        boolean linked() {
            return linked;
        }

        void unlink() {
            linked &= nameless();
        }

        /** Whether it can be renamed. */
        boolean isRegular() {
            return kind == FileKind.REGULAR && linked;
        }

        /** Its name is that of another file from now on. */
        void become(KnownFile other) {
            readOnly = other.readOnly;
            size = other.size;
            linked = true;
        }

        /** The current size in bytes. */
        long size() {
            return size;
        }

        void resize(long bytes) {
            size = Math.max(0, Math.min(bytes, MOST_BYTES));
        }
    }

    /**
     * What the name of a mapping refers to in one process.
     *
     * @param pages its length in pages
     * @param file the file; empty for anonymous memory
     * @param offset the offset in the file, in bytes
     * @param mapped whether it has not been unmapped
     */
    record KnownMapping(int number, long pages, Optional<KnownFile> file, long offset, boolean mapped)
            implements Numbered {

        /** The number of what has the name of the heap; other mappings have lower ones. */
        static final int HEAP = 63;

        String name() {
            return nameOf(number);
        }

        static String nameOf(int number) {
            return number == HEAP ? HeapLength.HEAP : "m" + number;
        }

        boolean isAttachment() {
            return file.isPresent() && file.get().isSegment();
        }

        KnownMapping ofPages(long other) {
            return new KnownMapping(number, other, file, offset, mapped);
        }

        KnownMapping unmapped() {
            return new KnownMapping(number, pages, file, offset, false);
        }
    }

    /** A running process. */
    static final class KnownProcess implements Numbered {
        private final int number;
        private final Map<Integer, KnownMapping> mappings;
        /** The files of its descriptors, open or closed, by their names. */
        private final Map<String, KnownFile> descriptors;

        KnownProcess(int number, Map<Integer, KnownMapping> mappings, Map<String, KnownFile> descriptors) {
            this.number = number;
            this.mappings = new LinkedHashMap<>(mappings);
            this.descriptors = new LinkedHashMap<>(descriptors);
        }

        /** The names of its descriptors, open or closed. */
        List<String> descriptors() {
            return List.copyOf(descriptors.keySet());
        }

        boolean hasDescriptors() {
            return !descriptors.isEmpty();
        }

        /** The file of a descriptor. */
        KnownFile fileOf(String descriptor) {
            return Objects.requireNonNull(descriptors.get(descriptor), "a descriptor of the process");
        }

        /** A descriptor refers to a file from now on. */
        void open(String descriptor, KnownFile file) {
            descriptors.put(descriptor, file);
        }

        @Override
        public int number() {
            return number;
        }

        String name() {
            return "p" + number;
        }

        /** The name of a mapping of this process in a scenario: {@code p0.m1}. */
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

        /** The process runs another program: it keeps the names, but they are not mapped. */
        void clear() {
            mappings.replaceAll((number, mapping) -> mapping.unmapped());
        }
    }

    int pageSize() {
        return pageSize;
    }

    /** The number of pages, rounded up. */
    long pagesOf(Amount amount) {
        return Math.max(1, Math.min(MOST_PAGES, (amount.in(pageSize) + pageSize - 1) / pageSize));
    }

    void add(KnownFile file) {
        files.add(file);
        names = Math.max(names, file.number() + 1);
    }

    List<KnownFile> files() {
        return files;
    }

    /** Those that calls on files take. */
    List<KnownFile> ordinaryFiles() {
        return files.stream().filter(file -> !file.isSegment()).toList();
    }

    /** Those that can be renamed. */
    List<KnownFile> regularFiles() {
        return files.stream().filter(KnownFile::isRegular).toList();
    }

    /** Those that can be sealed. */
    List<KnownFile> memfds() {
        return files.stream().filter(KnownFile::nameless).toList();
    }

    /** A file with a name that no other one has had; empty if there have been enough. */
    Optional<KnownFile> newFile() {
        if (names >= MOST_NAMES) {
            return Optional.empty();
        }
        KnownFile file = new KnownFile(names, FileKind.REGULAR, false, 0);
        add(file);
        return Optional.of(file);
    }

    /** A name is not that of a file any more. */
    void remove(KnownFile file) {
        files.remove(file);
    }

    /** The running processes. */
    List<KnownProcess> running() {
        return running;
    }

    /** All processes, including those that have ended. */
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

    /** Starts a process. */
    KnownProcess spawn(int number) {
        return begin(number, Map.of(), Map.of());
    }

    KnownProcess fork(KnownProcess parent, int number) {
        return begin(number, parent.mappings, parent.descriptors);
    }

    private KnownProcess begin(int number, Map<Integer, KnownMapping> known, Map<String, KnownFile> descriptors) {
        KnownProcess process = new KnownProcess(number, known, descriptors);
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

    /** The names of all processes, including those that have ended. */
    List<String> processNames() {
        return processes.stream().map(KnownProcess::name).toList();
    }

    /** The names of all mappings of the running processes. */
    List<String> mappingNames() {
        List<String> names = new ArrayList<>();
        running.forEach(process -> process.mappings().forEach(mapping -> names.add(process.nameOf(mapping))));
        return names;
    }
}
