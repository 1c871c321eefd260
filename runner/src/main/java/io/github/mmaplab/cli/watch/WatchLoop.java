package io.github.mmaplab.cli.watch;

import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.play.Kernels;
import io.github.mmaplab.cli.play.Player;
import io.github.mmaplab.cli.select.Finder;
import io.github.mmaplab.cli.select.Found;
import io.github.mmaplab.cli.select.Lines;
import io.github.mmaplab.cli.select.ScenarioFile;
import io.github.mmaplab.cli.select.Selection;
import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.DiagnosticPrinter;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.file.InputFiles;
import io.github.mmaplab.report.Played;
import io.github.mmaplab.report.TextReport;
import io.github.mmaplab.run.result.Verdict;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.model.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Plays changed files until it is interrupted. */
public final class WatchLoop {
    private static final String CLEAR = "\033[H\033[2J";

    private final Host host;
    private final Palette palette;
    private final Selection selection;
    private final List<String> paths;
    private final Player player;
    /** The last result of each file, by the name that the user knows it by. */
    private Map<String, LastResult> states = new LinkedHashMap<>();

    public WatchLoop(Host host, Palette palette, Kernels kernels, Selection selection, List<String> paths) {
        this.host = host;
        this.palette = palette;
        this.selection = selection;
        this.paths = paths;
        this.player = new Player(host, kernels);
    }

    /** Plays everything once, and then what changes. Returns when its thread is interrupted. */
    public ExitCode run(ChangeDetector wake) {
        Found found = Finder.find(paths, host);
        for (Diagnostic problem : found.problems()) {
            if (problem.code() != Code.NO_SCENARIOS) {
                host.err().println(new DiagnosticPrinter(palette).print(problem));
                return ExitCode.INVALID;
            }
        }
        try {
            wake.watch(folders(found));
            round(Finder.find(paths, host), true);
            while (true) {
                wake.await();
                Found now = Finder.find(paths, host);
                wake.watch(folders(now));
                round(now, false);
            }
        } catch (InterruptedException e) {
            return ExitCode.PASSED;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<Path> folders(Found found) {
        Set<Path> folders = new LinkedHashSet<>();
        for (String path : paths) {
            if (Files.isDirectory(host.resolve(path))) {
                folders.add(host.resolve(path));
            }
        }
        for (ScenarioFile file : found.files()) {
            Path folder = file.path().toAbsolutePath().getParent();
            if (folder != null) {
                folders.add(folder);
            }
        }
        return folders;
    }

    private void round(Found found, boolean first) throws IOException {
        Map<String, LastResult> next = new LinkedHashMap<>();
        List<ScenarioFile> changed = new ArrayList<>();
        Map<String, String> stamps = new LinkedHashMap<>();
        for (ScenarioFile file : found.files()) {
            LastResult known = states.get(file.name());
            String stamp = LastResult.stamp(file.path());
            stamps.put(file.name(), stamp);
            if (known == null || !known.stamp().equals(stamp)) {
                changed.add(file);
                next.put(file.name(), new LastResult(stamp, 0, List.of(), false));
            } else {
                next.put(file.name(), known);
            }
        }
        boolean removed = !next.keySet().containsAll(states.keySet());
        if (changed.isEmpty() && !removed && !first) {
            return;
        }
        if (host.outIsTerminal()) {
            host.out().print(CLEAR);
        }
        TextReport report = new TextReport(host.out(), palette, TextReport.Detail.NORMAL, false);
        for (ScenarioFile file : changed) {
            if (!first) {
                host.out().println(palette.paint(Palette.Part.MESSAGE, file.name()));
            }
            next.put(file.name(), played(file, String.valueOf(stamps.get(file.name())), report));
        }
        states = next;
        host.out().println(WatchSummary.of(states.values(), palette));
        host.out().flush();
    }

    private LastResult played(ScenarioFile file, String stamp, TextReport report) throws IOException {
        ReadResult read = selection.of(Lines.select(file, InputFiles.scenarios(file.path(), file.name())));
        report.diagnostics(read.diagnostics());
        Map<Integer, String> failed = new LinkedHashMap<>();
        Set<Integer> all = new LinkedHashSet<>();
        for (Scenario scenario : read.scenarios()) {
            Played played = player.play(scenario);
            report.played(played);
            if (played instanceof Played.Unchecked) {
                continue;
            }
            all.add(scenario.document());
            if (!(played instanceof Played.Finished finished)
                    || finished.result().verdict() != Verdict.PASSED) {
                failed.putIfAbsent(
                        scenario.document(),
                        file.name() + ":" + scenario.titleSpan().line());
            }
        }
        return new LastResult(stamp, all.size() - failed.size(), List.copyOf(failed.values()), read.hasErrors());
    }
}
