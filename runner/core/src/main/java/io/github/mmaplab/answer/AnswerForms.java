package io.github.mmaplab.answer;

import io.github.mmaplab.scenario.model.Content;
import io.github.mmaplab.scenario.model.FileSpec;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import java.util.BitSet;

/**
 * In which forms the answers to a story's questions are read. A form that people use, such as {@code 0} for zero bytes, is
 * read so where the story writes no such character: there it can mean nothing else. It depends on what is written alone,
 * never on the right answer, and sheets say it.
 */
public final class AnswerForms {
    /** Of longer content, which is not text that somebody reads, the beginning is looked at. */
    private static final int MOST = 4096;

    private final int pageSize;
    private final BitSet written = new BitSet();

    private AnswerForms(int pageSize) {
        this.pageSize = pageSize;
    }

    /** Those of a story. */
    public static AnswerForms of(Scenario story) {
        AnswerForms forms = new AnswerForms(story.pageSize());
        for (FileSpec file : story.files()) {
            file.pieces().forEach(piece -> forms.add(piece.content()));
        }
        for (Step step : Step.unfolded(story.steps())) {
            if (step instanceof Step.Write write) {
                write.targets().forEach(target -> target.content().ifPresent(forms::add));
            }
        }
        return forms;
    }

    private void add(Content content) {
        if (Long.compareUnsigned(content.length(), 0) > 0) {
            int count = content instanceof Content.Fill || content instanceof Content.Zeros
                    ? 1
                    : (int) Math.min(content.length(), MOST);
            for (byte b : content.bytes(0, count)) {
                written.set(b & 0xFF);
            }
        }
    }

    /** What {@code 1 page} is, in bytes. */
    int pageSize() {
        return pageSize;
    }

    /** Whether the story writes this character, of ASCII, somewhere. */
    boolean writes(char c) {
        return written.get(c);
    }

    /** Whether the digit {@code 0} is nothing but zero bytes. */
    boolean zeroIsZeroBytes() {
        return !writes('0');
    }
}
