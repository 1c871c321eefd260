package io.github.mmaplab.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.jr.ob.JSON;

/** A page in a browser that is used as a person does: by its keys. It speaks the Chrome DevTools Protocol. */
public final class Tab implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Keys that are not characters, with their numbers. */
    private static final Map<String, Integer> KEYS =
            Map.of("Tab", 9, "Enter", 13, "Space", 32, "ArrowDown", 40, "ArrowUp", 38, "End", 35);

    /** What a page keeps gets to the other processes of the browser in its own time. */
    private static final Duration KEEPING = Duration.ofMillis(500);

    private final Process process;
    private final Path profile;
    private final WebSocket socket;
    private final BlockingQueue<Map<String, Object>> answers = new LinkedBlockingQueue<>();
    private int calls;

    private Tab(Process process, Path profile, String address) {
        this.process = process;
        this.profile = profile;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create(address), new Listener())
                .join();
    }

    /**
     * Opens a page.
     *
     * @param downloads the folder for what the page downloads
     */
    public static Tab open(Path page, Path downloads) throws IOException, InterruptedException {
        Path profile = Files.createTempDirectory("mmaplab-browser");
        Process process = Browser.find().orElseThrow().startWithDebugger(profile, page);
        Path port = profile.resolve("DevToolsActivePort");
        await(() -> Files.exists(port) && !read(port).isBlank());
        String number = read(port).lines().findFirst().orElseThrow();
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + number + "/json/list"))
                .build();
        String list = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        for (Object target : JSON.std.listFrom(list)) {
            if (target instanceof Map<?, ?> each && "page".equals(each.get("type"))) {
                Tab tab = new Tab(process, profile, String.valueOf(each.get("webSocketDebuggerUrl")));
                tab.call(
                        "Browser.setDownloadBehavior",
                        Map.of(
                                "behavior",
                                "allow",
                                "downloadPath",
                                downloads.toAbsolutePath().toString()));
                await(tab::isLoaded);
                return tab;
            }
        }
        process.destroyForcibly();
        throw new IllegalStateException("the browser has no page: " + list);
    }

    private static void pause(Duration duration) {
        try {
            TimeUnit.MILLISECONDS.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private boolean isLoaded() {
        return "complete".equals(evaluate("document.readyState"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    /** Waits until something is so. */
    public static void await(BooleanSupplier holds) {
        Instant end = Instant.now().plus(PATIENCE);
        while (!holds.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("waited " + PATIENCE + " in vain");
            }
            pause(Duration.ofMillis(20));
        }
    }

    /** Presses a key. */
    public void press(String key) {
        Map<String, Object> event = new LinkedHashMap<>();
        String text = key.equals("Enter") ? "\r" : key.equals("Space") ? " " : "";
        event.put("type", text.isEmpty() ? "rawKeyDown" : "keyDown");
        event.put("key", key.equals("Space") ? " " : key);
        event.put("code", key);
        event.put("windowsVirtualKeyCode", Objects.requireNonNull(KEYS.get(key), key));
        if (!text.isEmpty()) {
            event.put("text", text);
        }
        call("Input.dispatchKeyEvent", event);
        event.put("type", "keyUp");
        event.remove("text");
        call("Input.dispatchKeyEvent", event);
    }

    /** Types text. */
    public void type(String text) {
        call("Input.insertText", Map.of("text", text));
    }

    /** Loads the page again. */
    public void reload() {
        evaluate("window.old = true");
        pause(KEEPING);
        call("Page.reload", Map.of());
        await(() -> "false".equals(evaluate("String(window.old === true)")) && isLoaded());
    }

    /** The value of an expression that is text, or what went wrong. */
    public String evaluate(String expression) {
        Map<?, ?> result = call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
        return result.get("result") instanceof Map<?, ?> value ? String.valueOf(value.get("value")) : "" + result;
    }

    private Map<?, ?> call(String method, Map<String, Object> parameters) {
        calls++;
        try {
            String message = JSON.std.asString(Map.of("id", calls, "method", method, "params", parameters));
            socket.sendText(message, true).join();
            while (true) {
                Map<String, Object> answer = answers.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                if (answer == null || answer.containsKey("error")) {
                    throw new IllegalStateException(method + ": " + answer);
                }
                if (Integer.valueOf(calls).equals(answer.get("id"))) {
                    return (Map<?, ?>) answer.getOrDefault("result", Map.of());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        socket.sendText("{\"id\":0,\"method\":\"Browser.close\"}", true).join();
        List<ProcessHandle> all = process.descendants().toList();
        try {
            process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        socket.abort();
        all.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        Browser.delete(profile);
    }

    /** Collects the parts of messages. */
    private final class Listener implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            message.append(data);
            if (last) {
                answers.add(JSON.std.mapFrom(message.toString()));
                message.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
