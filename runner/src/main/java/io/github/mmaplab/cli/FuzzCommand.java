package io.github.mmaplab.cli;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.play.CampaignRun;

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
        return "play random scenarios on the simulated kernel and on this machine's, until they differ";
    }

    @Override
    public String details() {
        return """
                A difference is reduced to the smallest scenario that shows it, which is written to
                fuzz-SEED-INDEX.scenario.yaml and states what the machine's kernel does. Without --count and --time, the
                campaign ends after one minute.

                features: files memfd shm sysv anonymous; private shared; fixed populate mprotect mremap msync
                madvise readwrite truncate punch mseal seal unlink rename descriptors limit brk fork exec exit errors
                signals. Semicolons separate groups; of a group of which you name no feature, all are used.

                exit code: 0 no difference, 1 a difference was found, 2 the machine's kernel was lost repeatedly,
                64 the command line is wrong, or this machine can't be used, 70 a bug in mmaplab.

                examples:
                  mmaplab fuzz --time 10m
                  mmaplab fuzz --seed 7 --count 100000 --shard 2/8 --keep-going --out found
                  mmaplab fuzz --only private,files,truncate,fork
                  mmaplab fuzz --parallel 100 --time 10m
                  mmaplab fuzz --orders --time 10m
                """;
    }

    @Override
    public Syntax syntax() {
        return new Syntax()
                .value("seed", "N", "the seed of the random scenarios; the default is 1")
                .value("n", "count", "N", "play N scenarios, over all shards")
                .value("time", "TIME", "start no scenario after this time: 90s, 10m, 2h")
                .value("parallel", "N", "play concurrent scenarios: run their branches at once, N times each")
                .flag("orders", "play concurrent scenarios, step by step, in one order for each outcome")
                .value("only", "FEATURE,...", "use only these features")
                .value("j", "jobs", "N", "play N at once; the default is one per processor")
                .value("shard", "I/N", "play the I-th of N parts of the campaign; or auto, as for `mmaplab run`")
                .value("out", "FOLDER", "write differences to this folder; the default is the current folder")
                .flag("keep-going", "continue after a difference, and write one of each kind")
                .flag("q", "quiet", "print nothing if there is no difference")
                .flag("v", "verbose", "print a stack trace if mmaplab itself fails");
    }

    @Override
    public ExitCode run(Arguments arguments, Host host) throws UsageException {
        if (arguments.operand() != null) {
            throw new UsageException(
                    "`mmaplab fuzz` generates its scenarios, and takes no file; it was given `" + arguments.operand()
                            + "`",
                    "to compare the kernels on a file, write `mmaplab compare " + arguments.operand() + "`");
        }
        CampaignArguments wanted = CampaignArguments.of(arguments, host);
        boolean quiet = arguments.has("quiet");
        if (arguments.has("orders")) {
            if (arguments.has("parallel")) {
                throw new UsageException(
                        "`--orders` plays one step at a time, and `--parallel` runs branches at once", "choose one");
            }
            return new CampaignRun(host, wanted.folder(), quiet).runInOrders(wanted.plan(), wanted.nanos());
        }
        if (arguments.has("parallel")) {
            return new CampaignRun(host, wanted.folder(), quiet)
                    .runAtOnce(wanted.plan(), ParallelOption.number(arguments), wanted.nanos());
        }
        return new CampaignRun(host, wanted.folder(), quiet).run(wanted.plan(), wanted.nanos());
    }
}
