package io.github.mmaplab.editor;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.github.mmaplab.tool.Tool;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A yaml-language-server, led as an editor leads it: files are opened, and it is asked about places in them. */
final class LanguageServer implements AutoCloseable {
    private static final int TIMEOUT_IN_SECONDS = 60;

    /** What editors can do, as far as the server asks. */
    private static final String CAPABILITIES = """
            { "workspace": { "configuration": true },
              "textDocument": {
                "completion": { "completionItem": { "snippetSupport": true, "documentationFormat": ["markdown"] } },
                "hover": { "contentFormat": ["markdown"] } } }
            """;

    private final Process process;
    private final Messages messages;
    private final JsonNode settings;
    private final AtomicInteger asked = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final Map<String, CompletableFuture<List<Underlined>>> looks = new ConcurrentHashMap<>();

    private LanguageServer(Process process, JsonNode settings) {
        this.process = process;
        this.settings = settings;
        this.messages = new Messages(process.getInputStream(), process.getOutputStream());
    }

    /**
     * Starts one.
     *
     * @param folder what the editor has open
     * @param schemas the editor's setting {@code yaml.schemas}, JSON
     */
    static LanguageServer start(Path folder, String schemas) throws IOException {
        Process process = new ProcessBuilder("node", Tool.SERVER.toString(), "--stdio")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        ObjectNode settings = Messages.JSON.createObjectNode();
        settings.set("schemas", Messages.JSON.readTree(schemas));
        // nothing of the world outside
        settings.putObject("schemaStore").put("enable", false);
        LanguageServer server = new LanguageServer(process, settings);
        Thread reader = new Thread(server::read, "language server");
        reader.setDaemon(true);
        reader.start();
        server.greet(folder.toAbsolutePath().normalize());
        return server;
    }

    private void greet(Path folder) throws IOException {
        ObjectNode hello = Messages.JSON.createObjectNode();
        hello.put("processId", ProcessHandle.current().pid());
        hello.put("rootUri", folder.toUri().toString());
        hello.putArray("workspaceFolders")
                .addObject()
                .put("uri", folder.toUri().toString())
                .put("name", "folder");
        hello.set("capabilities", Messages.JSON.readTree(CAPABILITIES));
        ask("initialize", hello);
        tell("initialized", Messages.JSON.createObjectNode());
        ObjectNode changed = Messages.JSON.createObjectNode();
        changed.putObject("settings").set("yaml", settings);
        tell("workspace/didChangeConfiguration", changed);
    }

    /** Opens files at once, each with its text; the result is what is underlined in each. */
    Map<Path, List<Underlined>> open(Map<Path, String> files) throws IOException {
        Map<Path, CompletableFuture<List<Underlined>>> looked = new LinkedHashMap<>();
        for (Map.Entry<Path, String> file : files.entrySet()) {
            String uri = uri(file.getKey());
            CompletableFuture<List<Underlined>> look = new CompletableFuture<>();
            looks.put(uri, look);
            looked.put(file.getKey(), look);
            ObjectNode opened = Messages.JSON.createObjectNode();
            opened.putObject("textDocument")
                    .put("uri", uri)
                    .put("languageId", "yaml")
                    .put("version", 1)
                    .put("text", file.getValue());
            tell("textDocument/didOpen", opened);
        }
        Map<Path, List<Underlined>> underlined = new LinkedHashMap<>();
        for (Map.Entry<Path, CompletableFuture<List<Underlined>>> look : looked.entrySet()) {
            underlined.put(look.getKey(), await(look.getValue()));
        }
        return underlined;
    }

    /** Opens a file, and returns what is underlined in it. */
    List<Underlined> open(Path file, String text) throws IOException {
        return List.copyOf(open(Map.of(file, text)).values().iterator().next());
    }

    /** What is offered at a place in a file that is open. */
    List<Offer> offers(Path file, Place place) throws IOException {
        return Offer.of(ask("textDocument/completion", where(file, place)), place);
    }

    /** What is shown to who points at a place in a file that is open; empty if nothing. Escapes of Markdown are undone. */
    String hover(Path file, Place place) throws IOException {
        return ask("textDocument/hover", where(file, place))
                .at("/contents/value")
                .asString("")
                .replace("\\", "");
    }

    private static ObjectNode where(Path file, Place place) {
        ObjectNode where = Messages.JSON.createObjectNode();
        where.putObject("textDocument").put("uri", uri(file));
        where.putObject("position").put("line", place.line()).put("character", place.column());
        return where;
    }

    private static String uri(Path file) {
        return file.toAbsolutePath().normalize().toUri().toString();
    }

    private JsonNode ask(String method, JsonNode parameters) throws IOException {
        int id = asked.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        send(id, method, parameters);
        return await(answer);
    }

    private void tell(String method, JsonNode parameters) throws IOException {
        send(null, method, parameters);
    }

    private void send(@Nullable Integer id, String method, JsonNode parameters) throws IOException {
        ObjectNode message = Messages.JSON.createObjectNode().put("jsonrpc", "2.0");
        if (id != null) {
            message.put("id", id);
        }
        message.put("method", method).set("params", parameters);
        messages.send(message);
    }

    private void read() {
        try {
            while (true) {
                hear(messages.receive());
            }
        } catch (IOException | RuntimeException e) {
            List<CompletableFuture<?>> waiting = new ArrayList<>(answers.values());
            waiting.addAll(looks.values());
            waiting.forEach(future -> future.completeExceptionally(e));
        }
    }

    private void hear(JsonNode message) throws IOException {
        String method = message.path("method").asString("");
        if (!method.isEmpty() && message.has("id")) {
            ObjectNode reply = Messages.JSON.createObjectNode().put("jsonrpc", "2.0");
            reply.set("id", message.path("id"));
            reply.set("result", reply(method, message.path("params")));
            messages.send(reply);
        } else if (method.equals("textDocument/publishDiagnostics")) {
            List<Underlined> underlined = new ArrayList<>();
            for (JsonNode diagnostic : message.at("/params/diagnostics")) {
                underlined.add(Underlined.of(diagnostic));
            }
            CompletableFuture<List<Underlined>> look =
                    looks.get(message.at("/params/uri").asString());
            if (look != null) {
                look.complete(underlined);
            }
        } else if (method.isEmpty()) {
            CompletableFuture<JsonNode> answer =
                    answers.remove(message.path("id").asInt());
            if (answer != null && message.has("error")) {
                answer.completeExceptionally(
                        new IOException(message.path("error").toString()));
            } else if (answer != null) {
                answer.complete(message.path("result"));
            }
        }
    }

    /** The server asks for its settings, a section each. */
    private JsonNode reply(String method, JsonNode parameters) {
        if (!method.equals("workspace/configuration")) {
            return JsonNodeFactory.instance.nullNode();
        }
        ArrayNode sections = Messages.JSON.createArrayNode();
        for (JsonNode item : parameters.path("items")) {
            sections.add(
                    item.path("section").asString("").equals("yaml") ? settings : JsonNodeFactory.instance.nullNode());
        }
        return sections;
    }

    private static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(TIMEOUT_IN_SECONDS, SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the language server does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
