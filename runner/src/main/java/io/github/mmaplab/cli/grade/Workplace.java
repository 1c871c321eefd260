package io.github.mmaplab.cli.grade;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.file.ExclusiveFile;
import io.github.mmaplab.file.Readers;
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
    private final Readers readers;
    private final @Nullable Path out;

    private Workplace(ExclusiveFile journal, Readers readers, @Nullable Path out) {
        this.journal = journal;
        this.readers = readers;
        this.out = out;
    }

    /**
     * Takes a folder.
     *
     * @param out the folder; null if there are no results to be kept
     * @param readers who may read what is written there
     * @throws UsageException if somebody else is grading into it
     */
    static Workplace open(@Nullable Path out, Readers readers, Arguments arguments) throws IOException, UsageException {
        Path place = out == null ? Files.createTempFile("mmaplab", ".journal") : out.resolve(JOURNAL);
        Optional<ExclusiveFile> journal = ExclusiveFile.open(place, readers);
        if (journal.isEmpty()) {
            throw new UsageException(
                    "another mmaplab is writing to `" + arguments.only("out", "name one folder") + "`",
                    "wait until it ends, or name another folder with `--out`");
        }
        if (out == null) {
            journal.get().forgetName();
        }
        return new Workplace(journal.get(), readers, out);
    }

    /** The folder of the results; null if they are not kept. */
    @Nullable
    Path out() {
        return out;
    }

    /** Who may read what is written there. */
    Readers readers() {
        return readers;
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
