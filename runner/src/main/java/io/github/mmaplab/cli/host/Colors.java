package io.github.mmaplab.cli.host;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.report.AnsiPalette;

/** Decides whether the output is coloured. */
public final class Colors {

    private Colors() {}

    /**
     * The palette of standard output. It depends on {@code --color}; otherwise on the environment (NO_COLOR,
     * FORCE_COLOR and CLICOLOR_FORCE, CLICOLOR, TERM, in this order); otherwise on whether the output is a terminal.
     *
     * @throws UsageException if {@code --color} has another value than auto, always and never
     */
    public static Palette palette(Arguments arguments, Host host) throws UsageException {
        return wanted(arguments, host) ? AnsiPalette.INSTANCE : Palette.PLAIN;
    }

    private static boolean wanted(Arguments arguments, Host host) throws UsageException {
        String when = arguments.last("color");
        if (when != null && !when.equals("auto")) {
            if (!when.equals("always") && !when.equals("never")) {
                throw new UsageException(
                        "`--color` must be auto, always or never, not `" + when + "`",
                        "leave it out for the default, auto");
            }
            return when.equals("always");
        }
        return byEnvironment(host);
    }

    private static boolean byEnvironment(Host host) {
        if (!host.variable("NO_COLOR").isEmpty()) {
            return false;
        }
        if (isOn(host.variable("FORCE_COLOR")) || isOn(host.variable("CLICOLOR_FORCE"))) {
            return true;
        }
        boolean declined = host.variable("FORCE_COLOR").equals("0")
                || host.variable("CLICOLOR").equals("0")
                || host.variable("TERM").equals("dumb");
        return host.outIsTerminal() && !declined;
    }

    private static boolean isOn(String value) {
        return !value.isEmpty() && !value.equals("0") && !value.equals("false");
    }
}
