package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.play.Campaigning;

/** {@code mmaplab fuzz}. */
final class FuzzCommand implements Command {

    @Override
    public Operand operand() {
        return Operand.NONE;
    }

    @Override
    public String operands() {
        return "[options]";
    }

    @Override
    public String summary() {
        return "play random scenarios here and on this machine's kernel, until the two differ";
    }

    @Override
    public String details() {
        return """
                A difference is made as small as it can be and written to fuzz-SEED-INDEX.scenario.yaml, which
                says what the machine's kernel does. Without --count and --time it ends after a minute.

                features: files memfd shm anonymous; private shared; fixed populate mprotect mremap msync
                madvise readwrite truncate punch unlink fork exec exit errors signals. Of a group between
                semicolons of which none is named, all are used.

                exit code: 0 no difference, 1 a difference was found, 2 the machine's kernel was lost again and
                again, 64 the command line is wrong, or this machine can't be used, 70 a bug of mmaplab.

                examples:
                  mmaplab fuzz --time 10m
                  mmaplab fuzz --seed 7 --count 100000 --shard 2/8 --keep-going --out found
                  mmaplab fuzz --only private,files,truncate,fork
                """;
    }

    @Override
    public Syntax syntax() {
        return new Syntax()
                .value("seed", "N", "what the scenarios follow from; the default is 1")
                .value("n", "count", "N", "play so many, those of all shards together")
                .value("time", "TIME", "begin no more scenarios after this time: 90s, 10m, 2h")
                .value("only", "FEATURE,...", "make scenarios of these features alone")
                .value("j", "jobs", "N", "play so many at once; the default is one for each processor")
                .value("shard", "I/N", "play the I-th of N parts of the campaign; auto, as `mmaplab run` takes it")
                .value("out", "FOLDER", "where to write differences; the default is the current folder")
                .flag("keep-going", "go on after a difference, and write one of each kind")
                .flag("q", "quiet", "say nothing when there is no difference")
                .flag("v", "verbose", "say more when mmaplab itself is wrong");
    }

    @Override
    public ExitCode run(Arguments arguments, Host host) throws UsageException {
        if (arguments.operand() != null) {
            throw new UsageException(
                    "`mmaplab fuzz` makes up its scenarios, and does not know what to do with `" + arguments.operand()
                            + "`",
                    "to compare the kernels on a file, write `mmaplab compare " + arguments.operand() + "`");
        }
        CampaignArguments wanted = CampaignArguments.of(arguments, host);
        boolean quiet = arguments.has("quiet");
        return new Campaigning(host, wanted.folder(), quiet).run(wanted.plan(), wanted.nanos());
    }
}
