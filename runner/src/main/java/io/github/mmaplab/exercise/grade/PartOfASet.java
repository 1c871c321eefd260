package io.github.mmaplab.exercise.grade;

import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.scenario.model.Partial;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;

/** What is earned by naming a part of a set, or more than the set, as a share of what the whole is worth. */
final class PartOfASet {
    private PartOfASet() {}

    /**
     * The share, from 0 to 1, exact.
     *
     * @param truth the members of the set, each once
     * @param named what was named, each once
     */
    static BigFraction of(Partial rule, List<Reply> truth, List<Reply> named) {
        int right = 0;
        for (Reply member : named) {
            right += truth.contains(member) ? 1 : 0;
        }
        int net = switch (rule) {
            case ALL_OR_NOTHING -> right == truth.size() && right == named.size() ? right : 0;
            case NET -> right - (named.size() - right);
            case EACH -> right - Math.max(0, named.size() - truth.size());
        };
        return truth.isEmpty() ? BigFraction.ZERO : BigFraction.of(Math.max(0, net), truth.size());
    }
}
