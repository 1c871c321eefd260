package io.github.mmaplab.explain;

import io.github.mmaplab.kernel.abi.Data;
import io.github.mmaplab.kernel.abi.FileId;
import io.github.mmaplab.kernel.abi.Outcome;
import io.github.mmaplab.kernel.abi.ProcessId;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.scenario.model.Location;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which bytes are at a place, who wrote them, and which writes to the same place are not seen there. */
record ContentStory(Location location, long length) implements Question {

    /** Of the writes that are seen, so many are told of before those that are not. */
    private static final int MOST_SEEN = 2;

    @Override
    public Object seen(Film film) {
        return Look.at(film, location, length).seen();
    }

    @Override
    public Told told(Film film) {
        Look look = Look.at(film, location, length);
        if (look instanceof Look.Nobody nobody) {
            return nobody.told();
        }
        Look.Bytes bytes = (Look.Bytes) look;
        Outcome.Signalled fault = bytes.fault();
        if (fault != null && bytes.data().length() == 0 && location instanceof Location.InMemory memory) {
            return new Faults(film).told(memory, fault);
        }
        return new Told(answer(film, bytes), causes(film, bytes));
    }

    private String answer(Film film, Look.Bytes bytes) {
        Data data = bytes.data();
        String name = location.written();
        if (location instanceof Location.InFile file && data.length() == 0) {
            FileId id = film.file(file.file());
            long size = id == null ? 0 : film.end().file(id).size();
            return file.file() + " is " + size + " bytes long, and has nothing at " + name;
        }
        String holds = name + " holds " + ShownBytes.of(data);
        if (bytes.fault() != null) {
            return holds + "; reading the byte behind that raises "
                    + bytes.fault().signal();
        }
        return data.length() < length && location instanceof Location.InFile
                ? holds + ", and there the file ends"
                : holds;
    }

    private List<Cause> causes(Film film, Look.Bytes bytes) {
        List<Part> parts = parts(film, bytes.after(), bytes.data().length());
        Ledger ledger = Ledger.of(film);
        Names names = new Names(film);
        Phrases phrases = new Phrases(film, ledger, names);
        Map<Write, Part> seen = seen(ledger, parts);
        Seen words = new Seen(film, ledger, names, phrases);
        List<Cause> unseen = unseen(ledger, parts, seen, new Unseen(film, ledger, names, phrases), phrases);
        if (location instanceof Location.InFile file && bytes.data().length() < length) {
            FileId id = film.file(file.file());
            unseen.addAll(0, id == null ? List.of() : new SizeStory(file.file()).stores(film, id));
        }
        List<Cause> causes = new ArrayList<>();
        List<Cause> ways = new ArrayList<>();
        latest(seen).forEach((write, part) -> {
            if (causes.size() < MOST_SEEN) {
                ways.addAll(words.way(write, part));
            }
            causes.add(words.cause(write, part));
        });
        if (causes.isEmpty()) {
            causes.add(unwritten(film, parts, words));
        }
        List<Cause> earlier = causes.subList(Math.min(MOST_SEEN, causes.size()), causes.size());
        List<Cause> ordered = new ArrayList<>(causes.subList(0, causes.size() - earlier.size()));
        ordered.addAll(first(unseen));
        ordered.addAll(first(ways));
        ordered.addAll(unseen.subList(Math.min(1, unseen.size()), unseen.size()));
        ordered.addAll(earlier);
        return ordered;
    }

    private Cause unwritten(Film film, List<Part> parts, Seen words) {
        return parts.isEmpty() && location instanceof Location.InFile file
                ? new SizeStory(file.file()).last(film)
                : words.untouched(parts.get(0));
    }

    private static List<Cause> first(List<Cause> causes) {
        return causes.subList(0, Math.min(1, causes.size()));
    }

    private List<Part> parts(Film film, Machine after, long count) {
        if (location instanceof Location.InMemory memory) {
            ProcessId process = film.process(memory.process());
            return process == null
                    ? List.of()
                    : Part.ofMemory(
                            after,
                            memory.process() + "." + memory.mapping(),
                            process,
                            film.address(memory).orElse(0),
                            count);
        }
        Location.InFile file = (Location.InFile) location;
        FileId id = film.file(file.file());
        return id == null ? List.of() : Part.ofFile(after, id, file.offset(), count);
    }

    private static Map<Write, Part> seen(Ledger ledger, List<Part> parts) {
        Map<Write, Part> seen = new LinkedHashMap<>();
        for (Part part : parts) {
            if (part.frame() != null) {
                Paint paint = ledger.paint(part.frame());
                for (Paint.Stretch stretch : paint.within(part.within(), part.within() + part.length())) {
                    seen.putIfAbsent(stretch.write(), part);
                }
            }
        }
        return seen;
    }

    /** The latest writes, one for each operation, and where they are seen. */
    private static Map<Write, Part> latest(Map<Write, Part> seen) {
        Map<Integer, Map.Entry<Write, Part>> byShot = new TreeMap<>(Comparator.reverseOrder());
        seen.entrySet().forEach(entry -> byShot.putIfAbsent(entry.getKey().shot(), entry));
        Map<Write, Part> latest = new LinkedHashMap<>();
        byShot.values().stream()
                .limit(Explanation.MOST_REASONS)
                .forEach(entry -> latest.put(entry.getKey(), entry.getValue()));
        return latest;
    }

    private static List<Cause> unseen(
            Ledger ledger, List<Part> parts, Map<Write, Part> seen, Unseen words, Phrases phrases) {
        Map<Integer, Cause> byShot = new TreeMap<>(Comparator.reverseOrder());
        byShot.putAll(words.stopped(parts));
        for (int i = ledger.writes().size() - 1; i >= 0; i--) {
            Write write = ledger.writes().get(i);
            for (Part part : parts) {
                boolean told = byShot.containsKey(write.shot()) || seen.containsKey(write);
                if (!told && samePlace(write, part, phrases)) {
                    Optional<Cause> cause = words.cause(write, part);
                    cause.ifPresent(found -> byShot.put(write.shot(), found));
                }
            }
        }
        return new ArrayList<>(byShot.values());
    }

    /** Whether somebody might think that a write is seen there: it is to the same bytes of the file, or the same address. */
    private static boolean samePlace(Write write, Part part, Phrases phrases) {
        if (write.file() != null && write.file().equals(part.file())) {
            return overlap(write.position(), write.length(), part.position(), part.length());
        }
        return write.by() != null
                && part.through() != null
                && phrases.related(write.by().process(), part.through().process())
                && overlap(write.by().address(), write.length(), part.through().address(), part.length());
    }

    private static boolean overlap(long one, long length, long other, long otherLength) {
        return one < other + otherLength && other < one + length;
    }
}
