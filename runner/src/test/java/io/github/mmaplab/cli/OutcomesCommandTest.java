package io.github.mmaplab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.mmaplab.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutcomesCommandTest {
    private static final String RACE = """
            scenario: Two processes store
            files: { data.txt: xx }
            processes:
              alice: { p: { file: data.txt, sharing: shared } }
              bob: { q: { file: data.txt, sharing: shared } }
            steps:
              - concurrently:
                  alice: [ write: { alice.p: A }, write: { alice.p+1: A } ]
                  bob: [ write: { bob.q: BB } ]
            """;

    private static final String NEVER = RACE + """
            expect:
              alice: { alive: true }
              never: { data.txt: AB }
            """;

    @TempDir
    private Path folder = Path.of("");

    private Shell shell = new Shell(folder);

    @BeforeEach
    void write() throws IOException {
        shell = new Shell(folder);
        Files.writeString(folder.resolve("race.scenario.yaml"), NEVER);
    }

    @Test
    void a_row_is_what_is_seen_with_the_shortest_order_and_what_it_breaks() {
        Outcome outcome = shell.run("outcomes", "race.scenario.yaml");
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).isEqualTo("""
                Two processes store
                3 outcomes in 3 orders

                  orders  data.txt  --order
                       1  "BB"      alice
                       1  "BA"      alice,bob
                       1  "AA"      bob

                """);
        assertThat(outcome.code()).isZero();
    }

    @Test
    void a_broken_expectation_is_named_by_its_line() throws IOException {
        Files.writeString(folder.resolve("race.scenario.yaml"), NEVER.replace("AB", "BA"));
        assertThat(shell.run("outcomes", "race.scenario.yaml").out())
                .contains("\"BA\"      alice,bob  breaks line 12\n");
    }

    @Test
    void without_expectations_of_places_those_are_looked_at_that_are_written_to() throws IOException {
        Files.writeString(folder.resolve("race.scenario.yaml"), RACE + "expect: { alice: { alive: true } }\n");
        assertThat(shell.run("outcomes", "race.scenario.yaml").out())
                .contains("  orders  alice.p  alice.p+1  bob.q  --order\n")
                .contains("       1  \"B\"      \"A\"        \"BA\"   alice,bob\n");
    }

    @Test
    void what_was_not_found_may_still_be_there() {
        Outcome outcome = shell.run("outcomes", "race.scenario.yaml", "--max-states", "4");
        assertThat(outcome.out())
                .contains("0 outcomes found in 3 orders, but there may be more: not decided after 4 states");
        assertThat(outcome.code()).isEqualTo(4);
    }

    @Test
    void the_json_keeps_to_its_schema() throws IOException {
        String json = shell.run("outcomes", "race.scenario.yaml", "--json").out();
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                .getSchema(Files.readString(Path.of("../schema/outcomes.schema.json")));
        assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(json.replace("\"seen\"", "\"shown\""), InputFormat.JSON))
                .isNotEmpty();
        assertThat(json)
                .contains("{\"orders\":1,\"seen\":[\"BA\"],\"order\":[\"alice\",\"bob\",\"alice\"],\"breaks\":[]}");
    }

    @Test
    void a_file_that_is_not_valid_has_none() throws IOException {
        Files.writeString(folder.resolve("race.scenario.yaml"), "scenario: x\n");
        Outcome outcome = shell.run("outcomes", "race.scenario.yaml");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("a scenario needs the key `processes`");
    }
}
