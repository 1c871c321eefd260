package io.github.mmaplab.web;

import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/** Claims about an HTML file, judged by the browser of this machine. */
public final class PageAssert extends AbstractAssert<PageAssert, Path> {
    private PageAssert(Path page) {
        super(page, PageAssert.class);
    }

    /** Begins a claim about a page, in a test marked with {@link NeedsBrowser}. */
    public static PageAssert assertThatPage(Path page) {
        return new PageAssert(page);
    }

    /** That axe-core has nothing against the page, neither in light nor in dark colours. */
    public PageAssert isAccessible() {
        for (Scheme scheme : Scheme.values()) {
            isAccessibleIn(scheme);
        }
        return this;
    }

    /** That axe-core has nothing against the page in these colours. */
    public PageAssert isAccessibleIn(Scheme scheme) {
        List<Violation> violations = browser().violations(actual, scheme);
        if (!violations.isEmpty()) {
            StringBuilder message = new StringBuilder();
            message.append(actual)
                    .append(" is not accessible in ")
                    .append(scheme)
                    .append(':');
            violations.forEach(violation -> message.append("\n\n").append(violation));
            throw new AssertionError(message.toString());
        }
        return this;
    }

    private static Browser browser() {
        return Browser.find()
                .orElseThrow(() -> new IllegalStateException("mark the test with @NeedsBrowser: there is no browser"));
    }
}
