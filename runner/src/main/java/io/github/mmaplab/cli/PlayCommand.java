package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.site.PlayServer;
import io.github.mmaplab.cli.site.SiteFiles;
import io.github.mmaplab.file.FolderSearch;
import io.github.mmaplab.file.Reasons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** {@code mmaplab play}. */
final class PlayCommand implements Command {

    @Override
    public String operands() {
        return "[options] [FILE]";
    }

    @Override
    public String summary() {
        return "open a scenario in the playground, in the browser of this machine";
    }

    @Override
    public String details() {
        return """
                Serves the playground on 127.0.0.1 until Ctrl-C, and prints its address. FILE is opened in it; it is
                written only by the page's Save, whole, and not if another program has changed it meanwhile.
                No other page and no other machine can read or write it.

                exit code: 130 after Ctrl-C, 64 the command line is wrong, or the port is in use

                examples:
                  mmaplab play
                  mmaplab play cow.scenario.yaml --port 8080
                """;
    }

    @Override
    public Syntax syntax() {
        return new Syntax()
                .value("port", "N", "the port of the address; any that is free by default")
                .flag("v", "verbose", "print a stack trace if mmaplab itself fails");
    }

    @Override
    public ExitCode run(Arguments arguments, Host host) throws UsageException {
        Path file = file(arguments.operand(), host);
        int port = port(arguments);
        try (PlayServer server = PlayServer.start(SiteFiles.all(), file, port)) {
            host.out().println("the playground is at " + server.address() + " (Ctrl-C ends it)");
            host.out().flush();
            new CountDownLatch(1).await();
        } catch (IOException e) {
            throw new UsageException(
                    "port " + port + " can't be used: " + Reasons.of(e), "`--port 0` takes a free one");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.PASSED;
    }

    private static @Nullable Path file(@Nullable String name, Host host) throws UsageException {
        if (name == null) {
            return null;
        }
        try {
            Path path = host.resolve(name);
            if (!Files.isRegularFile(path)) {
                throw new UsageException(
                        "there is no file `" + name + "`",
                        "`mmaplab init my" + FolderSearch.ENDING + "` writes a first one");
            }
            return path.toRealPath();
        } catch (InvalidPathException e) {
            throw new UsageException("`" + name + "` can't be read: " + e.getReason());
        } catch (IOException e) {
            throw new UsageException("`" + name + "` can't be read: " + Reasons.of(e));
        }
    }

    private static int port(Arguments arguments) throws UsageException {
        String written = arguments.only("port", "choose one port");
        if (written == null) {
            return 0;
        }
        if (!written.matches("[0-9]{1,5}") || Integer.parseInt(written) > 65535) {
            throw new UsageException("`--port` needs a number up to 65535, not `" + written + "`");
        }
        return Integer.parseInt(written);
    }
}
