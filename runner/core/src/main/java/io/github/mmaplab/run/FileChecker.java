package io.github.mmaplab.run;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.kernel.Answer;
import io.github.mmaplab.kernel.Rest;
import io.github.mmaplab.kernel.call.ReadFile;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.Seen;
import io.github.mmaplab.scenario.model.Content;
import io.github.mmaplab.scenario.model.ContentIs;
import io.github.mmaplab.scenario.model.Facet;
import io.github.mmaplab.scenario.model.FileFacet;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.OneOf;
import io.github.mmaplab.scenario.model.PropertyIs;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares what read(2) finds in a file with facets. Each method returns whether the facet holds. */
final class FileChecker implements FileFacet.Visitor<Boolean> {

    /** What is seen of a file that does not exist. */
    static final String NOT_THERE = "not there";

    private final SymbolTable symbols;
    private final Recorder recorder;
    private final Observer observer;
    private final Location.InFile location;
    private final @Nullable FileId file;

    FileChecker(SymbolTable symbols, Recorder recorder, Observer observer, Location.InFile location) {
        this.symbols = symbols;
        this.recorder = recorder;
        this.observer = observer;
        this.location = location;
        FileId meant = symbols.isFile(location.file()) ? symbols.file(location.file()) : null;
        this.file = meant != null && recorder.kernel().exists(meant) ? meant : null;
    }

    @Override
    public Boolean contentIs(ContentIs facet) {
        return content(facet, List.of(facet.content()));
    }

    @Override
    public Boolean oneOf(OneOf facet) {
        return content(facet, facet.contents());
    }

    @Override
    public Boolean propertyIs(PropertyIs facet) {
        return new PropertyChecker(symbols, recorder, observer, location.file(), Optional.of(location)).check(facet);
    }

    @Override
    public Boolean onDisk(FileFacet.OnDisk facet) {
        if (file == null) {
            return notThere(facet, List.of(facet.content()));
        }
        return recorder.kernel().onDisk(file, 0, 0) instanceof Answer.Unknown<Data> unknown
                ? observer.unknown(facet, unknown.why())
                : content(facet, List.of(facet.content()), new Disk(file));
    }

    private Boolean content(Facet facet, List<Content> choices) {
        return file == null ? notThere(facet, choices) : content(facet, choices, new Cached(file));
    }

    private Boolean notThere(Facet facet, List<Content> choices) {
        return observer.differs(location.written(), facet, Contents.expected(choices), new Seen.Word(NOT_THERE));
    }

    private Boolean content(Facet facet, List<Content> choices, Comparison.Reader reader) {
        Comparison first = null;
        for (Content choice : choices) {
            Comparison comparison = Comparison.of(choice, reader);
            if (comparison.equal()) {
                return observer.holds();
            }
            if (comparison.unknown().isPresent()) {
                return observer.unknown(facet, comparison.unknown().get());
            }
            first = first == null ? comparison : first;
        }
        return first == null ? observer.holds() : note(facet, choices, first);
    }

    private Boolean note(Facet facet, List<Content> choices, Comparison comparison) {
        if (comparison.seen().isPresent()) {
            Seen.Bytes bytes = comparison.seen().get();
            return observer.differs(location.written(), facet, Contents.expected(choices), bytes);
        }
        String why = comparison.stopped() instanceof Outcome.Failed failed ? failed.reason() : "this observation";
        return observer.fails(new Problem.Impossible(
                recorder.step(), "the file cannot be read there: " + why, "look at a smaller offset", facet.value()));
    }

    /** The file as read(2) finds it. What follows the content is looked at without a page being brought in. */
    private final class Cached implements Comparison.Reader {
        private final FileId file;

        Cached(FileId file) {
            this.file = file;
        }

        @Override
        public Outcome read(long from, int count) {
            return recorder.perform(new ReadFile(file, location.offset() + from, count));
        }

        @Override
        public Answer<Optional<Rest>> rest(long from) {
            return location.whole() ? recorder.kernel().rest(file, from) : Comparison.Reader.super.rest(from);
        }
    }

    /** The file as it was last synced. */
    private final class Disk implements Comparison.Reader {
        private final FileId file;

        Disk(FileId file) {
            this.file = file;
        }

        @Override
        public Outcome read(long from, int count) {
            Answer<Data> answer = recorder.kernel().onDisk(file, location.offset() + from, count);
            return new Outcome.Done(answer instanceof Answer.Known<Data> known ? known.value() : Data.EMPTY);
        }

        @Override
        public Answer<Optional<Rest>> rest(long from) {
            return location.whole() ? recorder.kernel().restOnDisk(file, from) : Comparison.Reader.super.rest(from);
        }
    }
}
