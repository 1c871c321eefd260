package io.github.mmaplab.handout.story;

import static io.github.mmaplab.answer.Wording.name;

import io.github.mmaplab.abi.Argument;
import io.github.mmaplab.abi.Constant;
import io.github.mmaplab.abi.Flags;
import io.github.mmaplab.abi.HeapLength;
import io.github.mmaplab.abi.Limit;
import io.github.mmaplab.abi.Protection;
import io.github.mmaplab.abi.RemapFlag;
import io.github.mmaplab.answer.Wording;
import io.github.mmaplab.scenario.model.Carried;
import io.github.mmaplab.scenario.model.Content;
import io.github.mmaplab.scenario.model.Expectation;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Range;
import io.github.mmaplab.scenario.model.Step;
import io.github.mmaplab.scenario.model.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A step as a sentence. The values of an {@code expect} are left out, because they would answer questions. */
final class StepSentence implements Step.Visitor<String> {
    private final Wording words;
    private final ContentWords contents;
    private final MappingWords mappings;
    private final Set<String> segments;

    /**
     * Sentences about the steps of a scenario.
     *
     * @param segments the names of its files that are System V segments
     */
    StepSentence(Wording words, int pageSize, Set<String> segments) {
        this.words = words;
        this.contents = new ContentWords(words);
        this.mappings = new MappingWords(words, pageSize);
        this.segments = segments;
    }

    private static <T> String each(List<T> targets, Function<T, String> clause) {
        List<String> clauses = new ArrayList<>();
        for (T target : targets) {
            clauses.add(clause.apply(target));
        }
        return String.join("; then ", clauses) + ".";
    }

    /** The process that a range belongs to. */
    private static String who(Range range) {
        return name(range.from().process());
    }

    /** A range as an object: the whole name, its rest, or a number of its bytes. */
    private String range(Range range) {
        Location.InMemory from = range.from();
        if (range.length().isPresent()) {
            return words.size(range.length().getAsLong()) + " " + words.at(from);
        }
        return from.offset() == 0 ? "all of " + name(from.mapping()) : "everything " + from(from) + " to its end";
    }

    /** {@code from the beginning of page 1 of *p*}. */
    private String from(Location location) {
        String at = words.at(location);
        return "from " + (at.startsWith("at ") ? at.substring("at ".length()) : at);
    }

    private static String flags(Collection<? extends Constant> flags) {
        List<String> names = new ArrayList<>();
        flags.forEach(flag -> names.add(flag.inC().replace("_", "\\_")));
        return names.isEmpty() ? "no flags" : Wording.list(names);
    }

    @Override
    public String mmap(Step.Mmap step) {
        return each(
                step.targets(),
                target -> name(target.process())
                        + (target.mapping().file().filter(segments::contains).isPresent()
                                ? " attaches " + mappings.attachment(target.name(), target.mapping())
                                : " maps " + mappings.sentence(target.name(), target.mapping())));
    }

    @Override
    public String onRange(Step.OnRange step) {
        return each(
                step.targets(),
                target -> who(target.range()) + " "
                        + step.call().sentence(range(target.range()), argument(target.argument())));
    }

    private String argument(Argument argument) {
        if (argument instanceof Protection protection) {
            return MappingWords.protection(protection);
        } else if (argument instanceof Flags flags) {
            return flags(flags.flags());
        } else if (argument instanceof Limit limit) {
            return limit.resource().noun() + " to " + words.size(limit.bytes());
        } else if (argument instanceof HeapLength heap) {
            return words.size(heap.bytes());
        }
        return argument instanceof Constant number ? flags(List.of(number)) : "";
    }

    @Override
    public String mremap(Step.Mremap step) {
        return each(step.targets(), this::mremap);
    }

    private String mremap(Step.Mremap.Target target) {
        StringBuilder clause = new StringBuilder(who(target.range()));
        clause.append(" calls mremap on ").append(range(target.range()));
        target.length()
                .ifPresent(length -> clause.append(", for a new length of ").append(words.size(length)));
        if (!target.flags().isEmpty()) {
            clause.append(", with ").append(flags(target.flags()));
        }
        target.at().ifPresent(place -> clause.append(", to the address ").append(words.at(place)));
        boolean stays = !target.flags().contains(RemapFlag.MAYMOVE);
        return clause.append(stays ? "; it may not move" : "").toString();
    }

    @Override
    public String write(Step.Write step) {
        return each(
                step.targets(),
                target -> actor(target.location()) + " writes " + written(target.value()) + " "
                        + words.at(target.location()) + through(target.location(), "write(2)"));
    }

    /** What is written: literal bytes, or those that are somewhere at that moment. */
    private String written(Value value) {
        if (value instanceof Content content) {
            return contents.of(content);
        }
        Carried carried = (Carried) value;
        String bytes = carried.from() instanceof Location.InRegister
                ? "what is " + words.at(carried.from()) + " of "
                : "the " + words.size(carried.length()) + " that " + (carried.length() == 1 ? "is " : "are ")
                        + words.at(carried.from());
        String whose = carried.from() instanceof Location.InRegister register
                ? name(register.process())
                : carried.from() instanceof Location.InMemory memory ? " of " + name(memory.process()) : "";
        String sum = carried.plus() == 0 ? "" : " plus " + Long.toUnsignedString(carried.plus());
        return bytes + whose + sum;
    }

    @Override
    public String read(Step.Read step) {
        return each(
                step.targets(),
                target -> actor(target.location()) + " reads " + words.size(target.length()) + " "
                        + words.at(target.location()) + through(target.location(), "read(2)")
                        + target.into()
                                .map(register -> " into register " + name(register.register()))
                                .orElse(""));
    }

    private static String actor(Location location) {
        return location instanceof Location.InMemory place ? name(place.process()) : "another program";
    }

    private static String through(Location location, String call) {
        return location instanceof Location.InFile ? " with " + call : "";
    }

    @Override
    public String onFile(Step.OnFile step) {
        return each(step.targets(), target -> {
            if (segments.contains(target.at().file())) {
                return "the segment " + name(target.at().file()) + " is marked for removal (shmctl with IPC\\_RMID)";
            }
            boolean isGiven = target.length().isPresent();
            String place = isGiven ? words.at(target.at()) : from(target.at()) + " to the end of the file";
            String file = name(target.at().file());
            return step.call()
                            .sentence(
                                    file,
                                    isGiven ? words.size(target.length().getAsLong()) : "",
                                    place,
                                    argument(target.argument()))
                    + target.through()
                            .map(descriptor -> ", by " + name(descriptor.process()) + " through its descriptor "
                                    + name(descriptor.name()))
                            .orElse("");
        });
    }

    @Override
    public String transfer(Step.Transfer step) {
        return each(step.targets(), target -> {
            String who = name(target.descriptor().process());
            String where = " at byte " + Long.toUnsignedString(target.offset()) + " of the file of its descriptor "
                    + name(target.descriptor().name());
            Range buffer = target.buffer();
            String length =
                    buffer.length().isPresent() ? words.size(buffer.length().getAsLong()) : "as much as there is room";
            return step.call().stores()
                    ? who + " reads " + length + where + " into " + range(buffer) + " (pread)"
                    : who + " writes " + range(buffer) + where + " (pwrite)";
        });
    }

    @Override
    public String open(Step.Open step) {
        return each(
                step.targets(),
                target -> name(target.descriptor().process()) + " opens " + name(target.file()) + " "
                        + MappingWords.opened(target.mode())
                        + (target.flags().flags().isEmpty() ? "" : " and with " + argument(target.flags())) + ", as "
                        + name(target.descriptor().name()));
    }

    @Override
    public String close(Step.Close step) {
        return name(step.descriptor().process()) + " closes "
                + name(step.descriptor().name()) + ".";
    }

    @Override
    public String dup(Step.Dup step) {
        return each(
                step.targets(),
                target -> name(target.of().process()) + " duplicates "
                        + name(target.of().name()) + ", as "
                        + name(target.copy().name()));
    }

    @Override
    public String onProcess(Step.OnProcess step) {
        return each(
                step.targets(),
                target -> name(target.process().name()) + " " + step.call().sentence(argument(target.argument())));
    }

    @Override
    public String fork(Step.Fork step) {
        return each(step.targets(), target -> {
            List<String> children = new ArrayList<>();
            target.children().forEach(child -> children.add(name(child.name())));
            String parent = name(target.parent().name());
            return children.size() == 1
                    ? parent + " forks; the child is " + children.get(0)
                    : parent + " forks the children " + Wording.list(children);
        });
    }

    @Override
    public String exec(Step.Exec step) {
        return name(step.process().name()) + " executes another program (execve).";
    }

    @Override
    public String exit(Step.Exit step) {
        return each(step.targets(), target -> name(target.process().name()) + " exits with code " + target.code());
    }

    @Override
    public String kill(Step.Kill step) {
        return name(step.process().name()) + " is killed (SIGKILL).";
    }

    @Override
    public String crash(Step.Crash step) {
        return "the power fails, and the machine starts again: what is in memory is lost.";
    }

    @Override
    public String syncFolder(Step.SyncFolder step) {
        return "the names in the folder are written to disk (fsync of the folder).";
    }

    @Override
    public String until(Step.Until step) {
        List<String> places = new ArrayList<>();
        for (Expectation row : step.rows()) {
            List<String> each =
                    Step.Until.contents(row).stream().map(contents::of).toList();
            places.add(row.accept(new Looked(words)) + " reads " + String.join(" or ", each));
        }
        return "the branch waits until " + Wording.list(places) + ".";
    }

    @Override
    public String expect(Step.Expect step) {
        List<String> places = new ArrayList<>();
        step.rows().forEach(row -> places.add(row.accept(new Looked(words))));
        step.claims().forEach(claim -> claim.rows().forEach(row -> places.add(row.accept(new Looked(words)))));
        List<String> looked = places.stream().distinct().toList();
        return Wording.list(looked) + (looked.size() == 1 ? " is" : " are")
                + " inspected: this reads, but does not write.";
    }

    /** The sentence before those of its branches. */
    @Override
    public String concurrently(Step.Concurrently step) {
        List<String> names = new ArrayList<>();
        step.branches().forEach(branch -> names.add(name(branch.name().name())));
        return "the branches " + Wording.list(names)
                + " run concurrently: each keeps its own order, and their steps can interleave in every order.";
    }

    @Override
    public String ask(Step.Ask step) {
        List<String> names = new ArrayList<>();
        step.questions().forEach(question -> names.add(name(question.info().name())));
        return (names.size() == 1 ? "question " : "questions ") + Wording.list(names)
                + (names.size() == 1 ? " is" : " are") + " about this moment.";
    }

    /** The location of an expectation. */
    private record Looked(Wording words) implements Expectation.Visitor<String> {
        @Override
        public String memory(Expectation.OfMemory row) {
            Location.InMemory place = row.location();
            String whose = name(place.process()) + "'s ";
            return place.offset() == 0 ? whose + name(place.mapping()) : whose + "memory " + words.at(place);
        }

        @Override
        public String file(Expectation.OfFile row) {
            Location.InFile place = row.location();
            return place.offset() == 0 ? name(place.file()) : "the file " + words.at(place);
        }

        @Override
        public String register(Expectation.OfRegister row) {
            return "register " + name(row.location().register()) + " of "
                    + name(row.location().process());
        }

        @Override
        public String step(Expectation.OfStep row) {
            return "the outcome of the step " + name(row.label().name());
        }

        @Override
        public String process(Expectation.OfProcess row) {
            return "the process " + name(row.process().name());
        }

        @Override
        public String machine(Expectation.OfMachine row) {
            return "the memory as a whole";
        }
    }
}
