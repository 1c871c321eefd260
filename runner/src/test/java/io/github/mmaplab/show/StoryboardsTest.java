package io.github.mmaplab.show;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.library.Library;
import io.github.mmaplab.picture.FileView;
import io.github.mmaplab.picture.Moment;
import io.github.mmaplab.picture.PageView;
import io.github.mmaplab.picture.ProcessView;
import io.github.mmaplab.picture.Storyboard;
import io.github.mmaplab.run.ScenarioRunner;
import io.github.mmaplab.run.result.Verdict;
import io.github.mmaplab.scenario.model.Claim;
import io.github.mmaplab.scenario.model.Scenario;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What storyboards show agrees with what is played, and with itself. */
class StoryboardsTest {

    @Test
    void each_step_of_the_library_is_a_moment_with_its_own_lines() throws IOException {
        for (Scenario scenario : Library.scenarios()) {
            Storyboard storyboard = Storyboards.of(scenario);
            boolean looksAtTheEnd = !scenario.expect().isEmpty()
                    || scenario.claims().stream().anyMatch(claim -> claim.held() == Claim.Held.NEVER);
            int end = looksAtTheEnd ? 1 : 0;
            assertThat(storyboard.moments())
                    .as(scenario.title())
                    .hasSize(scenario.steps().size() + 1 + end);
            for (Moment moment : storyboard.moments()) {
                if (moment.kind() == Moment.Kind.STEP) {
                    String verb = moment.text().substring(0, moment.text().indexOf(':'));
                    assertThat(verbAt(scenario, moment)).as(scenario.title()).isEqualTo(verb);
                    assertThat(storyboard.source().get(moment.lines().first() - 1))
                            .as(scenario.title())
                            .containsAnyOf("- ", "[", "{");
                }
            }
        }
    }

    private static String verbAt(Scenario scenario, Moment moment) {
        return scenario.steps().get(scenario.played(moment.step()) - 1).info().verb();
    }

    @Test
    void the_library_passes_on_storyboards_too() throws IOException {
        int checks = 0;
        for (Scenario scenario : Library.scenarios()) {
            Storyboard storyboard = Storyboards.of(scenario);
            boolean passes = ScenarioRunner.run(scenario).verdict() == Verdict.PASSED;
            assertThat(storyboard.passed()).as(scenario.title()).isEqualTo(passes);
            checks += storyboard.moments().stream()
                    .mapToInt(moment -> moment.checks().size())
                    .sum();
        }
        assertThat(checks).isGreaterThan(1000);
    }

    @Test
    void pages_are_counted_as_often_as_something_refers_to_them() throws IOException {
        for (Scenario scenario : Library.scenarios()) {
            for (Moment moment : Storyboards.of(scenario).moments()) {
                Map<Long, Integer> counted = new HashMap<>();
                for (ProcessView process : moment.processes()) {
                    for (ProcessView.MappingView mapping : process.mappings()) {
                        mapping.entries().forEach(entry -> counted.merge(entry.page(), 1, Integer::sum));
                    }
                }
                for (FileView file : moment.files()) {
                    file.cached().forEach(page -> counted.merge(page.page(), 1, Integer::sum));
                }
                for (PageView page : moment.pages()) {
                    int seen = counted.getOrDefault(page.number(), 0);
                    if (page.isZeroPage()) {
                        assertThat(seen).isPositive();
                    } else if (seen < ProcessView.MappingView.MOST_ENTRIES) {
                        assertThat(page.references())
                                .as(scenario.title() + ", " + moment.when() + ", page " + page.number())
                                .isBetween(seen, seen + 1);
                    }
                }
                assertThat(moment.pages()).extracting(PageView::number).containsAll(counted.keySet());
            }
        }
    }
}
