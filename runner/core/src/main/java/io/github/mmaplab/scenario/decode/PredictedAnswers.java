package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Diagnostic;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.scenario.model.Content;
import io.github.mmaplab.scenario.model.PredictedAnswer;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.ArrayList;
import java.util.List;

/** Reads answers, whatever they answer to. What can't be one is an unreadable answer, not a mistake of the file. */
final class PredictedAnswers implements Node.Visitor<PredictedAnswer> {
    private final Contents contents;
    private final Problems ofContents;

    /** Answers written in an exercise, where a content that can't be read is a mistake. */
    PredictedAnswers(Values values, Contents contents) {
        this.contents = contents;
        this.ofContents = values.problems();
    }

    PredictedAnswer answer(Node node) {
        return node.accept(this);
    }

    @Override
    public PredictedAnswer scalar(Node.Scalar node) {
        return node.isAbsent()
                ? new PredictedAnswer.Nothing(node.span())
                : new PredictedAnswer.Text(node.text(), node.span());
    }

    @Override
    public PredictedAnswer sequence(Node.Sequence node) {
        List<PredictedAnswer> members = new ArrayList<>();
        for (Node item : node.items()) {
            members.add(item.accept(this));
        }
        return new PredictedAnswer.Several(members, node.span());
    }

    @Override
    public PredictedAnswer mapping(Node.Mapping node) {
        int before = ofContents.all().size();
        Content content = contents.content(node, "an answer");
        if (content != null) {
            return new PredictedAnswer.Spelled(content, node.span());
        }
        List<Diagnostic> found = ofContents.all();
        String why = found.size() > before
                ? found.get(before).message()
                : "this is not content: write text, or { hex: \"00 ff\" }";
        return new PredictedAnswer.Unreadable(why, node.span());
    }

    @Override
    public PredictedAnswer broken(Node.Broken node) {
        return new PredictedAnswer.Unreadable("this can't be read", node.span());
    }
}
