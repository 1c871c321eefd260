package io.github.mmaplab.cli.site;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.mmaplab.file.Reasons;
import io.github.mmaplab.scenario.syntax.SourceText;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Serves the playground on the loopback interface, and one file, which it writes only when the page says so.
 *
 * <p>Other pages in the same browser can send requests here too. So each request must name this host, which keeps out pages
 * whose name resolves to this machine; must not come from another origin; and for the file must have a token, which only the
 * page that was served has.
 */
public final class PlayServer implements AutoCloseable {
    /** The most that the file may hold, in bytes: what the reader of scenarios accepts. */
    private static final int LARGEST = SourceText.LARGEST_FILE;

    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private static final int THREADS = 4;

    private static final String TOKEN = "<meta name=\"mmaplab-token\" content=\"\">";

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "txt", "text/plain; charset=utf-8");

    private final Map<String, byte[]> pages;
    private final @Nullable OpenFile file;
    private final String token;
    private final HttpServer server;
    private final ExecutorService threads;

    private PlayServer(Map<String, byte[]> pages, @Nullable OpenFile file, String token, int port) throws IOException {
        this.pages = pages;
        this.file = file;
        this.token = token;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), 0);
        this.threads = Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "mmaplab play");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Starts to serve.
     *
     * @param site the files of the playground by name
     * @param file the file to open in it, or null
     * @param port 0 for any that is free
     * @throws IOException if the port can't be used
     */
    public static PlayServer start(Map<String, byte[]> site, @Nullable Path file, int port) throws IOException {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        String token = HexFormat.of().formatHex(random);
        Map<String, byte[]> pages = new HashMap<>(site);
        if (file != null) {
            String index = new String(pages.getOrDefault("index.html", new byte[0]), StandardCharsets.UTF_8)
                    .replace("connect-src 'none'", "connect-src 'self'")
                    .replace(TOKEN, TOKEN.replace("content=\"\"", "content=\"" + token + "\""));
            pages.put("index.html", index.getBytes(StandardCharsets.UTF_8));
        }
        PlayServer server = new PlayServer(pages, file == null ? null : new OpenFile(file), token, port);
        server.server.createContext("/", server::handle);
        server.server.setExecutor(server.threads);
        server.server.start();
        return server;
    }

    /** Where it is. */
    public String address() {
        return "http://" + authority() + "/";
    }

    private String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Headers headers = exchange.getResponseHeaders();
            headers.set("X-Content-Type-Options", "nosniff");
            headers.set("Cross-Origin-Resource-Policy", "same-origin");
            headers.set("Content-Security-Policy", "frame-ancestors 'none'");
            headers.set("Referrer-Policy", "no-referrer");
            headers.set("Cache-Control", "no-store");
            answer(exchange);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (!isOurs(exchange.getRequestHeaders())) {
            say(exchange, 403, "this server answers only to " + address());
            return;
        }
        String path = exchange.getRequestURI().getPath();
        if (path.equals("/file")) {
            file(exchange);
            return;
        }
        String name = path.equals("/") ? "index.html" : path.substring(1);
        byte[] page = pages.get(name);
        if (page == null) {
            say(exchange, 404, "there is no such page");
        } else if (!exchange.getRequestMethod().equals("GET")) {
            say(exchange, 405, "pages can only be read");
        } else {
            String ending = name.substring(name.lastIndexOf('.') + 1);
            send(exchange, 200, TYPES.getOrDefault(ending, "application/octet-stream"), page);
        }
    }

    /** Whether a request is for this host, and not from a page of another. */
    private boolean isOurs(Headers headers) {
        int port = server.getAddress().getPort();
        List<String> hosts = List.of(authority(), "localhost:" + port);
        String host = headers.getFirst("Host");
        String origin = headers.getFirst("Origin");
        return host != null && hosts.contains(host) && (origin == null || origin.equals("http://" + host));
    }

    private void file(HttpExchange exchange) throws IOException {
        String given = exchange.getRequestHeaders().getFirst("X-Mmaplab-Token");
        if (file == null) {
            say(exchange, 404, "no file is open");
        } else if (given == null
                || !MessageDigest.isEqual(
                        given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8))) {
            say(exchange, 403, "only the page that this server sent may ask for the file");
        } else {
            try {
                serve(exchange, file);
            } catch (IOException e) {
                say(exchange, 500, file.name() + ": " + Reasons.of(e));
            }
        }
    }

    private static void serve(HttpExchange exchange, OpenFile file) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        switch (exchange.getRequestMethod()) {
            case "GET" -> {
                byte[] bytes = file.bytes();
                headers.set("ETag", OpenFile.version(bytes));
                headers.set(
                        "X-Mmaplab-File",
                        URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20"));
                send(exchange, 200, "text/plain; charset=utf-8", bytes);
            }
            case "PUT" -> {
                byte[] bytes = exchange.getRequestBody().readNBytes(LARGEST + 1);
                String version = exchange.getRequestHeaders().getFirst("If-Match");
                if (bytes.length > LARGEST) {
                    say(exchange, 413, "a scenario file has at most " + LARGEST + " bytes");
                } else if (version == null) {
                    say(exchange, 428, "the request does not say which content it replaces");
                } else if (file.replace(version, bytes)) {
                    headers.set("ETag", OpenFile.version(bytes));
                    exchange.sendResponseHeaders(204, -1);
                } else {
                    say(exchange, 412, file.name() + " was changed by another program; reload the page to see it");
                }
            }
            default -> say(exchange, 405, "the file can be read and replaced");
        }
    }

    private static void say(HttpExchange exchange, int status, String text) throws IOException {
        send(exchange, status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] bytes) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
