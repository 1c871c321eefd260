package io.github.mmaplab.answer;

import io.github.mmaplab.scenario.model.Property;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.StepTrait;

/** What a student has to know besides the story to understand a question, in sentences; empty if there is nothing. */
public final class Definitions implements Question.Visitor<String> {
    private static final String ITS_OWN_MAPPINGS = "Only the mappings of the story count, not those that every process"
            + " has for its program, its stack and its libraries.";

    private static final String ZERO_PAGE = "The zero page does not count.";

    private Definitions() {}

    /** The sentences for a question. */
    public static String of(Question question) {
        return question.accept(new Definitions());
    }

    @Override
    public String contentOf(Question.ContentOf question) {
        return "";
    }

    @Override
    public String onDisk(Question.OnDisk question) {
        return "What a file holds on disk is what a power failure at that moment would leave of it. Its initial content"
                + " is on disk. From then on, assume that the kernel writes to the disk only what a call tells it to.";
    }

    @Override
    public String raises(Question.Raises question) {
        return "";
    }

    @Override
    public String samePage(Question.SamePage question) {
        return "Before two places are compared, both are read.";
    }

    @Override
    public String pageTables(Question.PageTables question) {
        return "Before the pages of a table are compared, each of them is read.";
    }

    @Override
    public String propertyOf(Question.PropertyOf question) {
        return of(question.property());
    }

    private static String of(Property property) {
        return switch (property) {
            case MAPPED, PROT, SHARING ->
                "The name of a mapping means its address, whether or not anything is still mapped there.";
            case RESIDENT -> "A page of a file that has content is in the page cache from the beginning.";
            case VM_SIZE, LOCKED_SIZE -> ITS_OWN_MAPPINGS;
            case RSS -> ZERO_PAGE;
            case RSS_OF -> ITS_OWN_MAPPINGS + " " + ZERO_PAGE;
            case PAGES ->
                "Each physical page counts once, however many mappings show it. A page of a file counts from the"
                        + " beginning if the file has content there, or else from the first access to it; a page of"
                        + " shared anonymous memory counts from the first access, and a page of private anonymous"
                        + " memory from the first store. The zero page and page tables do not count.";
            case COPIES ->
                "A page is copied on write when a store to private memory copies its content. The first store to"
                        + " anonymous memory that has no page of its own yet copies nothing.";
            case EXISTS ->
                "A file exists if its name is in the folder, whether or not a process has the file open or mapped.";
            case ATTACHED ->
                "Each mapping of a segment counts as one attachment: shmat and fork add attachments, and a call that"
                        + " splits a mapping adds one too. shmdt, munmap, exec and the end of a process take them away.";
            case LOCKED, SIZE, ALIVE, EXIT_CODE, KILLED_BY -> "";
        };
    }

    @Override
    public String mappingsOf(Question.MappingsOf question) {
        return ITS_OWN_MAPPINGS;
    }

    @Override
    public String outcomeOf(Question.OutcomeOf question) {
        return "";
    }

    @Override
    public String kindFor(Question.KindFor question) {
        return "";
    }

    @Override
    public String explain(Question.Explain question) {
        return "";
    }

    @Override
    public String which(Question.Which question) {
        return question.trait() == StepTrait.COPIES_PAGE ? of(Property.COPIES) : "";
    }
}
