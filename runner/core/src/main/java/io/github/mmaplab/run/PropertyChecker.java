package io.github.mmaplab.run;

import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.ProcessStatus;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.kernel.Answer;
import io.github.mmaplab.kernel.Kernel;
import io.github.mmaplab.kernel.MappingView;
import io.github.mmaplab.kernel.MemoryUse;
import io.github.mmaplab.run.result.Problem;
import io.github.mmaplab.run.result.Reply;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Property;
import io.github.mmaplab.scenario.model.PropertyIs;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Looks at properties, and compares what is seen with facets. Where the value of a property comes from is here. */
final class PropertyChecker {

    private static final String NEIGHBOURS =
            "Linux may map pages of a file or of shared memory that no process has touched, so that their Rss is not"
                    + " determined";

    private final SymbolTable symbols;
    private final Kernel kernel;
    private final Observer observer;
    private final String name;
    private final Optional<Location> location;

    /**
     * A checker of the properties of one thing.
     *
     * @param name of the process or the file; {@code memory} for the machine
     * @param location the location in memory or in a file, if it is one
     */
    PropertyChecker(
            SymbolTable symbols, Recorder recorder, Observer observer, String name, Optional<Location> location) {
        this.symbols = symbols;
        this.kernel = recorder.kernel();
        this.observer = observer;
        this.name = name;
        this.location = location;
    }

    /** Whether the facet holds. */
    Boolean check(PropertyIs facet) {
        Optional<Problem> ended = ended(facet.property(), facet.value());
        if (ended.isPresent()) {
            return observer.fails(ended.get());
        }
        Answer<String> seen = look(facet.property());
        return seen instanceof Answer.Known<String> known
                ? observer.compare(location.map(Location::written).orElse(name), facet, facet.expected(), known.value())
                : observer.unknown(facet, ((Answer.Unknown<String>) seen).why());
    }

    /** The problem that the property is one of a process that runs, and the process has ended. */
    Optional<Problem> ended(Property property, Span span) {
        return switch (property.owner()) {
            case MEMORY, PROCESS -> property.outlivesProcess() ? Optional.empty() : observer.ended(name, span);
            case FILE, MACHINE -> Optional.empty();
        };
    }

    /** What is seen, in the form that facets expect; in words, if there is no such value. */
    Answer<String> look(Property property) {
        return switch (property) {
            case MAPPED -> word(mapping().isPresent());
            case PROT -> ofMapping(mapping -> word(mapping.protection()));
            case SHARING -> ofMapping(mapping -> word(mapping.shared() ? "shared" : "private"));
            case RESIDENT -> ofMapping(mapping -> words(kernel.resident(process(), address())));
            case LOCKED -> ofMapping(mapping -> words(kernel.locked(process(), address())));
            case RSS -> ofMapping(mapping -> words(rss(mapping)));
            case SIZE -> ofFile(kernel::size);
            case ATTACHED -> ofFile(kernel::attached);
            case EXISTS -> word(kernel.named(symbols.nameId(name)).isPresent());
            case ALIVE -> word(status().alive());
            case EXIT_CODE ->
                word(status() instanceof ProcessStatus.Exited exited ? exited.code() : Words.status(status()));
            case KILLED_BY ->
                word(status() instanceof ProcessStatus.Killed killed ? killed.signal() : Words.status(status()));
            case VM_SIZE -> total(mapping -> new Answer.Known<>(mapping.length()));
            case LOCKED_SIZE -> total(this::locked);
            case RSS_OF -> total(this::rss);
            case PAGES -> ofMachine(MemoryUse::pages, "this kernel does not say how many pages a scenario uses");
            case COPIES -> ofMachine(MemoryUse::copies, "this kernel does not say how many pages it has copied");
        };
    }

    private Answer<String> ofMapping(Function<MappingView, Answer<String>> look) {
        return mapping().map(look).orElse(word(Reply.Word.NOT_MAPPED.word()));
    }

    private Answer<String> ofFile(ToLongFunction<FileId> look) {
        boolean isThere = symbols.isFile(name) && kernel.exists(symbols.file(name));
        return word(isThere ? Long.toUnsignedString(look.applyAsLong(symbols.file(name))) : FileChecker.NOT_THERE);
    }

    private Answer<Long> locked(MappingView mapping) {
        Answer<Boolean> locked = kernel.locked(process(), mapping.start());
        return locked instanceof Answer.Known<Boolean> known
                ? new Answer.Known<>(known.value() ? mapping.length() : 0)
                : new Answer.Unknown<>(((Answer.Unknown<Boolean>) locked).why());
    }

    private Answer<Long> rss(MappingView mapping) {
        return mapping.shared() || mapping.file().isPresent()
                ? new Answer.Unknown<>(NEIGHBOURS)
                : kernel.rss(process(), mapping.start());
    }

    private Answer<String> total(Function<MappingView, Answer<Long>> part) {
        long total = 0;
        for (MappingView mapping : kernel.mappings(process())) {
            Answer<Long> answer = part.apply(mapping);
            if (answer instanceof Answer.Unknown<Long> unknown) {
                return new Answer.Unknown<>(unknown.why());
            }
            total += ((Answer.Known<Long>) answer).value();
        }
        return word(Long.toUnsignedString(total));
    }

    private Answer<String> ofMachine(Function<MemoryUse, Long> count, String otherwise) {
        return kernel.memoryUse() instanceof Answer.Known<MemoryUse> known
                ? word(count.apply(known.value()))
                : new Answer.Unknown<>(otherwise);
    }

    private static Answer<String> words(Answer<?> answer) {
        return answer instanceof Answer.Known<?> known
                ? word(known.value())
                : new Answer.Unknown<>(((Answer.Unknown<?>) answer).why());
    }

    private static Answer<String> word(Object value) {
        return new Answer.Known<>(value.toString());
    }

    private ProcessId process() {
        return symbols.process(name);
    }

    private ProcessStatus status() {
        return kernel.status(process());
    }

    private long address() {
        return symbols.address((Location.InMemory) location.orElseThrow());
    }

    private Optional<MappingView> mapping() {
        return kernel.mapping(process(), address());
    }
}
