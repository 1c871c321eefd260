package io.github.mmaplab.exercise;

import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Question;

/** Says in words what is accepted for an answer: it is shown with the question. */
public final class Accepted implements Question.Visitor<String> {
    private final boolean zeroIsZeroBytes;

    private Accepted(boolean zeroIsZeroBytes) {
        this.zeroIsZeroBytes = zeroIsZeroBytes;
    }

    /** What is accepted, as in "yes or no", where answers have these forms. */
    public static String of(Question question, AnswerForms forms) {
        return question.accept(new Accepted(forms.zeroIsZeroBytes()));
    }

    @Override
    public String contentOf(Question.ContentOf question) {
        if (question.ofWholeFile()) {
            return "text of up to " + question.longest() + " bytes, or { hex: \"00 ff\" }; trailing zero bytes may be"
                    + " left out, and '' is a file of zero bytes only";
        }
        boolean memory = question.location() instanceof Location.InMemory;
        String signals = memory ? "; SIGSEGV or SIGBUS if reading raises it" : "";
        if (question.length() == 1) {
            return "one byte: a character, or its number (66 and 0x42 are B); a single digit is that character, "
                    + (zeroIsZeroBytes ? "but 0 is the zero byte" : "and the zero byte is 0x0") + signals;
        }
        String zeros = (zeroIsZeroBytes ? "0" : "{ zeros: " + question.length() + " }") + " means zero bytes only";
        String fewer = memory ? "trailing zero bytes may be left out" : "'' if the file ends before that";
        return "text of up to " + question.length() + " bytes, or { hex: \"00 ff\" }; " + fewer + "; " + zeros
                + signals;
    }

    @Override
    public String possible(Question.Possible question) {
        return "all possible contents, as a list in any order: [AB, CD]; each is " + contentOf(question.inOneOrder());
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
