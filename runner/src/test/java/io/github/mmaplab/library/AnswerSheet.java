package io.github.mmaplab.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.answer.ReplyText;
import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.scenario.PredictionReader;
import io.github.mmaplab.scenario.model.PredictedAnswer;
import io.github.mmaplab.scenario.model.Prediction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Prediction files as students write them. */
final class AnswerSheet {
    private AnswerSheet() {}

    /** What is read of a prediction file with these answers in it; what can't be answered is left out. */
    static Map<String, PredictedAnswer> of(String exercise, AnswerKey key, Map<String, Reply> replies) {
        StringBuilder yaml = new StringBuilder("exercise: " + exercise + "\nstudent: s1\nanswers:\n");
        answered(replies)
                .forEach((question, reply) -> yaml.append("  ")
                        .append(question)
                        .append(": ")
                        .append(ReplyText.of(reply))
                        .append('\n'));
        byte[] bytes = yaml.toString().getBytes(StandardCharsets.UTF_8);
        PredictionReader.Result read = PredictionReader.read(
                "s1.prediction.yaml", bytes, key.scenario().pageSize());
        assertThat(read.diagnostics()).as(yaml.toString()).isEmpty();
        Map<String, PredictedAnswer> answers = new LinkedHashMap<>();
        for (Prediction.Entry entry : read.prediction().orElseThrow().answers()) {
            answers.put(entry.question().name(), entry.answer());
        }
        return answers;
    }

    /** The replies that are answers. */
    static Map<String, Reply> answered(Map<String, Reply> replies) {
        Map<String, Reply> answered = new LinkedHashMap<>(replies);
        answered.values().removeIf(Reply.None.class::isInstance);
        return answered;
    }
}
