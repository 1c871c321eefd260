package io.github.mmaplab.exercise;

import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Question;

/** Says in words what is accepted for an answer: it stands beside the question. */
public final class Accepted implements Question.Visitor<String> {
    private static final Accepted WORDS = new Accepted();

    private Accepted() {}

    /** What is accepted, as in "yes or no". */
    public static String of(Question question) {
        return question.accept(WORDS);
    }

    @Override
    public String contentOf(Question.ContentOf question) {
        boolean memory = question.location() instanceof Location.InMemory;
        String signals = memory ? "; SIGSEGV or SIGBUS if reading raises it" : "";
        if (question.length() == 1) {
            return "one byte: a character, or its number (66 and 0x42 are B)" + signals;
        }
        String zeros = memory
                ? "zero bytes at the end may be left out, { zeros: " + question.length() + " } is nothing but zeros"
                : "'' if the file ends before";
        return "text of up to " + question.length() + " bytes, or { hex: \"00 ff\" }; " + zeros + signals;
    }

    @Override
    public String possible(Question.Possible question) {
        return "all contents that are possible, as a list in any order: [AB, CD]; each is "
                + contentOf(question.inOneOrder());
    }

    @Override
    public String raises(Question.Raises question) {
        return "SIGSEGV, SIGBUS or none";
    }

    @Override
    public String samePage(Question.SamePage question) {
        return "yes or no";
    }

    @Override
    public String sizeOf(Question.SizeOf question) {
        return "a number of bytes: 4096, 4K, 1 page, 1 page + 100";
    }

    @Override
    public String outcomeOf(Question.OutcomeOf question) {
        return "ok, an error such as EACCES, or a signal such as SIGSEGV";
    }

    @Override
    public String pages(Question.Pages question) {
        return "a number";
    }

    @Override
    public String copies(Question.Copies question) {
        return "a number";
    }
}
