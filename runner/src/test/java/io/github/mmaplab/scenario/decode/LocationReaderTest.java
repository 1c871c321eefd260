package io.github.mmaplab.scenario.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Source;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Scenario;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LocationReaderTest {

    private static final Scenario SCENARIO = ScenarioReader.read("test", """
                    scenario: Names of all kinds
                    page-size: 16384
                    files: { data.txt: hello, alice-p: old }
                    processes:
                      alice:
                        p: { sharing: private }
                    steps:
                      - mmap: { alice.late: { sharing: shared } }
                      - fork: { alice: child }
                    expect:
                      alice.p: { zeros: 1 }
                    """.getBytes(StandardCharsets.UTF_8))
            .scenarios()
            .get(0);

    private final Problems problems = new Problems();

    private Optional<Location> read(String text) {
        return LocationReader.read(SCENARIO, new Source("LOCATION", text), problems);
    }

    @Test
    void every_name_of_the_scenario_is_known() {
        assertThat(read("alice.p")).isPresent();
        assertThat(read("alice.late")).isPresent();
        assertThat(read("child.late")).isPresent();
        assertThat(read("alice-p")).containsInstanceOf(Location.InFile.class);
        assertThat(problems.all()).isEmpty();
    }

    @Test
    void pages_are_those_of_the_scenario() {
        assertThat(read("child.p + 1 page - 1"))
                .get()
                .satisfies(location ->
                        assertThat(((Location.InMemory) location).offset()).isEqualTo(16383));
        assertThat(read("data.txt+1K"))
                .get()
                .satisfies(location ->
                        assertThat(((Location.InFile) location).offset()).isEqualTo(1024));
    }

    @Test
    void what_is_wrong_is_said_as_in_a_file() {
        assertThat(read("alice.q")).isEmpty();
        assertThat(read("data.tx")).isEmpty();
        assertThat(read("")).isEmpty();
        assertThat(problems.all())
                .extracting(Object::toString)
                .satisfiesExactly(
                        first -> assertThat(first).contains("the process `alice` has no mapping `q`"),
                        second -> assertThat(second).contains("there is no file"),
                        third -> assertThat(third).contains("there is no file"));
    }
}
