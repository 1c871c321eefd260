package io.github.mmaplab.handout.study;

import io.github.mmaplab.explain.Reason;
import io.github.mmaplab.handout.key.Key;
import io.github.mmaplab.handout.story.Story;
import io.github.mmaplab.picture.Moment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** In which portions a story is shown: up to the moment before a question is decided, then the question, then the rest. */
final class Scenes {
    private final Key key;
    private final Map<String, Integer> deciding = new HashMap<>();

    Scenes(Key key) {
        this.key = key;
        for (Key.Solved solved : key.questions()) {
            int last = solved.explanation().reasons().stream()
                    .filter(Reason::isMoment)
                    .mapToInt(Reason::step)
                    .max()
                    .orElse(0);
            deciding.put(solved.name(), last);
        }
    }

    /**
     * A portion of the story.
     *
     * @param moments which moments of the storyboard are shown, after the questions if there are any
     * @param questions the names of the questions before them; may be empty
     */
    record Scene(List<Integer> moments, List<String> questions) {
        Scene {
            moments = List.copyOf(moments);
            questions = List.copyOf(questions);
        }
    }

    /** The portions. Questions about the beginning are asked before its page tables are shown. */
    List<Scene> of(List<Moment> moments) {
        List<Scene> scenes = new ArrayList<>();
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < moments.size(); i++) {
            Moment moment = moments.get(i);
            List<String> questions =
                    moment.kind() == Moment.Kind.STEP ? line(moment).questions() : List.of();
            if (questions.isEmpty()) {
                if (moment.kind() != Moment.Kind.END && (i == 0 || line(moment).number() > 0)) {
                    open.add(i);
                }
                continue;
            }
            int first = firstHidden(moments, open, questions);
            open.subList(0, first).forEach(shown -> scenes.add(new Scene(List.of(shown), List.of())));
            scenes.add(new Scene(open.subList(first, open.size()), questions));
            open.clear();
        }
        open.forEach(shown -> scenes.add(new Scene(List.of(shown), List.of())));
        return scenes;
    }

    /** The first of the moments that are not shown before questions: the one that decides the first of these. */
    private int firstHidden(List<Moment> moments, List<Integer> open, List<String> questions) {
        int decided = questions.stream()
                .mapToInt(question -> deciding.getOrDefault(question, 0))
                .min()
                .orElse(0);
        int first = 0;
        while (first < open.size() - 1 && moments.get(open.get(first)).step() < decided) {
            first++;
        }
        return first;
    }

    /** What happens in the step of a moment, in words. */
    Story.Line line(Moment moment) {
        return key.story().steps().get(moment.step() - 1);
    }
}
