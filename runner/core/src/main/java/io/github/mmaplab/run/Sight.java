package io.github.mmaplab.run;

import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.run.result.NotChecked;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.Replied;
import io.github.mmaplab.run.result.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What was seen in one part of a scenario.
 *
 * @param problems what is not as expected
 * @param claimed the results of claims
 * @param replies the answers to questions
 * @param notChecked what could not be looked at
 * @param isOfTheEnd whether it is what was asked for at the end
 * @param outcomes the outcome of each step until then in words, if that is followed
 */
record Sight(
        List<Problem> problems,
        List<Claimed> claimed,
        List<Replied> replies,
        List<NotChecked> notChecked,
        boolean isOfTheEnd,
        Map<Integer, String> outcomes) {
    static final Sight NOTHING = new Sight(List.of(), List.of(), List.of(), List.of(), false, Map.of());

    /** What makes two sights the same, at whichever step and with whichever numbers of pages they are. */
    record Key(
            List<BrokenOrders.Key> problems,
            List<ClaimTally.Key> claimed,
            List<List<Object>> replies,
            List<NotChecked> notChecked,
            boolean isOfTheEnd,
            Map<Integer, String> outcomes) {
        static final Key NOTHING = new Key(List.of(), List.of(), List.of(), List.of(), false, Map.of());
    }

    /** What has been seen on a stage. */
    static Sight of(Stage stage, boolean isOfTheEnd, Map<Integer, String> outcomes) {
        return new Sight(stage.problems(), stage.claimed(), stage.replies(), stage.notChecked(), isOfTheEnd, outcomes);
    }

    /** The answers to questions. */
    List<Reply> answers() {
        return replies.stream().map(Replied::reply).toList();
    }

    /** The expectations that it breaks. */
    List<Span> broken() {
        List<Span> broken = new ArrayList<>();
        problems.forEach(problem -> broken.add(problem.span()));
        for (Claimed each : claimed) {
            if (OverOrders.isBrokenNever(each)) {
                broken.add(each.claim().span());
            }
        }
        return broken;
    }

    Key key() {
        if (problems.isEmpty() && claimed.isEmpty() && replies.isEmpty() && notChecked.isEmpty() && !isOfTheEnd) {
            return Key.NOTHING;
        }
        List<BrokenOrders.Key> broken = new ArrayList<>();
        problems.forEach(problem -> broken.add(BrokenOrders.Key.of(problem)));
        List<ClaimTally.Key> claims = claimed.stream().map(ClaimTally.Key::of).toList();
        List<List<Object>> answers = new ArrayList<>();
        replies.forEach(each -> answers.add(List.of(each.question(), each.reply())));
        return new Key(broken, claims, answers, notChecked, isOfTheEnd, outcomes);
    }
}
