package io.github.mmaplab.cli.arguments;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.cli.HelpFormatter;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;

/** The options of a command. */
public final class Syntax {
    private static final int WIDTH = 100;

    private final Options options = new Options();

    /** Old names of options, which are not listed, with the present names. */
    private final Map<String, String> former = new LinkedHashMap<>();

    /** The option {@code --help}. */
    public Syntax() {
        flag("h", "help", "show this help");
    }

    /** Adds an option without a value. */
    public Syntax flag(String letter, String name, String description) {
        options.addOption(new Option(letter, name, false, description));
        return this;
    }

    /** Adds an option without a value and without a letter. */
    public Syntax flag(String name, String description) {
        options.addOption(new Option(null, name, false, description));
        return this;
    }

    /** Adds an option with a value. */
    public Syntax value(String letter, String name, String label, String description) {
        return add(new Option(letter, name, true, description), label);
    }

    /** Adds an option with a value and without a letter. */
    public Syntax value(String name, String label, String description) {
        return add(new Option(null, name, true, description), label);
    }

    /** Adds an old name of an option with a value. */
    public Syntax formerly(String old, String name) {
        former.put(old, name);
        return this;
    }

    /** Adds the choice of colour. */
    public Syntax color() {
        return value("color", "WHEN", "use colour: auto (on a terminal, the default), always or never");
    }

    private Syntax add(Option option, String label) {
        option.setArgName(label);
        options.addOption(option);
        return this;
    }

    /** The description of each option, in one or more lines. */
    public String describe() {
        StringWriter text = new StringWriter();
        PrintWriter lines = new PrintWriter(text);
        HelpFormatter formatter = new HelpFormatter();
        formatter.setOptionComparator(null);
        formatter.setNewLine("\n");
        formatter.printOptions(lines, WIDTH, options, 2, 3);
        lines.flush();
        return text.toString();
    }

    /**
     * The description of an option for completion.
     *
     * @param letter the letter; empty if it has none
     * @param label the label of its value; empty if it has none
     */
    public record Described(String letter, String name, String label, String description) {}

    /** The options, in the order added. */
    public List<Described> described() {
        List<Described> described = new ArrayList<>();
        for (Option option : options.getOptions()) {
            described.add(new Described(
                    option.getOpt() == null ? "" : option.getOpt(),
                    option.getLongOpt(),
                    option.hasArg() ? option.getArgName() : "",
                    option.getDescription()));
        }
        return described;
    }

    /** The options by all their names, for the library. */
    Options options() {
        Options all = new Options();
        for (Option option : options.getOptions()) {
            all.addOption(option);
        }
        for (Map.Entry<String, String> old : former.entrySet()) {
            String description = options.getOption(old.getValue()).getDescription();
            all.addOption(new Option(null, old.getKey(), true, description));
        }
        return all;
    }

    /** The present name of an option. */
    String name(Option option) {
        return former.getOrDefault(option.getLongOpt(), option.getLongOpt());
    }
}
