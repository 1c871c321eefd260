package io.github.mmaplab.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.mmaplab.explain.fact.Deed;
import io.github.mmaplab.explain.fact.State;
import io.github.mmaplab.explain.fact.Unseen;
import io.github.mmaplab.file.InputFiles;
import io.github.mmaplab.report.json.ExplanationJson;
import io.github.mmaplab.run.Orders;
import io.github.mmaplab.scenario.model.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Explanations as JSON are what their schema says. */
class ExplanationSchemaTest {

    private static final Path SCHEMA = Path.of("../schema/explanation.schema.json");
    private static final Path LIBRARY = Path.of("../scenarios/fork");
    private static final int FEWEST = 50;

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(Files.readString(SCHEMA));
    }

    @Test
    void what_is_written_is_valid() throws IOException {
        Schema schema = schema();
        int written = 0;
        try (Stream<Path> files = Files.walk(LIBRARY)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".scenario.yaml"))
                    .sorted()
                    .toList()) {
                for (Scenario read : InputFiles.scenarios(file, file.toString()).scenarios()) {
                    Scenario scenario = Orders.first(read);
                    for (Query query : Queries.of(scenario)) {
                        String json = ExplanationJson.of(scenario, query.explanation(), "1");
                        assertThat(schema.validate(json, InputFormat.JSON))
                                .as(json)
                                .isEmpty();
                        written++;
                    }
                }
            }
        }
        assertThat(written).isGreaterThan(FEWEST);
        assertThat(schema.validate("{ \"format\": \"mmaplab-explanation\" }", InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void every_kind_of_fact_is_in_the_schema() throws IOException {
        String text = Files.readString(SCHEMA);
        Matcher kinds = Pattern.compile("\"kind\": \\{[^\\[]*\\[([^\\]]*)]").matcher(text);
        assertThat(kinds.find()).isTrue();
        List<String> listed = Pattern.compile("\"([a-z-]+)\"")
                .matcher(kinds.group(1))
                .results()
                .map(found -> found.group(1))
                .toList();
        List<String> sealed = Stream.of(Deed.class, Unseen.class, State.class)
                .flatMap(each -> Stream.of(each.getPermittedSubclasses()))
                .map(Class::getSimpleName)
                .map(name -> name.replaceAll("(?<=[a-z])([A-Z])", "-$1").toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        assertThat(listed).containsExactlyInAnyOrderElementsOf(sealed);
    }
}
