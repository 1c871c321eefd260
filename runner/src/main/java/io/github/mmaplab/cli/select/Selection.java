package io.github.mmaplab.cli.select;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.tag.TagExpression;
import io.github.mmaplab.scenario.tag.TagSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Selects scenarios by what is written in them: their tags and their titles. */
public final class Selection {
    private final @Nullable TagExpression tags;
    private final @Nullable String name;

    private Selection(@Nullable TagExpression tags, @Nullable String name) {
        this.tags = tags;
        this.name = name;
    }

    /** Adds the options by which scenarios are selected. */
    public static Syntax addTo(Syntax syntax) {
        return syntax.value("tag", "EXPR", "select scenarios by their tags; EXPR has tags, and, or, not, ( )")
                .value("name", "TEXT", "select scenarios whose title contains TEXT; case is ignored");
    }

    /**
     * What the options say.
     *
     * @throws UsageException if they say nothing that can be understood
     */
    public static Selection of(Arguments arguments) throws UsageException {
        String tag = arguments.only("tag", "combine them: `--tag 'fork and file'`");
        String name = arguments.only("name", "give a longer part of the title");
        return new Selection(tag == null ? null : tags(tag), name == null ? null : name.toLowerCase(Locale.ROOT));
    }

    private static TagExpression tags(String written) throws UsageException {
        try {
            return TagExpression.parse(written);
        } catch (TagSyntaxException e) {
            throw UsageException.within(
                    "--tag",
                    written,
                    e.start(),
                    e.end(),
                    String.valueOf(e.getMessage()),
                    "write an expression such as `fork and not (file or shared)`");
        }
    }

    /** Of what was read, what is meant; what is wrong with files is told whatever is meant. */
    public ReadResult of(ReadResult read) {
        if (tags == null && name == null) {
            return read;
        }
        List<Scenario> selected = new ArrayList<>();
        for (Scenario scenario : read.scenarios()) {
            if (accepts(scenario)) {
                selected.add(scenario);
            }
        }
        return new ReadResult(selected, read.diagnostics());
    }

    private boolean accepts(Scenario scenario) {
        return (tags == null || tags.matches(scenario.tags()))
                && (name == null || scenario.title().toLowerCase(Locale.ROOT).contains(name));
    }
}
