package io.github.mmaplab.cli.host;

import java.io.File;
import java.io.IOException;

/**
 * Finds out whether a stream is a terminal. Java itself tells it of standard input and output together only, so Linux is
 * asked; elsewhere a stream counts as none, and {@code --color=always} is there for that.
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
