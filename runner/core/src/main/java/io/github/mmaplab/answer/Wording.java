package io.github.mmaplab.answer;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.scenario.model.Location;
import java.util.List;

/** Places and sizes in plain words, as Markdown: names are emphasised. */
public final class Wording {
    private final PageSize pageSize;

    /** Words for a machine with pages of so many bytes. */
    public Wording(int pageSize) {
        this.pageSize = new PageSize(pageSize);
    }

    /** A name of the scenario. */
    public static String name(String name) {
        return "*" + name + "*";
    }

    /** {@code a, b and c}. */
    public static String list(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    /** A number of bytes, unsigned: {@code 2 pages and 100 bytes}. */
    public String size(long bytes) {
        long pages = pageSize.number(bytes);
        int rest = pageSize.offset(bytes);
        if (pages == 0) {
            return count(rest, "byte");
        }
        return count(pages, "page") + (rest == 0 ? "" : " and " + count(rest, "byte"));
    }

    /** A number of bytes, unsigned, and in pages as well where it is some: {@code 2 pages (8192 bytes)}. */
    public String sizeInBoth(long bytes) {
        return pageSize.number(bytes) == 0 ? size(bytes) : size(bytes) + " (" + count(bytes, "byte") + ")";
    }

    /** A number, unsigned, and the noun. */
    public static String count(long number, String noun) {
        return Long.toUnsignedString(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** Where something happens, with its preposition: {@code at the beginning of page 1 of *p*}. */
    public String at(Location location) {
        return location.accept(new Location.Visitor<>() {
            @Override
            public String inMemory(Location.InMemory place) {
                return place.offset() < 0
                        ? size(-place.offset()) + " before the beginning of " + name(place.mapping())
                        : at(place.mapping(), place.offset());
            }

            @Override
            public String inFile(Location.InFile place) {
                return at(place.file(), place.offset());
            }

            @Override
            public String inRegister(Location.InRegister place) {
                return "in register " + name(place.register());
            }
        });
    }

    private String at(String name, long offset) {
        long pages = pageSize.number(offset);
        int rest = pageSize.offset(offset);
        if (pages == 0) {
            return (rest == 0 ? "at the beginning of " : "at offset " + rest + " of ") + name(name);
        }
        return (rest == 0 ? "at the beginning of " : "at offset " + rest + " in ") + page(name, pages);
    }

    /** The page that begins at a place, or that the place is on: {@code page 1 of *p*}. */
    public String page(Location.InMemory place) {
        return place.offset() >= 0 && pageSize.offset(place.offset()) == 0
                ? page(place.mapping(), pageSize.number(place.offset()))
                : "the page " + at(place);
    }

    /** {@code page 1 of *p*}; numbers are unsigned, from 0. */
    public static String page(String name, long number) {
        return "page " + Long.toUnsignedString(number) + " of " + name(name);
    }
}
