package io.github.mmaplab.page;

import io.github.mmaplab.markup.Html;
import io.github.mmaplab.markup.Tag;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A whole page: the head, a banner with the title, the main part, and a foot. It contains its style sheet and loads
 * nothing. Its policy forbids the network and all scripts but its own, as a second defence.
 *
 * <p>Its style, {@code page.css}, is for light and dark screens, and for paper in black and white. Text has at least the
 * contrast of WCAG 2.2, 1.4.3 (4.5 to 1), in both schemes. Classes: {@code wide} scrolls sideways, {@code number} is aligned
 * to the right, {@code soft} is less prominent, {@code facts} is a list of short facts, {@code note} is a box, {@code card}
 * is not split at the end of a sheet of paper, {@code answer} is a line to write on, {@code verdict} with {@code good},
 * {@code bad} or {@code odd} is a result. Code moves to the next line as a whole; only what is longer than a line is broken.
 */
public final class Page {
    /** In the head of each page: the name of the program that wrote it. */
    public static final String MARK = "<meta name=\"generator\" content=\"mmaplab\">";

    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'";

    private final String title;
    private final List<Html> banner = new ArrayList<>();
    private final List<Html> main = new ArrayList<>();
    private final List<Html> foot = new ArrayList<>();
    private String style = Resource.text(Page.class, "page.css");
    private String script = "";
    private String module = "";

    private Page(String title) {
        this.title = title;
    }

    /** A page with a title, which is text and the only {@code h1}. */
    public static Page titled(String title) {
        return new Page(title);
    }

    /** Adds content below the title: whom the page is for, and what it is about. */
    public Page banner(Html more) {
        banner.add(more);
        return this;
    }

    /** Adds content to the main part, in which headings begin with {@code h2}. */
    public Page add(Html more) {
        main.add(more);
        return this;
    }

    /**
     * Adds a section.
     *
     * @param id the identifier of the section: lower-case letters, digits and hyphens
     * @param heading its heading, text
     */
    public Page section(String id, String heading, Html... content) {
        List<Html> all = new ArrayList<>();
        all.add(Tag.of("h2").with("id", id).text(heading));
        all.addAll(List.of(content));
        return add(Tag.of("section").with("aria-labelledby", id).block(all));
    }

    /** Adds content to the foot: where the page comes from. */
    public Page foot(Html more) {
        foot.add(more);
        return this;
    }

    /** Adds rules to the style sheet, which come from the program, never from a file. */
    public Page style(String css) {
        style += css;
        return this;
    }

    /** Adds a script at the end, which comes from the program. The page must be complete without it. */
    public Page script(String javascript) {
        script += "\n" + javascript;
        return this;
    }

    /** Adds a script like {@link #script}, which is a module: strict, with names of its own, and it may export. */
    public Page module(String javascript) {
        module += "\n" + javascript;
        return this;
    }

    /** The text of the page, for a file in UTF-8. */
    public String html() {
        List<Html> head = new ArrayList<>(List.of(
                Tag.of("meta").with("charset", "utf-8").alone(),
                Tag.of("meta")
                        .with("http-equiv", "Content-Security-Policy")
                        .with("content", policy())
                        .alone(),
                meta("viewport", "width=device-width, initial-scale=1"),
                meta("color-scheme", "light dark"),
                Html.vouched(MARK),
                Tag.of("title").text(title),
                Html.vouched("<style>\n" + style + "</style>")));
        List<Html> top = new ArrayList<>(List.of(Tag.of("h1").text(title)));
        top.addAll(banner);
        List<Html> body = new ArrayList<>(
                List.of(Tag.of("header").block(top), Tag.of("main").block(main)));
        if (!foot.isEmpty()) {
            body.add(Tag.of("footer").block(foot));
        }
        if (!script.isEmpty()) {
            body.add(Html.vouched("<script>" + script + "</script>"));
        }
        if (!module.isEmpty()) {
            body.add(Html.vouched("<script type=\"module\">" + module + "</script>"));
        }
        return "<!DOCTYPE html>\n"
                + Tag.of("html")
                        .with("lang", "en")
                        .block(Tag.of("head").block(head), Tag.of("body").block(body));
    }

    /** The hashes of the page's own scripts allow these alone (Content Security Policy Level 3, 2.3.1). */
    private String policy() {
        List<String> own = new ArrayList<>();
        for (String each : List.of(script, module)) {
            if (!each.isEmpty()) {
                own.add(hash(each));
            }
        }
        return own.isEmpty() ? POLICY : POLICY + "; script-src " + String.join(" ", own);
    }

    private static String hash(String script) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Html meta(String name, String content) {
        return Tag.of("meta").with("name", name).with("content", content).alone();
    }
}
