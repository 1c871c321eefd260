package io.github.mmaplab.cli;

import io.github.mmaplab.cli.host.Host;

/** The program's entry. */
public final class Main {

    private Main() {}

    /** Runs the command line, and exits with its exit code. */
    public static void main(String[] args) {
        Host host = Host.ofThisProcess();
        int status = new Program(host).run(args);
        // From Java 21 on, System.exit sets up logging first, which takes a tenth of a start. All other threads are
        // daemons.
        if (status != 0) {
            System.exit(status);
        }
    }
}
