package io.github.mmaplab.cli;

import io.github.mmaplab.cli.host.Host;

/** The program's entry. */
public final class Main {

    private Main() {}

    /** Does what the command line says, and exits with the code that tells how it went. */
    public static void main(String[] args) {
        Host host = Host.ofThisProcess();
        int status = new Program(host).run(args);
        // From Java 21 on, System.exit sets up logging first: a tenth of a start. Threads that are left are daemons.
        if (status != 0) {
            System.exit(status);
        }
    }
}
