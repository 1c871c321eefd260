package io.github.mmaplab.run.result;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.Signal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a kernel answers to a question; also what a student predicts that it answers. Two that are equal are the same answer. */
public sealed interface Reply {

    /** Calls the method of {@code visitor} for this kind of answer. */
    <R> R accept(Visitor<R> visitor);

    /** One method for each kind of answer. */
    interface Visitor<R> {
        R bytes(Bytes reply);

        R raised(Raised reply);

        R yesNo(YesNo reply);

        R count(Count reply);

        R word(Word reply);

        R none(None reply);

        R several(Several reply);

        R frames(Frames reply);
    }

    /** Bytes that are read: fewer than asked for, where a file ends before. */
    record Bytes(Data data) implements Reply {
        /** Spells the bytes out, so that what is equal is alike. */
        public Bytes {
            data = data.repeats().isPresent() ? Data.of(data.bytes()) : data;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.bytes(this);
        }
    }

    /** The signal that reading raises; empty, if it raises none. */
    record Raised(Optional<Signal> signal) implements Reply {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.raised(this);
        }
    }

    /** Yes or no. */
    record YesNo(boolean yes) implements Reply {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.yesNo(this);
        }
    }

    /** How many, or how many bytes; unsigned. */
    record Count(long value) implements Reply {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.count(this);
        }
    }

    /** A word: {@code ok}, the name of an errno, {@code rw}, {@code shared}. */
    record Word(String word) implements Reply {
        /** The outcome of a step that succeeds. */
        public static final Word OK = new Word("ok");
        /** What is mapped where nothing is. */
        public static final Word NOT_MAPPED = new Word("not mapped");
        /** The code of a process that has not exited; a protection that allows nothing. */
        public static final Word NONE = new Word("none");

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.word(this);
        }
    }

    /**
     * All that are right together: the answers that there are over all orders, or the steps that do something.
     *
     * @param members bytes, or the signal that reading them raises; outcomes; or the numbers of steps; each once, in an
     *     order of their own
     */
    record Several(List<Reply> members) implements Reply {
        /** Puts what is the same into the same order. */
        public Several {
            List<Reply> sorted = new ArrayList<>(new LinkedHashSet<>(members));
            sorted.sort(Several::compare);
            members = List.copyOf(sorted);
        }

        /** Bytes by their values, then words and signals by their names; numbers by their values. */
        private static int compare(Reply one, Reply other) {
            if (one instanceof Count here && other instanceof Count there) {
                return Long.compareUnsigned(here.value(), there.value());
            }
            return one instanceof Bytes here && other instanceof Bytes there
                    ? characters(here).compareTo(characters(there))
                    : word(one).compareTo(word(other));
        }

        /** Bytes as characters of the same values, which compare without a sign. */
        private static String characters(Bytes bytes) {
            return new String(bytes.data().bytes(), StandardCharsets.ISO_8859_1);
        }

        private static String word(Reply reply) {
            if (reply instanceof Word word) {
                return word.word();
            }
            return reply instanceof Raised raised && raised.signal().isPresent()
                    ? raised.signal().get().name()
                    : "";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.several(this);
        }
    }

    /**
     * Which of some pages are on the same physical page, and which are on none.
     *
     * @param pages for each page, the number of its physical page; {@link #NO_PAGE}, if there is none
     */
    record Frames(List<Integer> pages) implements Reply {
        /** What a page refers to that cannot be read. */
        public static final int NO_PAGE = 0;

        /** Numbers the physical pages in the order in which they appear, so that what is equal is alike. */
        public Frames {
            Map<Integer, Integer> numbers = new HashMap<>();
            List<Integer> numbered = new ArrayList<>();
            for (int page : pages) {
                if (page == NO_PAGE) {
                    numbered.add(NO_PAGE);
                } else {
                    Integer known = numbers.get(page);
                    int number = known == null ? numbers.size() + 1 : known;
                    numbers.put(page, number);
                    numbered.add(number);
                }
            }
            pages = List.copyOf(numbered);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.frames(this);
        }
    }

    /** There is no answer: the kernel cannot be asked, or the story ends before the question. */
    record None(String why) implements Reply {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.none(this);
        }
    }
}
