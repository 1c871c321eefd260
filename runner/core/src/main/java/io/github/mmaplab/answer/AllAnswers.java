package io.github.mmaplab.answer;

import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.scenario.model.AnswerKind;
import io.github.mmaplab.scenario.model.MappingKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All the answers that questions of a kind can have, if there are few: a quiz offers them, and guessing chooses one. */
public final class AllAnswers {
    /** Of more steps there are more than eight sets. */
    private static final int MOST_STEPS = 3;

    private AllAnswers() {}

    /** The answers, in the order in which they are offered; none if there are many. */
    public static List<Reply> of(AnswerKind kind) {
        if (kind == AnswerKind.Plain.YES_NO) {
            return List.of(new Reply.YesNo(true), new Reply.YesNo(false));
        }
        if (kind instanceof AnswerKind.SetOf set && set.each() instanceof AnswerKind.StepNumber steps) {
            return steps.among().size() <= MOST_STEPS ? subsets(steps.among()) : List.of();
        }
        if (kind == AnswerKind.Plain.MAPPING_KIND) {
            return Arrays.stream(MappingKind.values())
                    .<Reply>map(each -> new Reply.Word(each.word()))
                    .toList();
        }
        return kind == AnswerKind.Plain.SHARING
                ? List.of(new Reply.Word("private"), new Reply.Word("shared"), Reply.Word.NOT_MAPPED)
                : List.of();
    }

    private static List<Reply> subsets(List<Integer> steps) {
        List<Reply> subsets = new ArrayList<>();
        for (int chosen = 0; chosen < 1 << steps.size(); chosen++) {
            List<Reply> members = new ArrayList<>();
            for (int i = 0; i < steps.size(); i++) {
                if ((chosen >> i & 1) == 1) {
                    members.add(new Reply.Count(steps.get(i)));
                }
            }
            subsets.add(new Reply.Several(members));
        }
        return subsets;
    }
}
