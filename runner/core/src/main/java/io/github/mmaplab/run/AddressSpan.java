package io.github.mmaplab.run;

import io.github.mmaplab.abi.HeapLength;
import io.github.mmaplab.scenario.model.Branch;
import io.github.mmaplab.scenario.model.Carried;
import io.github.mmaplab.scenario.model.Claim;
import io.github.mmaplab.scenario.model.Content;
import io.github.mmaplab.scenario.model.ContentFacet;
import io.github.mmaplab.scenario.model.Expectation;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.MemoryFacet;
import io.github.mmaplab.scenario.model.NewMapping;
import io.github.mmaplab.scenario.model.ProcessSpec;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Range;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import java.util.List;
import java.util.OptionalLong;

/**
 * How far from its mappings a scenario names addresses: the sum of its largest displacement and its largest length.
 * More than a tebibyte does not count, because nothing is mapped that far away.
 */
final class AddressSpan implements Step.Visitor<AddressSpan> {

    private static final long MOST = 1L << 40;

    private long displacement;
    private long length;

    private AddressSpan() {}

    /**
     * The span of {@code scenario}, in bytes, at most two tebibytes.
     *
     * @param near what will be looked at besides
     */
    static long of(Scenario scenario, List<Location.InMemory> near) {
        AddressSpan span = new AddressSpan();
        for (Location.InMemory location : near) {
            span.location(location);
        }
        for (ProcessSpec process : scenario.processes()) {
            span.mappings(process.mappings());
        }
        for (Step step : scenario.steps()) {
            step.accept(span);
        }
        span.rows(scenario.expect());
        span.claims(scenario.claims());
        return span.displacement + span.length;
    }

    private void mappings(List<NewMapping> mappings) {
        for (NewMapping mapping : mappings) {
            length(mapping.mapping().length());
            if (mapping.mapping().at().isPresent()) {
                location(mapping.mapping().at().get());
            }
            if (mapping.mapping().hint().isPresent()) {
                location(mapping.mapping().hint().get());
            }
        }
    }

    private void claims(List<Claim> claims) {
        for (Claim claim : claims) {
            rows(claim.rows());
        }
    }

    private void rows(List<Expectation> rows) {
        for (Expectation row : rows) {
            if (row instanceof Expectation.OfMemory memory) {
                location(memory.location());
                for (MemoryFacet facet : memory.facets()) {
                    facet(facet);
                }
            }
        }
    }

    private void facet(MemoryFacet facet) {
        if (facet instanceof ContentFacet bytes) {
            for (Content content : bytes.contents()) {
                length(content.length());
            }
        } else if (facet instanceof MemoryFacet.SamePageAs same) {
            location(same.other());
        } else if (facet instanceof MemoryFacet.NotSamePageAs other) {
            location(other.other());
        } else if (facet instanceof MemoryFacet.At at) {
            location(at.other());
        }
    }

    private void location(Location location) {
        if (location instanceof Location.InMemory memory) {
            long far = Math.abs(memory.offset());
            if (far >= 0 && far <= MOST) {
                displacement = Math.max(displacement, far);
            }
        }
    }

    private void range(Range range) {
        location(range.from());
        length(range.length());
    }

    private void length(OptionalLong bytes) {
        if (bytes.isPresent()) {
            length(bytes.getAsLong());
        }
    }

    private void length(long bytes) {
        if (bytes >= 0 && bytes <= MOST) {
            length = Math.max(length, bytes);
        }
    }

    private void access(Location location, long bytes) {
        location(location);
        length(bytes);
    }

    @Override
    public AddressSpan mmap(Step.Mmap step) {
        mappings(step.targets());
        return this;
    }

    @Override
    public AddressSpan onRange(Step.OnRange step) {
        for (Step.OnRange.Target target : step.targets()) {
            range(target.range());
        }
        return this;
    }

    @Override
    public AddressSpan mremap(Step.Mremap step) {
        for (Step.Mremap.Target target : step.targets()) {
            range(target.range());
            length(target.length());
            if (target.at().isPresent()) {
                location(target.at().get());
            }
        }
        return this;
    }

    @Override
    public AddressSpan write(Step.Write step) {
        for (Step.Write.Target target : step.targets()) {
            access(target.location(), target.length());
            if (target.value() instanceof Carried carried) {
                access(carried.from(), carried.length());
            }
        }
        return this;
    }

    @Override
    public AddressSpan read(Step.Read step) {
        for (Step.Read.Target target : step.targets()) {
            access(target.location(), target.length());
        }
        return this;
    }

    @Override
    public AddressSpan onFile(Step.OnFile step) {
        return this;
    }

    @Override
    public AddressSpan transfer(Step.Transfer step) {
        for (Step.Transfer.Target target : step.targets()) {
            range(target.buffer());
        }
        return this;
    }

    @Override
    public AddressSpan open(Step.Open step) {
        return this;
    }

    @Override
    public AddressSpan close(Step.Close step) {
        return this;
    }

    @Override
    public AddressSpan dup(Step.Dup step) {
        return this;
    }

    @Override
    public AddressSpan onProcess(Step.OnProcess step) {
        for (Step.OnProcess.Target target : step.targets()) {
            if (target.argument() instanceof HeapLength heap) {
                length(heap.bytes());
            }
        }
        return this;
    }

    @Override
    public AddressSpan fork(Step.Fork step) {
        return this;
    }

    @Override
    public AddressSpan exec(Step.Exec step) {
        return this;
    }

    @Override
    public AddressSpan exit(Step.Exit step) {
        return this;
    }

    @Override
    public AddressSpan kill(Step.Kill step) {
        return this;
    }

    @Override
    public AddressSpan crash(Step.Crash step) {
        return this;
    }

    @Override
    public AddressSpan syncFolder(Step.SyncFolder step) {
        return this;
    }

    @Override
    public AddressSpan expect(Step.Expect step) {
        rows(step.rows());
        claims(step.claims());
        return this;
    }

    @Override
    public AddressSpan until(Step.Until step) {
        rows(step.rows());
        return this;
    }

    @Override
    public AddressSpan concurrently(Step.Concurrently step) {
        for (Branch branch : step.branches()) {
            for (Step inner : branch.steps()) {
                inner.accept(this);
            }
        }
        return this;
    }

    @Override
    public AddressSpan ask(Step.Ask step) {
        for (Question question : step.questions()) {
            question.places().forEach(this::location);
            if (question instanceof Question.ContentOf content) {
                length(content.bytes().length());
            }
        }
        return this;
    }
}
