package io.github.mmaplab.run;

import io.github.mmaplab.kernel.Answer;
import io.github.mmaplab.kernel.abi.Data;
import io.github.mmaplab.kernel.abi.FileId;
import io.github.mmaplab.kernel.abi.Outcome;
import io.github.mmaplab.kernel.call.ReadFile;
import io.github.mmaplab.run.result.PageStory;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.Seen;
import io.github.mmaplab.scenario.model.Content;
import io.github.mmaplab.scenario.model.ContentIs;
import io.github.mmaplab.scenario.model.Facet;
import io.github.mmaplab.scenario.model.FileFacet;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.OneOf;
import java.util.List;
import java.util.Optional;

/** What somebody who reads a file with read(2) sees, held against facets. Each returns whether it holds. */
final class FileSight implements FileFacet.Visitor<Boolean>, Comparison.Reader {

    private final World world;
    private final Recorder recorder;
    private final Observer observer;
    private final Location.InFile location;
    private final FileId file;

    FileSight(World world, Recorder recorder, Observer observer, Location.InFile location) {
        this.world = world;
        this.recorder = recorder;
        this.observer = observer;
        this.location = location;
        this.file = world.file(location.file());
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
    public Boolean sizeIs(FileFacet.SizeIs facet) {
        String expected = Long.toUnsignedString(facet.size());
        String seen = Long.toUnsignedString(recorder.kernel().size(file));
        return observer.compare(location.written(), facet, expected, seen);
    }

    @Override
    public Boolean onDisk(FileFacet.OnDisk facet) {
        if (!(recorder.kernel().onDisk(file) instanceof Answer.Known<Data> disk)) {
            return observer.unknown(facet, "this kernel does not say what has reached the disk");
        }
        byte[] bytes = disk.value().bytes();
        Comparison comparison = Comparison.of(facet.content(), (from, count) -> {
            long begin = Math.min(location.offset() + from, bytes.length);
            int there = (int) Math.min(count, bytes.length - begin);
            byte[] part = new byte[there];
            System.arraycopy(bytes, (int) begin, part, 0, there);
            return new Outcome.Done(Data.of(part));
        });
        return note(facet, List.of(facet.content()), comparison, false);
    }

    private Boolean content(Facet facet, List<Content> choices) {
        Comparison first = null;
        for (Content choice : choices) {
            Comparison comparison = Comparison.of(choice, this);
            if (comparison.equal()) {
                return observer.holds();
            }
            first = first == null ? comparison : first;
        }
        return first == null ? observer.holds() : note(facet, choices, first, true);
    }

    @Override
    public Outcome read(long from, int count) {
        return recorder.perform(new ReadFile(file, location.offset() + from, count));
    }

    private Boolean note(Facet facet, List<Content> choices, Comparison comparison, boolean cached) {
        if (comparison.equal()) {
            return observer.holds();
        }
        if (comparison.seen().isPresent()) {
            Seen.Bytes bytes = comparison.seen().get();
            Optional<PageStory> story = cached
                    ? new Provenance(world, recorder).ofFile(file, location.offset() + bytes.firstDifference())
                    : Optional.empty();
            return observer.differs(location.written(), facet, Contents.expected(choices), bytes, story);
        }
        String why = comparison.stopped() instanceof Outcome.Failed failed ? failed.reason() : "this observation";
        return observer.fails(new Problem.NotPlayable(
                recorder.step(), "the file cannot be read there: " + why, "look at a smaller offset", facet.value()));
    }
}
