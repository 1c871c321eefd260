package io.github.mmaplab.cli.grade;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.ExclusiveFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a class is graded: the folder of the results, which nobody else writes to meanwhile, or nowhere that lasts. */
final class Workplace implements Closeable {
    private static final String JOURNAL = ".mmaplab-grading";

    private final ExclusiveFile journal;
    private final @Nullable Path out;

    private Workplace(ExclusiveFile journal, @Nullable Path out) {
        this.journal = journal;
        this.out = out;
    }

    /**
     * Takes a folder.
     *
     * @param out the folder; null if there are no results to be kept
     * @throws UsageException if somebody else is grading into it
     */
    static Workplace open(@Nullable Path out, Arguments arguments) throws IOException, UsageException {
        Path place = out == null ? Files.createTempFile("mmaplab", ".journal") : out.resolve(JOURNAL);
        Optional<ExclusiveFile> journal = ExclusiveFile.open(place);
        if (journal.isEmpty()) {
            throw new UsageException(
                    "another mmaplab is grading into `" + arguments.only("out", "name one folder") + "` just now",
                    "wait until it has ended, or name another folder with `--out`");
        }
        return new Workplace(journal.get(), out);
    }

    /** The folder of the results; null if they are not kept. */
    @Nullable
    Path out() {
        return out;
    }

    /** The file for the journal. */
    ExclusiveFile journal() {
        return journal;
    }

    /** Leaves it; the journal stays where it can be taken up again. */
    @Override
    public void close() throws IOException {
        if (out == null) {
            journal.delete();
        } else {
            journal.close();
        }
    }
}
