package io.github.mmaplab.editor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.library.PageCommands;
import io.github.mmaplab.tool.NeedsTool;
import io.github.mmaplab.tool.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** The page about editors works as it is written, as far as the language server is what the editor asks. */
@NeedsTool(Tool.LANGUAGE_SERVER)
final class EditorsPageTest {
    private static final Path PAGE = Path.of("../docs/editors.md");

    private static final int LINES_OF_A_SCREEN = 60;

    private static final Pattern LUA_SCHEMA = Pattern.compile("\\['([^']+)'] = '([^']+)'");

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    static Path temporary;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static Path folder;

    @BeforeAll
    static void run_the_commands() throws IOException, InterruptedException {
        PageCommands.run(PAGE, temporary);
        folder = temporary.resolve("class");
    }

    private static String block(String language) throws IOException {
        Matcher block = Pattern.compile("^```" + language + "\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(Files.readString(PAGE));
        assertThat(block.find()).as(language).isTrue();
        return block.group(1);
    }

    @Test
    void it_fits_on_a_screen() throws IOException {
        assertThat(Files.readAllLines(PAGE)).hasSizeLessThanOrEqualTo(LINES_OF_A_SCREEN);
    }

    @Test
    void the_first_line_of_a_new_file_leads_to_the_schema() throws IOException {
        Path file = folder.resolve("cow.scenario.yaml");
        String text = Files.readString(file);
        Place write = Place.of(text.replaceFirst("- write", "- wr|ite"));
        try (LanguageServer editor = LanguageServer.start(folder, "{}")) {
            assertThat(editor.open(file, text)).isEmpty();
            assertThat(editor.hover(file, write)).contains("A store to memory");
            Path wrong = folder.resolve("wrong.yaml");
            assertThat(editor.open(wrong, text.replaceFirst("- write", "- wirte")))
                    .anySatisfy(one -> assertThat(one.message()).contains("wirte"));
        }
    }

    @Test
    void with_the_settings_of_VS_Code_endings_lead_to_the_schemas() throws IOException {
        assertEndingsLeadToSchemas(
                Messages.JSON.readTree(block("json")).path("yaml.schemas").toString());
    }

    @Test
    void with_the_settings_of_Neovim_endings_lead_to_the_schemas() throws IOException {
        ObjectNode schemas = Messages.JSON.createObjectNode();
        Matcher schema = LUA_SCHEMA.matcher(block("lua"));
        while (schema.find()) {
            schemas.put(schema.group(1), schema.group(2));
        }
        assertEndingsLeadToSchemas(schemas.toString());
    }

    private static void assertEndingsLeadToSchemas(String schemas) throws IOException {
        try (LanguageServer editor = LanguageServer.start(folder, schemas)) {
            for (String kind : new String[] {"scenario", "exercise", "prediction"}) {
                Path file = folder.resolve("sub/other." + kind + ".yaml");
                Place typo = Place.of("note: of a scenario\n|setps: []\n");
                assertThat(editor.open(file, typo.text()))
                        .as(kind)
                        .anySatisfy(one -> assertThat(one.line()).isEqualTo(1))
                        .anySatisfy(one -> assertThat(one.message()).contains("setps"));
            }
            Path file = folder.resolve("fork.scenario.yaml");
            editor.open(file, "");
            assertThat(editor.offers(file, new Place("", 0, 0)))
                    .anySatisfy(offer -> assertThat(offer.label()).isEqualTo("scenario: a fork"));
        }
    }
}
