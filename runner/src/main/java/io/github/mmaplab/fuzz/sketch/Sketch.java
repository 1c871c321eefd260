package io.github.mmaplab.fuzz.sketch;

import java.util.ArrayList;
import java.util.List;

/**
 * A scenario that can be taken apart.
 *
 * @param pageSize in bytes
 * @param processes at least one
 * @param deeds the steps, in order
 */
public record Sketch(int pageSize, List<FileSketch> files, List<ProcessSketch> processes, List<Deed> deeds) {

    private static final int USUAL_PAGE_SIZE = 4096;

    /** Copies the lists. */
    public Sketch {
        files = List.copyOf(files);
        processes = List.copyOf(processes);
        deeds = List.copyOf(deeds);
    }

    /** The same with other steps; those that speak of what there is not are left out. */
    public Sketch withDeeds(List<Deed> others) {
        return new Sketch(pageSize, files, processes, others).sound();
    }

    /** The same with other files; whatever speaks of one that is gone is left out. */
    public Sketch withFiles(List<FileSketch> others) {
        return new Sketch(pageSize, others, processes, deeds).sound();
    }

    /** The same with other processes; whatever speaks of one that is gone is left out. */
    public Sketch withProcesses(List<ProcessSketch> others) {
        return new Sketch(pageSize, files, others, deeds).sound();
    }

    /** The same without what speaks of files, processes or mappings that there are not. */
    private Sketch sound() {
        Names names = new Names();
        files.forEach(file -> names.addFile(file.name()));
        processes.forEach(process -> names.addProcess(process.name()));
        List<ProcessSketch> kept = new ArrayList<>();
        for (ProcessSketch process : processes) {
            List<ProcessSketch.Named> mappings = new ArrayList<>();
            for (ProcessSketch.Named named : process.mappings()) {
                if (names.take(new Act.Mmap(process.name(), named.name(), named.mapping()))) {
                    mappings.add(named);
                }
            }
            kept.add(new ProcessSketch(process.name(), mappings));
        }
        List<Deed> done = new ArrayList<>();
        for (Deed deed : deeds) {
            if (names.take(deed.act())) {
                done.add(deed);
            }
        }
        return new Sketch(pageSize, files, kept, done);
    }

    /** The names of all processes that there are at some time. */
    public List<String> processesEver() {
        List<String> ever = new ArrayList<>();
        processes.forEach(process -> ever.add(process.name()));
        for (Deed deed : deeds) {
            if (deed.act() instanceof Act.Fork fork) {
                ever.add(fork.child());
            }
        }
        return ever;
    }

    /** The beginnings of all ranges that have a name at the end, of processes that were not ended. */
    public List<Spot> ranges() {
        Names names = new Names();
        files.forEach(file -> names.addFile(file.name()));
        processes.forEach(process -> names.addProcess(process.name()));
        for (ProcessSketch process : processes) {
            process.mappings()
                    .forEach(named -> names.take(new Act.Mmap(process.name(), named.name(), named.mapping())));
        }
        deeds.forEach(deed -> names.take(deed.act()));
        return names.ranges();
    }

    /**
     * Writes it down as a scenario file.
     *
     * @param title one line
     * @param about prose, in lines that end with a line feed; may be empty
     */
    public String yaml(String title, String about) {
        StringBuilder yaml = new StringBuilder(1 << 10);
        yaml.append("scenario: ").append(title).append('\n');
        if (!about.isEmpty()) {
            yaml.append("about: >\n");
            about.lines().forEach(line -> yaml.append("  ").append(line).append('\n'));
        }
        if (pageSize != USUAL_PAGE_SIZE) {
            yaml.append("page-size: ").append(pageSize).append('\n');
        }
        if (!files.isEmpty()) {
            yaml.append("files:\n");
            for (FileSketch file : files) {
                file.write(yaml.append("  "), pageSize);
                yaml.append('\n');
            }
        }
        yaml.append("processes:\n");
        processes.forEach(process -> process.write(yaml));
        if (!deeds.isEmpty()) {
            yaml.append("steps:\n");
            deeds.forEach(deed -> deed.write(yaml));
        }
        if (checksNothing()) {
            yaml.append("expect:\n  ").append(processes.get(0).name()).append(": { alive: true }\n");
        }
        return yaml.toString();
    }

    private boolean checksNothing() {
        for (Deed deed : deeds) {
            if (!deed.outcome().isEmpty() || deed.act() instanceof Act.Look) {
                return false;
            }
        }
        return true;
    }

    /** Scenarios in which something is simpler, but nothing is left out. */
    public List<Sketch> simpler() {
        List<Sketch> simpler = new ArrayList<>();
        for (int i = 0; i < deeds.size(); i++) {
            for (Deed deed : deeds.get(i).simpler()) {
                simpler.add(withDeeds(replaced(deeds, i, deed)));
            }
        }
        for (int i = 0; i < processes.size(); i++) {
            for (ProcessSketch process : processes.get(i).simpler()) {
                simpler.add(withProcesses(replaced(processes, i, process)));
            }
        }
        for (int i = 0; i < files.size(); i++) {
            for (FileSketch file : files.get(i).simpler()) {
                simpler.add(withFiles(replaced(files, i, file)));
            }
        }
        return simpler;
    }

    /** Scenarios with one file or process less: what was done by a process is left out, or done by another one. */
    public List<Sketch> smaller() {
        List<Sketch> smaller = new ArrayList<>();
        if (processes.size() > 1) {
            Yaml.fewer(processes).forEach(fewer -> smaller.add(withProcesses(fewer)));
        }
        Yaml.fewer(files).forEach(fewer -> smaller.add(withFiles(fewer)));
        for (Deed deed : deeds) {
            if (deed.act() instanceof Act.Fork fork) {
                smaller.add(doneBy(fork.child(), fork.parent(), deed));
            }
        }
        for (ProcessSketch gone : processes) {
            for (ProcessSketch heir : processes) {
                if (!gone.equals(heir)) {
                    smaller.add(inherited(gone, heir));
                }
            }
        }
        return smaller;
    }

    /** The same with a child's deeds done by its parent. */
    private Sketch doneBy(String child, String parent, Deed fork) {
        List<Deed> others = new ArrayList<>();
        for (Deed deed : deeds) {
            if (!deed.equals(fork)) {
                others.add(new Deed(deed.act().renamed(child, parent), deed.outcome()));
            }
        }
        return withDeeds(others);
    }

    /** The same with the mappings and deeds of a process given to another one; their names differ. */
    private Sketch inherited(ProcessSketch gone, ProcessSketch heir) {
        List<ProcessSketch> fewer = new ArrayList<>();
        for (ProcessSketch process : processes) {
            if (process.equals(heir)) {
                List<ProcessSketch.Named> mappings = new ArrayList<>(heir.mappings());
                for (ProcessSketch.Named named : gone.mappings()) {
                    mappings.add(new ProcessSketch.Named(
                            named.name(), named.mapping().renamed(gone.name(), heir.name())));
                }
                fewer.add(new ProcessSketch(heir.name(), mappings));
            } else if (!process.equals(gone)) {
                fewer.add(process);
            }
        }
        List<Deed> others = new ArrayList<>();
        for (Deed deed : deeds) {
            others.add(new Deed(deed.act().renamed(gone.name(), heir.name()), deed.outcome()));
        }
        return new Sketch(pageSize, files, fewer, others).sound();
    }

    private static <T> List<T> replaced(List<T> list, int index, T element) {
        List<T> others = new ArrayList<>(list);
        others.set(index, element);
        return others;
    }
}
