package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.abi.FileCall;
import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.FileName;
import io.github.mmaplab.abi.MapFlag;
import io.github.mmaplab.abi.Sharing;
import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.scenario.model.Carried;
import io.github.mmaplab.scenario.model.Expectation;
import io.github.mmaplab.scenario.model.FileSpec;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.MappingSpec;
import io.github.mmaplab.scenario.model.Property;
import io.github.mmaplab.scenario.model.PropertyIs;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Refuses what cannot be done with a System V segment. It has no descriptor: it is attached as a whole, detached and
 * removed, and nothing else.
 */
final class Segments {
    /** The largest segment that is simulated. */
    private static final long MOST = 1L << 40;

    private final Problems problems;
    private final Scenario scenario;
    private final Map<String, FileSpec> segments = new HashMap<>();

    Segments(Problems problems, Scenario scenario) {
        this.problems = problems;
        this.scenario = scenario;
    }

    void check() {
        for (FileSpec file : scenario.files()) {
            if (file.kind() == FileKind.SYSV) {
                segments.put(file.name(), file);
                checkSize(file);
            }
        }
        scenario.processes().forEach(process -> process.mappings().forEach(made -> checkMapping(made.mapping())));
        for (Step step : scenario.stepsAsWritten()) {
            if (!segments.isEmpty()) {
                check(step);
            }
        }
        for (Expectation row : scenario.allRows()) {
            if (row instanceof Expectation.OfFile ofFile) {
                ofFile.facets().forEach(facet -> {
                    if (facet instanceof PropertyIs is) {
                        checkProperty(is.property(), ofFile.location().file(), is.key());
                    }
                });
            }
        }
        for (Question question : scenario.questions()) {
            if (question instanceof Question.PropertyOf asked) {
                checkProperty(asked.property(), asked.of().name(), asked.of().span());
            }
        }
    }

    private void checkSize(FileSpec file) {
        if (file.size() == 0 || Long.compareUnsigned(file.size(), MOST) > 0) {
            problems.add(
                    Code.INVALID_SIZE,
                    file.span(),
                    "a segment has from 1 byte to 1024G, and `" + file.name() + "` has "
                            + Long.toUnsignedString(file.size()),
                    "write another size: `{ kind: sysv, size: 1 page }`");
        }
    }

    private void check(Step step) {
        if (step instanceof Step.Mmap mmap) {
            mmap.targets().forEach(target -> checkMapping(target.mapping()));
        } else if (step instanceof Step.OnFile onFile) {
            onFile.targets().forEach(target -> {
                String other = target.argument() instanceof FileName name ? name.written() : "";
                String file = segments.containsKey(other) ? other : target.at().file();
                if (onFile.call() != FileCall.UNLINK) {
                    refuse(file, onFile.call().word(), target.span());
                }
            });
        } else if (step instanceof Step.Open open) {
            open.targets().forEach(target -> refuse(target.file(), "open", target.span()));
        } else if (step instanceof Step.Read read) {
            read.targets().forEach(target -> refuse(target.location(), "read"));
        } else if (step instanceof Step.Write write) {
            write.targets().forEach(target -> {
                refuse(target.location(), "write");
                if (target.value() instanceof Carried carried) {
                    refuse(carried.from(), "of");
                }
            });
        }
    }

    private void refuse(Location location, String what) {
        if (location instanceof Location.InFile file) {
            refuse(file.file(), what, location.span());
        }
    }

    private void refuse(String file, String what, Span span) {
        if (segments.containsKey(file)) {
            problems.add(
                    Code.WRONG_KIND_OF_NAME,
                    span,
                    "`" + what + "` is for files, and `" + file + "` is a System V segment, which has no descriptor",
                    "attach it, `mmap: { alice.p: { file: " + file
                            + ", sharing: shared } }`, and read, write or `unlink` it");
        }
    }

    private void checkProperty(Property property, String file, Span span) {
        if (property == Property.ATTACHED && !segments.containsKey(file)) {
            problems.add(
                    Code.FACET_OUT_OF_PLACE,
                    span,
                    "`attached` is about a System V segment, and `" + file + "` is none",
                    "count the mappings of a process with `maps`, or write `kind: sysv`");
        }
    }

    private void checkMapping(MappingSpec mapping) {
        FileSpec segment = mapping.file().map(segments::get).orElse(null);
        if (segment == null) {
            if (mapping.flags().contains(MapFlag.RND)) {
                disagree(
                        mapping,
                        "the flag rnd is SHM_RND of shmat(2), which attaches a segment",
                        "leave it out, or map a file of `kind: sysv`");
            }
            return;
        }
        if (mapping.sharing() != Sharing.SHARED) {
            disagree(mapping, "a segment is always attached shared", "write `sharing: shared`");
        } else if (mapping.offset() != 0
                || (mapping.length().isPresent()
                        && mapping.length().getAsLong() != segment.size()
                        && mapping.length().getAsLong() != pages(segment.size()))) {
            disagree(mapping, "a segment is attached as a whole", "leave out `offset` and `length`");
        } else if (!mapping.prot().read()) {
            disagree(
                    mapping,
                    "a segment is attached for reading at least",
                    "write `prot: r` (SHM_RDONLY), `rw`, `rx` or `rwx` (SHM_EXEC)");
        } else if (mapping.open().isPresent() || mapping.hint().isPresent()) {
            disagree(
                    mapping,
                    "shmat(2) opens nothing and takes no hint",
                    "leave out `open` and `hint`; `at` with the flag fixed_noreplace is an address without SHM_REMAP");
        }
        Set<MapFlag> others = EnumSet.noneOf(MapFlag.class);
        others.addAll(mapping.flags());
        others.remove(MapFlag.FIXED_NOREPLACE);
        others.remove(MapFlag.RND);
        if (!others.isEmpty()) {
            disagree(
                    mapping,
                    "shmat(2) does not take the flag "
                            + others.iterator().next().word(),
                    "leave it out: fixed_noreplace is an address without SHM_REMAP, rnd is SHM_RND, and there are no"
                            + " others");
        }
    }

    private long pages(long bytes) {
        return (bytes + scenario.pageSize() - 1) / scenario.pageSize() * scenario.pageSize();
    }

    private void disagree(MappingSpec mapping, String what, String help) {
        problems.add(Code.KEYS_DISAGREE, mapping.span(), what, help);
    }
}
