package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.site.SiteFiles;
import io.github.mmaplab.file.Reasons;
import io.github.mmaplab.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/** {@code mmaplab site}. */
final class SiteCommand implements Command {

    @Override
    public String operands() {
        return "DIR";
    }

    @Override
    public String summary() {
        return "write the playground: a page on which scenarios are written and played";
    }

    @Override
    public String details() {
        return """
                The page plays scenarios in the browser as they are typed, with pictures and reasons, and has the library
                of scenarios to open. It sends nothing anywhere: put the folder on a web server, or open its index.html.
                A link to a scenario holds the scenario. Files of the same names in DIR are replaced.

                examples:
                  mmaplab site public/mmaplab
                """;
    }

    @Override
    public Syntax syntax() {
        return new Syntax().flag("v", "verbose", "print a stack trace if mmaplab itself fails");
    }

    @Override
    public ExitCode run(Arguments arguments, Host host) throws UsageException {
        String name = arguments.operand();
        if (name == null || name.isEmpty()) {
            throw new UsageException("`mmaplab site` needs the name of a folder", "write `mmaplab site public`");
        }
        Map<String, byte[]> files = SiteFiles.all();
        try {
            Path folder = Files.createDirectories(host.resolve(name));
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                try (WholeFile whole = WholeFile.open(folder.resolve(file.getKey()))) {
                    whole.out().write(file.getValue());
                    whole.commit();
                }
            }
        } catch (InvalidPathException e) {
            throw new UsageException("`" + name + "` can't be written: " + e.getReason());
        } catch (IOException e) {
            throw new UsageException("`" + name + "` can't be written: " + Reasons.of(e));
        }
        host.out().println("wrote " + Counts.of(files.size(), "file") + " to " + name + "; index.html is the page");
        return ExitCode.PASSED;
    }
}
