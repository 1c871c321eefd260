package io.github.mmaplab.scenario.model;

import io.github.mmaplab.abi.Term;
import java.util.Locale;

/**
 * What can be asked of places in memory, or of memory as a whole, each in one place: a constant here. Its name is its key in
 * the language. {@code Inquiry} puts it to a kernel, and {@code Explained} explains the answer.
 */
public enum MemoryQuestion implements Term {
    RAISES(
            1,
            AnswerKind.Plain.SIGNAL,
            "which signal reading one byte raises, or none",
            "which signal, if any, does {process} get when it reads one byte {place}",
            ""),
    MAPPED(
            1,
            AnswerKind.Plain.YES_NO,
            "whether something is mapped there: yes or no",
            "does {process} have a mapping {place}",
            "The name of a mapping means its address, whether or not anything is still mapped there."),
    PAGES(
            0,
            AnswerKind.Plain.COUNT,
            "how many physical pages the scenario uses",
            "how many physical pages do all mappings and files use together",
            "Each physical page counts once, however many mappings show it. A page of a file counts from the beginning if"
                    + " the file has content there, or else from the first access to it; a page of shared anonymous memory"
                    + " counts from the first access, and a page of private anonymous memory from the first store. The"
                    + " zero page and page tables do not count."),
    COPIES(
            0,
            AnswerKind.Plain.COUNT,
            "how many pages have been copied on write so far",
            "how many pages have been copied on write so far",
            "A page is copied on write when a store to private memory copies its content. The first store to anonymous"
                    + " memory that has no page of its own yet copies nothing."),
    SAME_PAGE(
            2,
            AnswerKind.Plain.YES_NO,
            "whether two locations are on the same physical page: yes or no",
            "do {one} and {other} refer to the same physical page",
            "Before two places are compared, both are read.");

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final int places;
    private final AnswerKind.Plain answer;
    private final String meaning;
    private final String prompt;
    private final String note;

    MemoryQuestion(int places, AnswerKind.Plain answer, String meaning, String prompt, String note) {
        this.places = places;
        this.answer = answer;
        this.meaning = meaning;
        this.prompt = prompt;
        this.note = note;
    }

    /** The question with this key. */
    public static MemoryQuestion of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    /** How many places it is about; none if it is about memory as a whole. */
    public int places() {
        return places;
    }

    /** What kind of answer it has. */
    public AnswerKind.Plain answer() {
        return answer;
    }

    /**
     * The question in words, without the moment: {@code {process}} and {@code {place}} are those of the only place, {@code
     * {one}} and {@code {other}} the two places with their processes.
     */
    public String prompt() {
        return prompt;
    }

    /** What a student has to know besides the story, in sentences; empty if there is nothing. */
    public String note() {
        return note;
    }
}
