package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Colors;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.play.Kernels;
import io.github.mmaplab.cli.select.Selection;
import io.github.mmaplab.cli.watch.ChangeDetector;
import io.github.mmaplab.cli.watch.WatchLoop;
import io.github.mmaplab.diagnostic.Palette;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** {@code mmaplab watch}. */
final class WatchCommand implements Command {

    @Override
    public String operands() {
        return "[options] PATH...";
    }

    @Override
    public String summary() {
        return "play scenarios, and play each file again when it changes";
    }

    @Override
    public String details() {
        return """
                Plays everything once, then each file that is saved or created, until Ctrl-C. Reports what failed in
                these files, and the state of all files in one line. On a terminal, clears the screen first.

                exit code: 130 after Ctrl-C, 2 there is no such file or folder, 64 the command line is wrong, or the
                kernel it asks for is not available, 70 a bug in mmaplab.

                examples:
                  mmaplab watch scenarios
                  mmaplab watch cow.scenario.yaml --on linux
                  mmaplab watch . --tag 'fork and cow'
                """;
    }

    @Override
    public Syntax syntax() {
        return Kernels.addTo(Selection.addTo(new Syntax()))
                .flag("v", "verbose", "print a stack trace if mmaplab itself fails")
                .color();
    }

    @Override
    public ExitCode run(Arguments arguments, Host host) throws UsageException {
        List<String> paths = PathOperands.required("watch", arguments);
        Selection selection = Selection.of(arguments);
        Palette palette = Colors.palette(arguments, host);
        try (Kernels kernels = Kernels.of(arguments, host);
                ChangeDetector wake = ChangeDetector.atChanges()) {
            return new WatchLoop(host, palette, kernels, selection, paths).run(wake);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
