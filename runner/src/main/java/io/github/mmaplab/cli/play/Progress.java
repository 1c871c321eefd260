package io.github.mmaplab.cli.play;

import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.parallel.InOrder;

/**
 * Shows progress on a terminal after the first second: one line on standard error, which is overwritten, and removed
 * before anything else is printed.
 */
public final class Progress implements InOrder.Progress {
    private static final long PATIENCE = 1_000_000_000L;
    private static final long PAUSE = 100_000_000L;
    private static final String CLEAR = "\r\033[K";

    private final Host host;
    private final boolean enabled;
    private long due;
    private long begun;
    private boolean shown;
    private String verb = "";
    private int done;
    private int total;

    /** Progress on standard error, if that is a terminal and {@code wanted}. */
    public Progress(Host host, boolean wanted) {
        this.host = host;
        this.enabled = wanted && host.errIsTerminal() && !host.variable("TERM").equals("dumb");
        this.due = enabled ? host.clock().nanos() + PATIENCE : 0;
    }

    @Override
    public void begin(String verb, int total) {
        this.verb = verb;
        this.total = total;
        this.done = 0;
        this.begun = enabled ? host.clock().nanos() : 0;
    }

    @Override
    public void step() {
        done++;
    }

    /** Shows the progress, the rate and the remaining time, if enough time has passed. */
    @Override
    public void show() {
        if (enabled && host.clock().nanos() >= due) {
            show(verb + " " + done + " of " + total + pace());
        }
    }

    private String pace() {
        long passed = host.clock().nanos() - begun;
        if (done == 0 || passed < PATIENCE) {
            return "";
        }
        double rate = done * 1e9 / passed;
        long left = (long) Math.ceil((total - done) / rate);
        String time = left < 60 ? left + " s" : left / 60 + " min " + left % 60 + " s";
        return ", " + Math.round(rate) + " a second, " + time + " left";
    }

    /** Shows this text, if enough time has passed. */
    void show(String text) {
        if (!enabled || host.clock().nanos() < due) {
            return;
        }
        host.err().print(CLEAR + text);
        host.err().flush();
        shown = true;
        due = host.clock().nanos() + PAUSE;
    }

    @Override
    public void clear() {
        if (shown) {
            host.err().print(CLEAR);
            host.err().flush();
            shown = false;
        }
    }
}
