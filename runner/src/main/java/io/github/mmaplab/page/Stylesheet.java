package io.github.mmaplab.page;

/** The style of all pages, for light and dark screens, and for paper in black and white. */
final class Stylesheet {
    /**
     * The style sheet. Text has at least the contrast of WCAG 2.2, 1.4.3 (4.5 to 1), in both schemes. Classes: {@code
     * wide} scrolls sideways, {@code number} is aligned to the right, {@code soft} is less prominent, {@code facts} is
     * a list of short facts, {@code note} is a box, {@code card} is not split at the end of a sheet of paper, {@code
     * answer} is a line to write on, {@code verdict} with {@code good}, {@code bad} or {@code odd} is a result. Code
     * moves to the next line as a whole; only what is longer than a line is broken.
     */
    static final String CSS = """
            :root {
              color-scheme: light dark;
              --paper: #ffffff; --ink: #1a1a1f; --soft: #55555f; --line: #c4c4cd; --shade: #f3f3f6;
              --link: #0b4f9e; --good: #0b6430; --bad: #a11d17; --odd: #6f4400;
            }
            @media (prefers-color-scheme: dark) {
              :root {
                --paper: #16171b; --ink: #e9e9ef; --soft: #b0b0bc; --line: #4a4b55; --shade: #212228;
                --link: #8fbcff; --good: #74d394; --bad: #ff9d94; --odd: #f0bb66;
              }
            }
            * { box-sizing: border-box; }
            html { background: var(--paper); color: var(--ink); font: 100%/1.5 system-ui, sans-serif; }
            body { margin: 0 auto; padding: 1.5rem 1.25rem 3rem; max-width: 52rem; overflow-wrap: break-word; }
            h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .5rem; }
            h2 { font-size: 1.25rem; line-height: 1.3; margin: 2.2rem 0 .6rem; }
            h3 { font-size: 1.05rem; line-height: 1.35; margin: 1.4rem 0 .4rem; }
            header { margin-bottom: 1.25rem; }
            p, ul, ol, dl { margin: 0 0 .75rem; }
            ul, ol { padding-left: 1.6rem; }
            li { margin: .2rem 0; }
            a { color: var(--link); }
            a:focus-visible, summary:focus-visible, .wide:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
            code, pre, samp { font: .92em/1.45 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; }
            code, samp { background: var(--shade); border-radius: .2rem; padding: .05em .25em; overflow-wrap: anywhere; }
            code { display: inline-block; max-width: 100%; }
            pre { background: var(--shade); border-radius: .3rem; padding: .7rem .9rem; margin: 0 0 .75rem; white-space: pre-wrap; }
            pre code { display: inline; background: none; padding: 0; }
            .soft { color: var(--soft); }
            .facts { display: flex; flex-wrap: wrap; gap: .25rem 1.75rem; margin: 0; padding: 0; }
            .facts div { display: flex; gap: .5rem; }
            .facts dt { color: var(--soft); }
            .facts dd { margin: 0; font-weight: 600; overflow-wrap: anywhere; }
            .note { border-left: .25rem solid var(--line); padding: .1rem 0 .1rem .9rem; margin: .5rem 0 .75rem; }
            .card { border: 1px solid var(--line); border-radius: .4rem; padding: .8rem 1rem; margin: 0 0 1rem; }
            .note > :last-child { margin-bottom: 0; }
            .card > :first-child { margin-top: 0; }
            .card > :last-child { margin-bottom: 0; }
            .answer { border-bottom: 1px solid var(--ink); height: 2.2rem; margin: .4rem 0 .75rem; }
            .verdict { font-weight: 600; white-space: nowrap; }
            .good { color: var(--good); }
            .bad { color: var(--bad); }
            .odd { color: var(--odd); }
            summary { cursor: pointer; color: var(--link); width: fit-content; }
            .wide { overflow-x: auto; margin: 0 0 1rem; }
            table { border-collapse: collapse; min-width: 40%; }
            caption { text-align: left; color: var(--soft); padding: 0 0 .35rem; }
            th, td { border: 1px solid var(--line); padding: .3rem .6rem; text-align: left; vertical-align: top; }
            thead th { background: var(--shade); }
            tbody th { font-weight: 600; }
            tbody th .soft { font-weight: 400; }
            tbody th ul { margin: .2rem 0 0; }
            .number { text-align: right; font-variant-numeric: tabular-nums; }
            footer { border-top: 1px solid var(--line); margin-top: 2.5rem; padding-top: .75rem; color: var(--soft); font-size: .9rem; }
            @page { margin: 18mm 16mm; }
            @media print {
              :root {
                --paper: #fff; --ink: #000; --soft: #333; --line: #888; --shade: #fff;
                --link: #000; --good: #000; --bad: #000; --odd: #000;
              }
              html { font-size: 10.5pt; }
              body { max-width: none; padding: 0 1px; }
              h1, h2, h3, caption, summary { break-after: avoid; }
              .card, tr, pre, li { break-inside: avoid; }
              thead { display: table-header-group; }
              .wide { overflow: visible; }
              details::details-content { content-visibility: visible; display: block; block-size: auto; }
              summary { list-style: none; color: inherit; }
              summary::-webkit-details-marker { display: none; }
            }
            """;

    private Stylesheet() {}
}
