package io.github.mmaplab.handout.story;

import static io.github.mmaplab.answer.Wording.name;

import io.github.mmaplab.abi.MapFlag;
import io.github.mmaplab.abi.OpenMode;
import io.github.mmaplab.abi.Protection;
import io.github.mmaplab.abi.Sharing;
import io.github.mmaplab.answer.Wording;
import io.github.mmaplab.scenario.model.FileSpec;
import io.github.mmaplab.scenario.model.MappingSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The arguments of an mmap(2) in words. */
final class MappingWords {
    private final Wording words;
    private final int pageSize;

    MappingWords(Wording words, int pageSize) {
        this.words = words;
        this.pageSize = pageSize;
    }

    /** What is mapped. */
    static String what(MappingSpec mapping) {
        return mapping.file().map(Wording::name).orElse("anonymous memory");
    }

    static String sharing(Sharing sharing) {
        return switch (sharing) {
            case PRIVATE -> "private";
            case SHARED -> "shared";
            case SHARED_VALIDATE -> "shared (MAP\\_SHARED\\_VALIDATE)";
            case NONE -> "neither private nor shared";
        };
    }

    static String protection(Protection prot) {
        List<String> may = new ArrayList<>();
        if (prot.read()) {
            may.add("read");
        }
        if (prot.write()) {
            may.add("write");
        }
        if (prot.execute()) {
            may.add("execute");
        }
        return may.isEmpty() ? "no access" : String.join(", ", may);
    }

    /** Its offset in the file; empty for anonymous memory. */
    String offset(MappingSpec mapping) {
        if (mapping.offset() == 0) {
            return mapping.file().isEmpty() ? "" : "0";
        }
        return words.sizeInBoth(mapping.offset());
    }

    /**
     * Its length.
     *
     * @param file the file when it is mapped, if that is known
     */
    String length(MappingSpec mapping, Optional<FileSpec> file) {
        if (mapping.length().isPresent()) {
            return words.sizeInBoth(mapping.length().getAsLong());
        }
        if (mapping.file().isEmpty()) {
            return words.sizeInBoth(pageSize);
        }
        boolean reaches = file.isPresent()
                && Long.compareUnsigned(mapping.offset(), file.get().size()) < 0;
        return reaches
                ? words.sizeInBoth(roundedUp(file.get().size() - mapping.offset()))
                : "to the end of the file, rounded up to whole pages";
    }

    private long roundedUp(long size) {
        return (size + pageSize - 1) / pageSize * pageSize;
    }

    /** The remaining arguments; may be empty. */
    String further(MappingSpec mapping) {
        List<String> further = new ArrayList<>();
        mapping.at().ifPresent(place -> further.add("placed " + words.at(place) + " (MAP\\_FIXED)"));
        mapping.hint().ifPresent(place -> further.add("the hint is the address " + words.at(place)));
        for (MapFlag flag : mapping.flags()) {
            further.add(flag.inC().replace("_", "\\_"));
        }
        mapping.fd().ifPresent(descriptor -> further.add("through " + name(descriptor.name())));
        mapping.open().ifPresent(open -> further.add("the file is opened " + opened(open)));
        return String.join("; ", further);
    }

    /** How a file is opened. */
    static String opened(OpenMode open) {
        return switch (open) {
            case READ -> "read-only";
            case WRITE -> "write-only";
            case READ_WRITE -> "for reading and writing";
        };
    }

    /** The arguments of shmat(2), as an object: {@code *seg* as *p* (shmat): read, write}. */
    String attachment(String name, MappingSpec mapping) {
        String place = mapping.at().map(at -> "; placed " + words.at(at)).orElse("");
        String flags = mapping.attachFlags();
        return what(mapping) + " as " + name(name) + " (shmat): " + protection(mapping.prot()) + place
                + (flags.equals("0") ? "" : "; " + flags.replace("_", "\\_"));
    }

    /** All arguments, as an object: {@code *data.txt* as *p*: shared; read, write; 2 pages}. */
    String sentence(String name, MappingSpec mapping) {
        String from = mapping.offset() == 0 ? "" : ", starting at offset " + offset(mapping) + ",";
        String further = further(mapping);
        return what(mapping) + from + " as " + name(name) + ": " + sharing(mapping.sharing()) + "; "
                + protection(mapping.prot()) + "; " + length(mapping, Optional.empty())
                + (further.isEmpty() ? "" : "; " + further);
    }
}
