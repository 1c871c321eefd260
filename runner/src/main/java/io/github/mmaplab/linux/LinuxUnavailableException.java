package io.github.mmaplab.linux;

/** Scenarios can't be played on the kernel of this machine. The message is one line, for the user. */
public final class LinuxUnavailableException extends Exception {

    private static final long serialVersionUID = 1;

    LinuxUnavailableException(String message) {
        super(message);
    }
}
