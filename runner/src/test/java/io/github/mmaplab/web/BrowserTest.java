package io.github.mmaplab.web;

import static io.github.mmaplab.web.PageAssert.assertThatPage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the browser finds what is wrong with a page, and only that. */
@NeedsBrowser
final class BrowserTest {
    private static final String GOOD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
              <title>Copy-on-write</title>
              <style>
                :root { color-scheme: light dark; color: #111; background: #fff; }
                @media (prefers-color-scheme: dark) { :root { color: #eee; background: #111; } }
                @media print { section { break-before: page; } }
              </style>
            </head>
            <body>
              <main>
                <h1>Copy-on-write – “privé”</h1>
                <section><p>The child writes.</p></section>
                <section><p>The parent reads.</p></section>
              </main>
            </body>
            </html>
            """;

    @TempDir
    Path folder;

    private Path page(String html) throws IOException {
        return Files.writeString(folder.resolve("page.html"), html);
    }

    private static Browser browser() {
        return Browser.find().orElseThrow();
    }

    @Test
    void a_good_page_is_accessible() throws IOException {
        Path good = page(GOOD);
        assertThatCode(() -> assertThatPage(good).isAccessible()).doesNotThrowAnyException();
    }

    @Test
    void a_bad_page_is_told_each_rule_with_the_element_and_the_fix() throws IOException {
        Path bad = page("""
                <!DOCTYPE html><html><head><title>Bad</title></head><body><main><h1>Bad</h1>
                <img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="><p style="color:#aaa;background:#fff">faint</p>
                </main></body></html>
                """);
        assertThat(browser().violations(bad, Scheme.LIGHT))
                .extracting(Violation::rule)
                .containsExactlyInAnyOrder("html-has-lang", "image-alt", "color-contrast");
        assertThatThrownBy(() -> assertThatPage(bad).isAccessible())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("page.html is not accessible in LIGHT:")
                .hasMessageContaining("image-alt: Images must have alternative text")
                .hasMessageContaining("at [img]")
                .hasMessageContaining("Element does not have an alt attribute")
                .hasMessageContaining("html-has-lang: ")
                .hasMessageContaining("<p style=\"color:#aaa;background:#fff\">faint</p>");
    }

    @Test
    void a_page_whose_dark_colours_are_faint_is_not_accessible() throws IOException {
        Path bad = page(GOOD.replace("color: #eee; background: #111", "color: #333; background: #111"));
        assertThatCode(() -> assertThatPage(bad).isAccessibleIn(Scheme.LIGHT)).doesNotThrowAnyException();
        assertThatThrownBy(() -> assertThatPage(bad).isAccessible())
                .hasMessageContaining("is not accessible in DARK:")
                .hasMessageContaining("color-contrast");
    }

    @Test
    void a_screenshot_shows_the_colours_asked_for() throws IOException {
        Path good = page(GOOD);
        Path png = folder.resolve("page.png");
        browser().screenshot(good, Scheme.LIGHT, 800, 600, png);
        assertThat(corner(png)).isEqualTo(0xFFFFFF);
        browser().screenshot(good, Scheme.DARK, 800, 600, png);
        assertThat(corner(png)).isEqualTo(0x111111);
    }

    @Test
    void printing_counts_the_sheets() throws IOException {
        Path pdf = folder.resolve("page.pdf");
        assertThat(browser().print(page(GOOD), pdf)).isEqualTo(3);
        assertThat(browser().print(page(GOOD.replace("break-before: page", "")), pdf))
                .isEqualTo(1);
    }

    private static int corner(Path png) throws IOException {
        BufferedImage image = ImageIO.read(png.toFile());
        assertThat(image.getWidth()).isEqualTo(800);
        assertThat(image.getHeight()).isEqualTo(600);
        return image.getRGB(799, 599) & 0xFFFFFF;
    }
}
