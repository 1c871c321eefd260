package io.github.mmaplab.listing;

import io.github.mmaplab.abi.OpenMode;
import io.github.mmaplab.scenario.model.AnswerKind;
import io.github.mmaplab.scenario.model.Claim;
import io.github.mmaplab.scenario.model.Content;
import io.github.mmaplab.scenario.model.ContentFacet;
import io.github.mmaplab.scenario.model.ContentIs;
import io.github.mmaplab.scenario.model.Expectation;
import io.github.mmaplab.scenario.model.Facet;
import io.github.mmaplab.scenario.model.FileFacet;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.MemoryFacet;
import io.github.mmaplab.scenario.model.OneOf;
import io.github.mmaplab.scenario.model.ProcessFacet;
import io.github.mmaplab.scenario.model.Property;
import io.github.mmaplab.scenario.model.PropertyIs;
import io.github.mmaplab.scenario.model.Question;
import java.util.ArrayList;
import java.util.List;

/** Translates what is asked and expected: lines that print, and words for what C can't show. */
final class Looks {
    private final Acts acts;

    Looks(Acts acts) {
        this.acts = acts;
    }

    /** The acts of questions. Those that no line answers share a line of words. */
    List<Act> asked(List<Question> questions, int step) {
        List<Act> looks = new ArrayList<>();
        List<String> marked = new ArrayList<>();
        for (Question question : questions) {
            Act look = question.accept(new Asked(step));
            if (look.code().isEmpty() && look.process().isEmpty()) {
                marked.addAll(look.questions());
            } else {
                looks.add(look);
            }
        }
        if (!marked.isEmpty()) {
            String words = (marked.size() == 1 ? "question: " : "questions: ") + String.join(", ", marked);
            looks.add(0, Act.look("", "", words, step, marked));
        }
        return looks;
    }

    /** Prints the bytes at a place in memory. */
    private String print(Location.InMemory place, long length) {
        return length == 1
                ? "putchar(" + acts.element(place) + ");"
                : "fwrite(" + acts.address(place) + ", 1, " + acts.literals().size(length) + ", stdout);";
    }

    /** The process that reads a file: one that has it open, if the other program is not needed. */
    private String reader(String file) {
        return acts.scenario().processes().stream()
                .map(process -> process.name())
                .filter(process -> acts.isPresent(process)
                        && acts.descriptors().readable(process, file).isPresent())
                .findFirst()
                .orElse(Acts.OTHER);
    }

    private String descriptor(String reader, String file) {
        return acts.descriptors()
                .readable(reader, file)
                .orElseGet(() -> acts.descriptors().of(reader, file, OpenMode.READ));
    }

    private Act print(Location.InFile place, long length, String remark, int step, List<String> names) {
        String reader = reader(place.file());
        String code = "fwrite(" + acts.scratch().buffer(reader, length) + ", 1, pread("
                + descriptor(reader, place.file()) + ", buf, " + acts.literals().size(length) + ", "
                + acts.literals().size(place.offset()) + "), stdout);";
        return Act.look(reader, code, remark, step, names);
    }

    private boolean isSegment(String file) {
        return acts.descriptors().isSegment(file);
    }

    private Act printSize(String file, String remark, int step, List<String> names) {
        String reader = reader(file);
        String code = "printf(\"%ld\\n\", lseek(" + descriptor(reader, file) + ", 0, SEEK_END));";
        return Act.look(reader, code, remark, step, names);
    }

    private Act load(Location.InMemory place, String remark, int step, List<String> names) {
        String code = acts.scratch().character(acts.root(place.process())) + " = " + acts.element(place) + ";";
        return Act.look(place.process(), code, remark, step, names);
    }

    /** A question as a line. */
    private final class Asked implements Question.Visitor<Act> {
        private final int step;

        Asked(int step) {
            this.step = step;
        }

        private Act marked(Question question) {
            return Act.look("", "", "", step, List.of(question.info().name()));
        }

        private boolean isLost(Location.InMemory place) {
            return acts.stage().isReplaced(place.process());
        }

        @Override
        public Act contentOf(Question.ContentOf question) {
            AnswerKind.Bytes bytes = question.bytes();
            List<String> names = List.of(question.info().name());
            if (bytes.location() instanceof Location.InFile file) {
                return isSegment(file.file()) ? marked(question) : print(file, bytes.longest(), "", step, names);
            }
            if (bytes.location() instanceof Location.InRegister) {
                return marked(question);
            }
            Location.InMemory place = (Location.InMemory) bytes.location();
            return isLost(place)
                    ? marked(question)
                    : Act.look(place.process(), print(place, bytes.length()), "", step, names);
        }

        @Override
        public Act onDisk(Question.OnDisk question) {
            return marked(question);
        }

        @Override
        public Act raises(Question.Raises question) {
            return isLost(question.place())
                    ? marked(question)
                    : load(question.place(), "", step, List.of(question.info().name()));
        }

        @Override
        public Act samePage(Question.SamePage question) {
            return marked(question);
        }

        @Override
        public Act pageTables(Question.PageTables question) {
            return marked(question);
        }

        @Override
        public Act propertyOf(Question.PropertyOf question) {
            return question.property() == Property.SIZE
                            && !isSegment(question.of().name())
                    ? printSize(
                            question.of().name(),
                            "",
                            step,
                            List.of(question.info().name()))
                    : marked(question);
        }

        @Override
        public Act mappingsOf(Question.MappingsOf question) {
            return marked(question);
        }

        @Override
        public Act outcomeOf(Question.OutcomeOf question) {
            return Act.look("", "", "", step, List.of());
        }

        @Override
        public Act kindFor(Question.KindFor question) {
            return marked(question);
        }

        @Override
        public Act explain(Question.Explain question) {
            return marked(question);
        }

        @Override
        public Act which(Question.Which question) {
            return marked(question);
        }
    }

    /** The acts of expectations, with what they show. */
    List<Act> expected(List<Expectation> rows, List<Claim> claims, int step) {
        List<Act> looks = new ArrayList<>();
        rows.forEach(row -> looks.addAll(row.accept(new Expected("", step))));
        for (Claim claim : claims) {
            String when = claim.held() == Claim.Held.SOMETIMES ? "in some order: " : "in no order: ";
            claim.rows().forEach(row -> looks.addAll(row.accept(new Expected(when, step))));
        }
        return acts.scenario().questions().isEmpty() ? looks : withoutAnswers(looks);
    }

    /** The lines that read, without what they show, which could answer a question. */
    private static List<Act> withoutAnswers(List<Act> looks) {
        return looks.stream()
                .filter(look -> !look.code().isEmpty())
                .map(look -> Act.look(look.process(), look.code(), "", look.step(), List.of()))
                .toList();
    }

    /** An expectation as lines. */
    private final class Expected implements Expectation.Visitor<List<Act>> {
        private final String when;
        private final int step;

        Expected(String when, int step) {
            this.when = when;
            this.step = step;
        }

        private Act words(String process, String words) {
            return Act.look(process, "", when + words, step, List.of());
        }

        private String prints(List<Content> contents) {
            List<String> each = new ArrayList<>();
            contents.forEach(content -> each.add(words(content)));
            return when + "prints " + String.join(" or ", each);
        }

        private String words(Content content) {
            long length = content.length();
            String count = acts.literals().size(length) + (length == 1 ? " byte " : " bytes ");
            if (content instanceof Content.Zeros) {
                return count + "0";
            }
            if (content instanceof Content.Fill fill) {
                return count + Literals.character(fill.value());
            }
            return length <= Acts.LONGEST
                    ? Literals.string(content.bytes(0, (int) length))
                    : count + "that begin with " + Literals.string(content.bytes(0, Acts.LONGEST / 2));
        }

        private long longest(List<Content> contents) {
            return contents.stream().mapToLong(Content::length).max().orElse(1);
        }

        @Override
        public List<Act> memory(Expectation.OfMemory row) {
            Location.InMemory place = row.location();
            List<Act> looks = new ArrayList<>();
            row.inOrder().forEach(facet -> looks.add(facet.accept(new OfMemory(place))));
            return looks;
        }

        /** What is expected of memory. */
        private final class OfMemory implements MemoryFacet.Visitor<Act> {
            private final Location.InMemory place;

            OfMemory(Location.InMemory place) {
                this.place = place;
            }

            private boolean isLost() {
                return acts.stage().isReplaced(place.process()) || !acts.isPresent(place.process());
            }

            private Act printed(List<Content> contents) {
                long length = longest(contents);
                return isLost() || length < 0
                        ? words(place.process(), place.written() + " " + prints(contents))
                        : Act.look(place.process(), print(place, length), prints(contents), step, List.of());
            }

            @Override
            public Act contentIs(ContentIs facet) {
                return printed(List.of(facet.content()));
            }

            @Override
            public Act oneOf(OneOf facet) {
                return printed(facet.contents());
            }

            @Override
            public Act propertyIs(PropertyIs facet) {
                return words(
                        facet.property().outlivesProcess() ? "" : place.process(),
                        place.written() + " " + facet.property().claim(facet.expected()));
            }

            @Override
            public Act raises(MemoryFacet.Raises facet) {
                String what = facet.signal().map(signal -> "raises " + signal).orElse("raises no signal");
                return isLost()
                        ? words(place.process(), "reading " + place.written() + " " + what)
                        : load(place, when + what, step, List.of());
            }

            @Override
            public Act samePageAs(MemoryFacet.SamePageAs facet) {
                return words("", place.written() + " and " + facet.other().written() + ": the same page");
            }

            @Override
            public Act notSamePageAs(MemoryFacet.NotSamePageAs facet) {
                return words("", place.written() + " and " + facet.other().written() + ": different pages");
            }

            @Override
            public Act at(MemoryFacet.At facet) {
                return words("", place.written() + " and " + facet.other().written() + ": the same address");
            }
        }

        @Override
        public List<Act> file(Expectation.OfFile row) {
            Location.InFile place = row.location();
            List<Act> looks = new ArrayList<>();
            row.facets().forEach(facet -> looks.add(facet.accept(new OfFile(place))));
            return looks;
        }

        /** What is expected of a file. */
        private final class OfFile implements FileFacet.Visitor<Act> {
            private final Location.InFile place;

            OfFile(Location.InFile place) {
                this.place = place;
            }

            private Act printed(List<Content> contents) {
                long length = longest(contents);
                return length < 0 || length > Acts.LARGEST_READ || isSegment(place.file())
                        ? words("", place.written() + " " + prints(contents))
                        : print(place, length, prints(contents), step, List.of());
            }

            @Override
            public Act contentIs(ContentIs facet) {
                return printed(List.of(facet.content()));
            }

            @Override
            public Act oneOf(OneOf facet) {
                return printed(facet.contents());
            }

            @Override
            public Act propertyIs(PropertyIs facet) {
                return facet.property() == Property.SIZE && !isSegment(place.file())
                        ? printSize(place.file(), when + "prints " + facet.expected(), step, List.of())
                        : words("", place.written() + " " + facet.property().claim(facet.expected()));
            }

            @Override
            public Act onDisk(FileFacet.OnDisk facet) {
                return words("", "on the disk, " + place.written() + " has " + words(facet.content()));
            }
        }

        @Override
        public List<Act> register(Expectation.OfRegister row) {
            List<Act> looks = new ArrayList<>();
            for (ContentFacet facet : row.facets()) {
                List<String> each = new ArrayList<>();
                facet.contents().forEach(content -> each.add(words(content)));
                looks.add(words("", row.location().written() + " is " + String.join(" or ", each)));
            }
            return looks;
        }

        @Override
        public List<Act> step(Expectation.OfStep row) {
            return List.of(words(
                    "",
                    "the outcome of " + row.label().name() + " is "
                            + row.outcome().written()));
        }

        @Override
        public List<Act> process(Expectation.OfProcess row) {
            List<Act> looks = new ArrayList<>();
            for (ProcessFacet facet : row.facets()) {
                looks.add(facet.accept(new OfProcess(row.process().name())));
            }
            return looks;
        }

        /** What is expected of a process. */
        private final class OfProcess implements ProcessFacet.Visitor<Act> {
            private final String process;

            OfProcess(String process) {
                this.process = process;
            }

            @Override
            public Act propertyIs(PropertyIs facet) {
                return words("", process + " " + facet.property().claim(facet.expected()));
            }

            @Override
            public Act maps(ProcessFacet.Maps facet) {
                List<String> rows = new ArrayList<>();
                for (ProcessFacet.Maps.Row row : facet.rows()) {
                    List<String> cells = new ArrayList<>();
                    row.at().ifPresent(at -> cells.add(at.written()));
                    row.length().ifPresent(length -> cells.add(acts.literals().size(length) + " bytes"));
                    row.perms().ifPresent(perms -> cells.add(perms.toString()));
                    row.file().ifPresent(cells::add);
                    row.offset()
                            .ifPresent(offset ->
                                    cells.add("offset " + acts.literals().size(offset)));
                    rows.add(String.join(" ", cells));
                }
                return words(
                        "",
                        process
                                + (rows.isEmpty()
                                        ? " has no mapping"
                                        : " has the mappings " + String.join("; ", rows)));
            }
        }

        @Override
        public List<Act> machine(Expectation.OfMachine row) {
            List<Act> looks = new ArrayList<>();
            for (Facet facet : row.facets()) {
                PropertyIs is = (PropertyIs) facet;
                looks.add(words("", is.property().claim(is.expected())));
            }
            return looks;
        }
    }
}
