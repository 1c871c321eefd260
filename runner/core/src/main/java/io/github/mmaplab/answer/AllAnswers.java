package io.github.mmaplab.answer;

import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.scenario.model.AnswerKind;
import java.util.List;

/** All the answers that questions of a kind can have, if there are few: a quiz offers them, and guessing chooses one. */
public final class AllAnswers {
    private AllAnswers() {}

    /** The answers, in the order in which they are offered; none if there are many. */
    public static List<Reply> of(AnswerKind kind) {
        if (kind == AnswerKind.Plain.YES_NO) {
            return List.of(new Reply.YesNo(true), new Reply.YesNo(false));
        }
        return kind == AnswerKind.Plain.SHARING
                ? List.of(new Reply.Word("private"), new Reply.Word("shared"), Reply.Word.NOT_MAPPED)
                : List.of();
    }
}
