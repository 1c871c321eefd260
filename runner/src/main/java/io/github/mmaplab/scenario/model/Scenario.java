package io.github.mmaplab.scenario.model;

import io.github.mmaplab.diagnostic.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A scenario as it is run: of a file with {@code cases}, one for each row.
 *
 * @param title its title, the parameters of {@code cases} replaced
 * @param about prose, Markdown
 * @param tags words to select by
 * @param references where the behaviour is documented
 * @param pageSize 4096, 16384 or 65536 bytes
 * @param files the files at the beginning
 * @param processes the processes at the beginning, at least one
 * @param steps what happens, in order
 * @param expect what holds after the last step
 * @param row the row of {@code cases}
 * @param document which document of its file, from 1
 * @param titleSpan the title
 * @param span the whole document
 */
public record Scenario(
        String title,
        Optional<String> about,
        List<String> tags,
        List<String> references,
        int pageSize,
        List<FileSpec> files,
        List<ProcessSpec> processes,
        List<Step> steps,
        List<Expectation> expect,
        Optional<CaseRow> row,
        int document,
        Span titleSpan,
        Span span) {
    /** Copies the lists. */
    public Scenario {
        tags = List.copyOf(tags);
        references = List.copyOf(references);
        files = List.copyOf(files);
        processes = List.copyOf(processes);
        steps = List.copyOf(steps);
        expect = List.copyOf(expect);
    }

    /** What is asked, in the order of the steps; nothing, unless it comes from an exercise. */
    public List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (Step step : steps) {
            if (step instanceof Step.Ask ask) {
                questions.addAll(ask.questions());
            }
        }
        return questions;
    }
}
