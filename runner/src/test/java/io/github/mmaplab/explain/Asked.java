package io.github.mmaplab.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.scenario.decode.LocationReader;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A question as the golden files write it: {@code content alice.p+1 page 5 after 3}. */
record Asked(Scenario scenario, String line, String kind, String what, int step) {

    private static final Pattern FORM = Pattern.compile("> (\\S+)(?: (.*?))??(?: after (\\d+))?");

    static Asked of(Scenario scenario, String line) {
        Matcher matcher = FORM.matcher(line);
        assertThat(matcher.matches()).as(line).isTrue();
        String what = matcher.group(2) == null ? "" : matcher.group(2);
        int step = matcher.group(3) == null ? scenario.steps().size() : Integer.parseInt(matcher.group(3));
        return new Asked(scenario, line, matcher.group(1), what, step);
    }

    Explanation explanation() {
        return query().explanation();
    }

    Query query() {
        int space = what.lastIndexOf(' ');
        return switch (kind) {
            case "content" ->
                Query.content(
                        scenario, step, location(what.substring(0, space)), Long.parseLong(what.substring(space + 1)));
            case "signal" -> Query.signal(scenario, step, memory(what));
            case "same-page" ->
                Query.samePage(
                        scenario,
                        step,
                        memory(what.replaceFirst(" and .*", "")),
                        memory(what.replaceFirst(".* and ", "")));
            case "size" -> Query.size(scenario, step, what);
            case "outcome" -> Query.outcome(scenario, labelled(what));
            case "outcome-of" -> Query.outcome(scenario, Integer.parseInt(what));
            case "pages" -> Query.pages(scenario, step);
            case "copies" -> Query.copies(scenario, step);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private int labelled(String label) {
        for (int i = 0; i < scenario.steps().size(); i++) {
            if (scenario.steps().get(i).info().label().filter(label::equals).isPresent()) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("no label " + label);
    }

    private Location.InMemory memory(String text) {
        return (Location.InMemory) location(text);
    }

    private Location location(String text) {
        Problems problems = new Problems();
        return LocationReader.read(scenario, new Source("golden", text), problems)
                .orElseThrow(() -> new AssertionError(problems.all()));
    }
}
