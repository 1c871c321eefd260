package io.github.mmaplab.report.html;

import io.github.mmaplab.markup.Html;
import io.github.mmaplab.markup.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The form that filters the results. Without its script it has no function and stays hidden; the page is complete
 * without either.
 */
final class Filter {
    /** The script. Each result has {@code data-verdict}, and {@code data-tags} with a blank around each tag. */
    static final String SCRIPT = """
            const form = document.getElementById("filter");
            const items = [...document.querySelectorAll("[data-verdict]")]
              .map(item => ({ item, text: item.textContent.toLowerCase() }));
            const count = document.getElementById("count");
            function apply() {
              const words = form.elements.text.value.toLowerCase().split(/\\s+/);
              const tag = form.elements.tag.value;
              const verdict = form.elements.verdict.value;
              let shown = 0;
              for (const { item, text } of items) {
                const fits = (verdict === "" || item.dataset.verdict === verdict)
                  && (tag === "" || item.dataset.tags.includes(" " + tag + " "))
                  && words.every(word => text.includes(word));
                item.hidden = !fits;
                shown += fits ? 1 : 0;
              }
              for (const group of [...document.querySelectorAll("[data-group]")].reverse()) {
                group.hidden = !group.querySelector("[data-verdict]:not([hidden])");
              }
              count.textContent = shown + " of " + items.length + " shown";
            }
            form.addEventListener("input", apply);
            form.addEventListener("submit", event => event.preventDefault());
            form.addEventListener("reset", () => setTimeout(apply));
            form.hidden = false;
            apply();
            """;

    static final String STYLE = """
            [hidden] { display: none !important; }
            #filter { display: flex; flex-wrap: wrap; gap: .6rem 1.25rem; align-items: end; margin: 0 0 1rem; }
            #filter label { display: flex; flex-direction: column; gap: .15rem; color: var(--soft); font-size: .9rem; }
            #filter :is(input, select, button) {
              font: inherit; color: var(--ink); background: var(--paper); min-height: 2.2rem;
              border: 1px solid var(--soft); border-radius: .3rem; padding: .25rem .6rem;
            }
            #filter :focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
            #count { margin: 0; min-height: 2.2rem; display: flex; align-items: center; }
            body { max-width: 66rem; }
            article.card > h3 > .verdict { margin-right: .35rem; }
            article.card > pre { white-space: pre; overflow-x: auto; }
            article.card > pre:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
            .tag { border: 1px solid var(--line); border-radius: .8rem; padding: 0 .55rem; font-size: .85rem; white-space: nowrap; }
            .passed { list-style: none; padding: 0; }
            .passed > li { display: flex; flex-wrap: wrap; gap: .1rem .6rem; padding: .25rem 0; border-bottom: 1px solid var(--line); margin: 0; }
            @media print { #filter { display: none; } article.card > pre { white-space: pre-wrap; } }
            """;

    private Filter() {}

    /**
     * The form.
     *
     * @param verdicts the verdicts on the page
     * @param tags the tags on the page
     */
    static Html form(Set<String> verdicts, Set<String> tags) {
        return Tag.of("form")
                .with("id", "filter")
                .with("role", "search")
                .with("aria-label", "Filter the results")
                .with("hidden", "")
                .block(
                        label(
                                "text",
                                Tag.of("input")
                                        .with("name", "text")
                                        .with("type", "search")
                                        .alone()),
                        label("verdict", choice("verdict", verdicts)),
                        label("tag", choice("tag", tags)),
                        Tag.of("button").with("type", "reset").text("show all"),
                        Tag.of("p")
                                .with("id", "count")
                                .with("role", "status")
                                .styled("soft")
                                .holding());
    }

    private static Html label(String word, Html control) {
        return Tag.of("label").holding(Html.text(word), control);
    }

    private static Html choice(String name, Set<String> values) {
        List<Html> options = new ArrayList<>();
        options.add(Tag.of("option").with("value", "").text("any"));
        for (String value : values) {
            options.add(Tag.of("option").with("value", value).text(value));
        }
        return Tag.of("select").with("name", name).holding(options);
    }
}
