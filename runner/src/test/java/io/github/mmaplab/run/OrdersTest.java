package io.github.mmaplab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.kernel.SimulatedKernel;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.Order;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrdersTest {

    private static Scenario scenario(String... steps) {
        String text = """
                scenario: A sample
                files: { data.txt: hello }
                processes:
                  alice: { p: { file: data.txt, sharing: shared } }
                steps:
                """ + String.join("", steps) + "expect: { data.txt: hello }\n";
        var read = ScenarioReader.read("a.scenario.yaml", text.getBytes(StandardCharsets.UTF_8));
        assertThat(read.diagnostics()).isEmpty();
        return read.scenarios().get(0);
    }

    /** A step of branches a, b, c..., each of so many steps. */
    private static String branches(int... lengths) {
        StringBuilder text = new StringBuilder("  - concurrently:\n");
        for (int i = 0; i < lengths.length; i++) {
            text.append("      ").append((char) ('a' + i)).append(": [ ");
            text.append("read: alice.p, ".repeat(lengths[i])).append("]\n");
        }
        return text.toString();
    }

    private static List<Scenario> all(Scenario scenario) {
        List<Scenario> all = new ArrayList<>();
        Orders.of(scenario).forEachRemaining(all::add);
        return all;
    }

    private static List<String> words(Scenario scenario) {
        return all(scenario).stream()
                .map(each -> each.order().map(Order::words).orElse(""))
                .toList();
    }

    @Test
    void every_order_comes_once_and_branches_written_first_come_first() {
        assertThat(words(scenario(branches(2, 1)))).containsExactly("a 1, a 2, b 1", "a 1, b 1, a 2", "b 1, a 1, a 2");
        assertThat(words(scenario(branches(1, 1, 1))))
                .containsExactly(
                        "a 1, b 1, c 1",
                        "a 1, c 1, b 1",
                        "b 1, a 1, c 1",
                        "b 1, c 1, a 1",
                        "c 1, a 1, b 1",
                        "c 1, b 1, a 1");
    }

    @Test
    void of_several_the_last_changes_fastest() {
        assertThat(words(scenario(branches(1, 1), "  - read: alice.p\n", branches(1, 1))))
                .containsExactly(
                        "a 1, b 1; then a 1, b 1",
                        "a 1, b 1; then b 1, a 1",
                        "b 1, a 1; then a 1, b 1",
                        "b 1, a 1; then b 1, a 1");
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 2", "2, 2, 6", "3, 3, 20", "1, 9, 10", "6, 6, 924", "7, 7, 3432"})
    void there_are_as_many_as_were_counted(int one, int other, int count) {
        Scenario scenario = scenario(branches(one, other));
        assertThat(scenario.orders()).isEqualTo(count);
        assertThat(new HashSet<>(words(scenario))).hasSize(count);
        assertThat(all(scenario)).hasSize(count).noneMatch(Scenario::isConcurrent);
    }

    @Test
    void steps_keep_their_number_in_the_file_and_their_order_in_the_branch() {
        Scenario scenario = scenario("  - unlink: data.txt\n", branches(2, 1), "  - sync: data.txt\n");
        assertThat(scenario.count()).isEqualTo(5);
        assertThat(scenario.numberOf(2)).isEqualTo(5);
        Scenario last = all(scenario).get(2);
        assertThat(last.steps())
                .extracting(step -> step.info().verb())
                .containsExactly("unlink", "read", "read", "read", "sync");
        assertThat(List.of(last.written(1), last.written(2), last.written(3), last.written(4), last.written(5)))
                .containsExactly(1, 4, 2, 3, 5);
        assertThat(List.of(last.played(1), last.played(2), last.played(3), last.played(4), last.played(5)))
                .containsExactly(1, 3, 4, 2, 5);
    }

    @Test
    void the_words_and_the_switches_go_as_far_as_the_step() {
        Order order = all(scenario(branches(2, 1))).get(1).order().orElseThrow();
        assertThat(order.words(2)).isEqualTo("a 1, b 1");
        assertThat(order.switches(1)).isZero();
        assertThat(order.switches(2)).isEqualTo(1);
        assertThat(order.switches(9)).isEqualTo(2);
        assertThat(order.words(0)).isEmpty();
    }

    @Test
    void what_is_not_concurrent_is_its_own_first_order() {
        Scenario scenario = scenario("  - read: alice.p\n");
        assertThat(Orders.first(scenario)).isSameAs(scenario);
        assertThat(all(scenario)).hasSize(1);
    }

    @Test
    void behind_the_last_order_there_is_none() {
        Iterator<Scenario> orders = Orders.of(scenario(branches(1, 1)));
        orders.next();
        orders.next();
        assertThat(orders.hasNext()).isFalse();
        assertThatThrownBy(orders::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void one_kernel_plays_one_order() {
        Scenario scenario = scenario(branches(1, 1));
        assertThat(scenario.steps().get(0)).isInstanceOf(Step.Concurrently.class);
        assertThatThrownBy(() -> new ScenarioRunner(scenario, SimulatedKernel.linux(PageSize.FOUR_K), false, Map.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
