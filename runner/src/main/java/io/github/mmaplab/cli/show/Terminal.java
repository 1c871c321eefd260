package io.github.mmaplab.cli.show;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Colors;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.host.Terminals;
import io.github.mmaplab.picture.text.Signs;
import io.github.mmaplab.picture.text.Style;
import java.util.List;
import java.util.Locale;

/** What the terminal can show. */
public final class Terminal {
    /** Its width where that is not known. */
    private static final int USUAL = 80;

    private Terminal() {}

    /**
     * The style for standard output.
     *
     * @throws UsageException if {@code --color} can't be used
     */
    public static Style style(Arguments arguments, Host host) throws UsageException {
        boolean ascii = arguments.has("ascii") || !showsUnicode(host);
        return new Style(width(host), ascii ? Signs.ASCII : Signs.UNICODE, Colors.palette(arguments, host));
    }

    private static int width(Host host) {
        String columns = host.variable("COLUMNS");
        if (columns.matches("[1-9][0-9]{0,3}")) {
            return Integer.parseInt(columns);
        }
        return host.outIsTerminal() ? Terminals.columns().orElse(USUAL) : USUAL;
    }

    /**
     * As setlocale(3) finds it; a file or a pipe gets UTF-8 unless the locale says otherwise. The console of Linux has few
     * characters beyond ASCII, whatever the locale.
     */
    private static boolean showsUnicode(Host host) {
        for (String name : List.of("LC_ALL", "LC_CTYPE", "LANG")) {
            String locale = host.variable(name).toUpperCase(Locale.ROOT);
            if (!locale.isEmpty()) {
                boolean utf8 = locale.contains("UTF-8") || locale.contains("UTF8");
                return utf8 && !(host.outIsTerminal() && host.variable("TERM").equals("linux"));
            }
        }
        return !host.outIsTerminal();
    }
}
