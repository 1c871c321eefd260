package io.github.mmaplab.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.jr.ob.JSON;

/**
 * A copy of a page that checks itself: axe-core runs in it, and leaves what it finds as Base64 of JSON in an attribute of
 * the document, where {@code --dump-dom} shows it.
 */
final class AxePage {
    private static final String SCRIPT = "/axe.min.js";

    private static final Pattern REPORT = Pattern.compile(" data-axe=\"([A-Za-z0-9+/=]+)\"");

    /** A page that forbids scripts is right to do so; its copy must let ours run. */
    private static final Pattern POLICY =
            Pattern.compile("<meta[^>]*content-security-policy[^>]*>", Pattern.CASE_INSENSITIVE);

    private static final String CHECK = """
            <script src="axe.min.js"></script>
            <script>
              const leave = report => {
                const bytes = new TextEncoder().encode(JSON.stringify(report));
                document.documentElement.setAttribute(
                  'data-axe', btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join('')));
              };
              const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
              axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] })
                .then(found => leave({ violations: found.violations }), error => leave({ error: String(error) }));
            </script>
            """;

    private AxePage() {}

    /** Writes the copy, and axe-core beside it, into {@code folder}. */
    static Path write(Path page, Path folder) throws IOException {
        try (InputStream script = AxePage.class.getResourceAsStream(SCRIPT)) {
            if (script == null) {
                throw new IllegalStateException("the class path has no " + SCRIPT);
            }
            Files.copy(script, folder.resolve("axe.min.js"));
        }
        String html = POLICY.matcher(Files.readString(page)).replaceAll("");
        return Files.writeString(folder.resolve("page.html"), html + CHECK);
    }

    /** What the copy says of itself. */
    static List<Violation> violations(String dom) {
        Matcher report = REPORT.matcher(dom);
        if (!report.find()) {
            throw new IllegalStateException("axe-core left no report in the page:\n" + dom);
        }
        Map<String, Object> found = map(report.group(1));
        if (found.get("violations") == null) {
            throw new IllegalStateException("axe-core failed: " + found.get("error"));
        }
        List<Violation> violations = new ArrayList<>();
        for (Map<?, ?> violation : maps(found, "violations")) {
            violations.add(new Violation(text(violation, "id"), text(violation, "help"), elements(violation)));
        }
        return violations;
    }

    private static List<Violation.Element> elements(Map<?, ?> violation) {
        List<Violation.Element> elements = new ArrayList<>();
        for (Map<?, ?> node : maps(violation, "nodes")) {
            elements.add(new Violation.Element(text(node, "target"), text(node, "html"), text(node, "failureSummary")));
        }
        return elements;
    }

    private static Map<String, Object> map(String base64) {
        return JSON.std.mapFrom(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
    }

    private static List<Map<?, ?>> maps(Map<?, ?> parent, String key) {
        List<Map<?, ?>> maps = new ArrayList<>();
        for (Object child : (List<?>) Objects.requireNonNull(parent.get(key), key)) {
            maps.add((Map<?, ?>) child);
        }
        return maps;
    }

    private static String text(Map<?, ?> parent, String key) {
        return String.valueOf(parent.get(key));
    }
}
