package io.github.mmaplab.cli.host;

import java.io.File;
import java.io.IOException;

/**
 * Determines whether a stream is a terminal. Java itself reports it only for standard input and output together, so
 * Linux is asked. On other systems no stream counts as a terminal, and {@code --color=always} is needed.
 */
final class Terminals {

    private Terminals() {}

    /** Whether the file descriptor {@code number} of this process is a terminal. */
    static boolean isTerminal(int number) {
        File descriptor = new File("/proc/self/fd/" + number);
        try {
            String device = descriptor.getCanonicalPath();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
        } catch (IOException e) {
            return false;
        }
    }
}
