package io.github.mmaplab.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.machine.Rules;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.Scenario;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A search keeps no machines that it has passed. One that it needs once more is the same as before. */
final class WorldsTest {
    private static final String STORY = """
            scenario: a child and a page
            processes: { alice: { p: { sharing: private, length: 2 pages } } }
            steps:
              - write: { alice.p: A }
              - fork: { alice: bob }
              - write: { alice.p: B, bob.p + 1 page: C }
            expect: { alice.p: A, bob.p: B, bob.p + 1 page: A, memory: { copies: 0 } }
            """;

    private static OrderModel model() {
        Scenario scenario = ScenarioReader.read("a.scenario.yaml", STORY.getBytes(StandardCharsets.UTF_8))
                .scenarios()
                .get(0);
        Machine machine = Machine.boot(new PageSize(scenario.pageSize()), Rules.LINUX);
        return new OrderModel(Setting.of(scenario, List.of(), true, Map.of(), question -> true), machine, Set.of());
    }

    /** Plays the parts up to a step, then forgets, and plays the end in the state after each of them. */
    private static List<List<String>> seen(OrderModel model, boolean passes) {
        int state = model.start();
        int[] after = new int[4];
        for (int part = 0; part < after.length; part++) {
            state = model.effects(state, part).get(0).next();
            after[part] = state;
        }
        if (passes) {
            model.pass();
            model.pass();
        }
        return List.of(seen(model, after[3]), seen(model, after[2]));
    }

    private static List<String> seen(OrderModel model, int state) {
        return model.sight(model.effects(state, 4).get(0).sight()).problems().stream()
                .map(Told::of)
                .toList();
    }

    @Test
    void what_was_forgotten_is_made_again() {
        List<List<String>> remembered = seen(model(), false);
        assertThat(remembered.get(0)).hasSize(4);
        assertThat(remembered.get(1)).isNotEqualTo(remembered.get(0)).isNotEmpty();
        assertThat(seen(model(), true)).isEqualTo(remembered);
    }
}
