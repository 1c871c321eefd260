package io.github.mmaplab.answer;

import io.github.mmaplab.scenario.model.AnswerKind;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Question;

/** Says in words what is accepted for an answer: it is shown with the question. */
public final class Accepted implements AnswerKind.Visitor<String> {
    private final boolean zeroIsZeroBytes;

    private Accepted(boolean zeroIsZeroBytes) {
        this.zeroIsZeroBytes = zeroIsZeroBytes;
    }

    /** What is accepted, as in "yes or no", where answers have these forms. */
    public static String of(Question question, AnswerForms forms) {
        return question.answer().accept(new Accepted(forms.zeroIsZeroBytes()));
    }

    @Override
    public String bytes(AnswerKind.Bytes kind) {
        if (kind.ofWholeFile()) {
            return "text of up to " + kind.longest() + " bytes, or { hex: \"00 ff\" }; trailing zero bytes may be"
                    + " left out, and '' is a file of zero bytes only";
        }
        boolean memory = kind.location() instanceof Location.InMemory;
        boolean file = kind.location() instanceof Location.InFile;
        String signals = memory ? "; SIGSEGV or SIGBUS if reading raises it" : "";
        if (kind.length() == 1) {
            return "one byte: a character, or its number (66 and 0x42 are B); a single digit is that character, "
                    + (zeroIsZeroBytes ? "but 0 is the zero byte" : "and the zero byte is 0x0") + signals;
        }
        String zeros = (zeroIsZeroBytes ? "0" : "{ zeros: " + kind.length() + " }") + " means zero bytes only";
        String fewer = file ? "'' if the file ends before that" : "trailing zero bytes may be left out";
        return "text of up to " + kind.length() + " bytes, or { hex: \"00 ff\" }; " + fewer + "; " + zeros + signals;
    }

    @Override
    public String set(AnswerKind.SetOf kind) {
        String each = kind.each().accept(this);
        if (kind.each() instanceof AnswerKind.StepNumber steps) {
            return "the numbers of the steps, as a list in any order, such as " + steps.among() + "; or none";
        }
        return kind.each() == AnswerKind.Plain.OUTCOME
                ? "all possible outcomes, as a list in any order: [ok, EACCES]; each is " + each
                : "all possible contents, as a list in any order: [AB, CD]; each is " + each;
    }

    @Override
    public String step(AnswerKind.StepNumber kind) {
        return "the number of a step";
    }

    @Override
    public String frames(AnswerKind.Frames kind) {
        return "a list of " + kind.pages().size() + " names, in this order: " + String.join(", ", kind.pages())
                + "; a letter or a number for each physical page, the same one wherever it is the same page, and none"
                + " where reading raises a signal";
    }

    @Override
    public String plain(AnswerKind.Plain kind) {
        return switch (kind) {
            case SIGNAL -> "SIGSEGV, SIGBUS or none";
            case YES_NO -> "yes or no";
            case SIZE -> "a number of bytes: 4096, 4K, 1 page, 1 page + 100";
            case COUNT -> "a number";
            case OUTCOME -> "ok, an error such as EACCES, or a signal such as SIGSEGV";
            case PROTECTION -> "letters of rwx, such as rw or r; none; or not mapped";
            case SHARING -> "private, shared or not mapped";
            case EXIT_CODE -> "a number from 0 to 255, or none";
            case KILLED_BY -> "SIGSEGV, SIGBUS, SIGKILL or none";
            case MAPPING_KIND -> "private file, private anonymous, shared file or shared anonymous";
            case WORDS -> "your own words, on one line, for a person to read";
        };
    }
}
