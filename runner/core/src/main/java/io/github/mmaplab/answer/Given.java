package io.github.mmaplab.answer;

import io.github.mmaplab.run.result.Reply;

/** What a student gave for an answer. */
public sealed interface Given {

    /**
     * An answer.
     *
     * @param written as it was written, cut if it is long; untrusted
     */
    record Answered(Reply reply, String written) implements Given {}

    /** Nothing: the place was left empty, or is not there. */
    record Unanswered() implements Given {}

    /**
     * Something that can't be an answer to this question.
     *
     * @param written as it was written, cut if it is long; untrusted
     * @param why what is wrong, and what is accepted
     */
    record Invalid(String written, String why) implements Given {}
}
