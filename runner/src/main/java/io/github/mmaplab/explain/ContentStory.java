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

    /** Of the writes that are seen, so many are told of, if others are not seen. */
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
        Seen seenWords = new Seen(film, ledger, names, phrases);
        List<Cause> unseen = unseen(ledger, parts, seen, new Unseen(film, ledger, names, phrases), phrases);
        if (location instanceof Location.InFile file && bytes.data().length() < length) {
            FileId id = film.file(file.file());
            unseen.addAll(0, id == null ? List.of() : new SizeStory(file.file()).stores(film, id));
        }
        List<Cause> causes = new ArrayList<>();
        List<Cause> ways = new ArrayList<>();
        for (Write write : latest(seen)) {
            Part part = seen.get(write);
            if (part != null) {
                causes.add(seenWords.cause(write, part));
                ways.addAll(seenWords.way(write, part));
            }
        }
        if (seen.isEmpty()) {
            causes.add(
                    parts.isEmpty()
                            ? new SizeStory(((Location.InFile) location).file()).last(film)
                            : seenWords.untouched(parts.get(0)));
        }
        causes.addAll(first(unseen));
        causes.addAll(first(ways));
        causes.addAll(unseen.subList(Math.min(1, unseen.size()), unseen.size()));
        return causes;
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

    /** The latest writes, one for each operation. */
    private static List<Write> latest(Map<Write, Part> seen) {
        Map<Integer, Write> byShot = new LinkedHashMap<>();
        seen.keySet().stream()
                .sorted(Comparator.comparingInt(Write::shot).reversed())
                .forEach(write -> byShot.putIfAbsent(write.shot(), write));
        return byShot.values().stream().limit(MOST_SEEN).toList();
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
