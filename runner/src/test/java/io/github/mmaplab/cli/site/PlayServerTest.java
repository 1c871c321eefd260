package io.github.mmaplab.cli.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may read and write what through the server of the playground, asked in plain HTTP. */
final class PlayServerTest {
    private static final String INDEX =
            "<meta content=\"connect-src 'none'\"><meta name=\"mmaplab-token\" content=\"\">";

    @TempDir
    Path folder;

    private Path file;
    private PlayServer server;

    @BeforeEach
    void start() throws IOException {
        file = Files.writeString(folder.resolve("my file.scenario.yaml"), "scenario: before\n");
        server = PlayServer.start(Map.of("index.html", INDEX.getBytes(StandardCharsets.UTF_8)), file, 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private int port() {
        return URI.create(server.address()).getPort();
    }

    private String ask(String request, String... headers) throws IOException {
        return send(request, "", "Host: 127.0.0.1:" + port(), headers);
    }

    private String send(String request, String body, String host, String... headers) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
            String head = request + " HTTP/1.1\r\n" + host + "\r\n" + String.join("\r\n", headers)
                    + (headers.length > 0 ? "\r\n" : "") + "Connection: close\r\nContent-Length: "
                    + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n";
            socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String token() throws IOException {
        Matcher token = Pattern.compile("content=\"([0-9a-f]{32})\"").matcher(ask("GET /"));
        assertThat(token.find()).isTrue();
        return "X-Mmaplab-Token: " + token.group(1);
    }

    private String version() throws IOException {
        Matcher version = Pattern.compile("(?i)etag: (\"[0-9a-f]+\")").matcher(ask("GET /file", token()));
        assertThat(version.find()).isTrue();
        return "If-Match: " + version.group(1);
    }

    private String save(String text, String... headers) throws IOException {
        return send("PUT /file", text, "Host: 127.0.0.1:" + port(), headers);
    }

    @Test
    void the_page_reads_the_file_and_replaces_it() throws IOException {
        assertThat(ask("GET /file", token()))
                .startsWith("HTTP/1.1 200")
                .containsIgnoringCase("x-mmaplab-file: my%20file.scenario.yaml")
                .endsWith("\r\n\r\nscenario: before\n");
        assertThat(save("scenario: after\n", token(), version())).startsWith("HTTP/1.1 204");
        assertThat(file).hasContent("scenario: after\n");
    }

    @Test
    void the_file_keeps_its_permissions() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        save("scenario: after\n", token(), version());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r-----");
    }

    @Test
    void what_another_program_wrote_meanwhile_is_not_lost() throws IOException {
        String version = version();
        Files.writeString(file, "scenario: of another program\n");
        assertThat(save("scenario: after\n", token(), version))
                .startsWith("HTTP/1.1 412")
                .contains("was changed by another program");
        assertThat(file).hasContent("scenario: of another program\n");
    }

    @Test
    void a_request_that_does_not_say_what_it_replaces_replaces_nothing() throws IOException {
        assertThat(save("x", token())).startsWith("HTTP/1.1 428");
        assertThat(file).hasContent("scenario: before\n");
    }

    @Test
    void too_much_is_not_written() throws IOException {
        assertThat(save("x".repeat((16 << 20) + 1), token(), version())).startsWith("HTTP/1.1 413");
        assertThat(file).hasContent("scenario: before\n");
    }

    @Test
    void who_has_no_token_gets_and_writes_nothing() throws IOException {
        assertThat(ask("GET /file")).startsWith("HTTP/1.1 403").doesNotContain("before");
        assertThat(ask("GET /file", "X-Mmaplab-Token: 0")).startsWith("HTTP/1.1 403");
        assertThat(save("x", version())).startsWith("HTTP/1.1 403");
        assertThat(file).hasContent("scenario: before\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example"})
    void a_name_that_resolves_to_this_machine_is_refused(String host) throws IOException {
        assertThat(send("GET /", "", "Host: " + host))
                .startsWith("HTTP/1.1 403")
                .doesNotContain("mmaplab-token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "null", "http://127.0.0.1", "https://127.0.0.1:1"})
    void a_page_from_elsewhere_is_refused(String origin) throws IOException {
        assertThat(ask("GET /file", token(), "Origin: " + origin)).startsWith("HTTP/1.1 403");
        assertThat(save("x", token(), version(), "Origin: " + origin)).startsWith("HTTP/1.1 403");
        assertThat(file).hasContent("scenario: before\n");
    }

    @Test
    void its_own_page_may_say_where_it_is_from() throws IOException {
        assertThat(ask("GET /file", token(), "Origin: http://127.0.0.1:" + port()))
                .startsWith("HTTP/1.1 200");
        assertThat(send("GET /", "", "Host: localhost:" + port())).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/my%20file.scenario.yaml",
                "/../my%20file.scenario.yaml",
                "/%2e%2e/etc/passwd",
                "//etc/passwd",
                "/index.html/",
                "/file/"
            })
    void nothing_else_is_served(String path) throws IOException {
        assertThat(ask("GET " + path, token())).startsWith("HTTP/1.1 404").doesNotContain("before");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "DELETE", "PATCH", "OPTIONS"})
    void no_other_method_does_anything(String method) throws IOException {
        assertThat(ask(method + " /file", token(), version())).startsWith("HTTP/1.1 405");
        assertThat(ask(method + " /")).startsWith("HTTP/1.1 405");
        assertThat(file).hasContent("scenario: before\n");
    }

    @Test
    void no_other_interface_of_the_machine_answers() throws IOException {
        for (NetworkInterface each : Collections.list(NetworkInterface.getNetworkInterfaces())) {
            for (InetAddress address : Collections.list(each.getInetAddresses())) {
                if (!address.isLoopbackAddress()) {
                    assertThat(answers(address)).as("%s", address).isFalse();
                }
            }
        }
    }

    private boolean answers(InetAddress address) {
        try (Socket socket = new Socket(address, port())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void without_a_file_the_page_may_ask_nobody() throws IOException {
        server.close();
        server = PlayServer.start(Map.of("index.html", INDEX.getBytes(StandardCharsets.UTF_8)), null, 0);
        assertThat(ask("GET /")).contains("connect-src 'none'").contains("content=\"\"");
        assertThat(ask("GET /file")).startsWith("HTTP/1.1 404");
    }
}
