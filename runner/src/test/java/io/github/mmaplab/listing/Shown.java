package io.github.mmaplab.listing;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.Signal;
import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.scenario.model.Question;
import java.util.Arrays;
import java.util.Optional;

/** What the line of a question shows, as an answer. */
final class Shown implements Question.Visitor<Reply> {
    private final PlayedListing.Result result;

    Shown(PlayedListing.Result result) {
        this.result = result;
    }

    private Reply raised() {
        return new Reply.Raised(result.isSignal() ? Optional.of(Signal.valueOf(result.outcome())) : Optional.empty());
    }

    @Override
    public Reply contentOf(Question.ContentOf question) {
        if (result.isSignal()) {
            return raised();
        }
        byte[] bytes = result.bytes();
        int end = bytes.length;
        while (question.bytes().ofWholeFile() && end > 0 && bytes[end - 1] == 0) {
            end--;
        }
        return new Reply.Bytes(Data.of(Arrays.copyOf(bytes, end)));
    }

    @Override
    public Reply raises(Question.Raises question) {
        return raised();
    }

    @Override
    public Reply onDisk(Question.OnDisk question) {
        throw new IllegalArgumentException("no line shows a disk");
    }

    @Override
    public Reply samePage(Question.SamePage question) {
        throw new IllegalArgumentException("no line shows a page");
    }

    /** Of the properties, a line shows the size of a file. */
    @Override
    public Reply propertyOf(Question.PropertyOf question) {
        return new Reply.Count(Long.parseLong(result.printed().strip()));
    }

    @Override
    public Reply mappingsOf(Question.MappingsOf question) {
        throw new IllegalArgumentException("no line shows the mappings");
    }

    @Override
    public Reply outcomeOf(Question.OutcomeOf question) {
        return new Reply.Word(result.outcome());
    }

    @Override
    public Reply pageTables(Question.PageTables question) {
        throw new IllegalArgumentException("no line shows a physical page");
    }

    @Override
    public Reply kindFor(Question.KindFor question) {
        throw new IllegalArgumentException("no line shows a use");
    }

    @Override
    public Reply explain(Question.Explain question) {
        throw new IllegalArgumentException("no line explains");
    }

    @Override
    public Reply which(Question.Which question) {
        throw new IllegalArgumentException("no line shows several steps");
    }
}
