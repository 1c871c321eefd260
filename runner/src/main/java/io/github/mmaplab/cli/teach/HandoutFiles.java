package io.github.mmaplab.cli.teach;

import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.file.InputFiles;
import io.github.mmaplab.file.Readers;
import io.github.mmaplab.file.Reasons;
import io.github.mmaplab.file.TemporaryFiles;
import io.github.mmaplab.file.UntrustedFile;
import io.github.mmaplab.file.WholeFile;
import io.github.mmaplab.handout.sheet.PredictionTemplate;
import io.github.mmaplab.scenario.model.PredictedAnswer;
import io.github.mmaplab.scenario.model.Prediction;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Files to be written into a folder. Files that mmaplab wrote there before are replaced. If there are files by others,
 * or predictions with answers, nothing is written.
 */
public final class HandoutFiles {
    /** The page size does not matter for whether a prediction is empty. */
    private static final int ANY_PAGE_SIZE = 4096;

    /** How many bytes of a file are read to determine whether mmaplab wrote it, and for which exercise. */
    private static final int HEAD = 1 << 20;

    private final String written;
    private final Path folder;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();

    private record Draft(String text, String mark, String exercise) {}

    private HandoutFiles(String written, Path folder) {
        this.written = written;
        this.folder = folder;
    }

    /**
     * No files so far.
     *
     * @param folder the folder as the user wrote it, which is created if it does not exist
     * @throws UsageException if it is no path
     */
    public static HandoutFiles in(String folder, Host host) throws UsageException {
        try {
            return new HandoutFiles(folder, host.resolve(folder));
        } catch (InvalidPathException e) {
            throw new UsageException("`" + folder + "` can't be written to: " + e.getReason());
        }
    }

    /**
     * Adds a file.
     *
     * @param mark text near its beginning by which it is recognized as ours
     */
    public void add(String name, String text, String mark) {
        add(name, text, mark, "");
    }

    /**
     * Adds a file whose name may be that of a file of another exercise.
     *
     * @param mark text by which it is recognized as ours
     * @param exercise text by which it is recognized as one of its exercise
     */
    public void add(String name, String text, String mark, String exercise) {
        drafts.put(name, new Draft(text, mark, exercise));
    }

    /** The number of files. */
    public int size() {
        return drafts.size();
    }

    /**
     * Writes all files.
     *
     * @throws UsageException if one can't be written; if that is known before, none is
     */
    public void write() throws UsageException {
        write(Readers.ALL);
    }

    /** Writes all files so that only these may read them, as {@link #write()} does. */
    public void write(Readers readers) throws UsageException {
        for (Map.Entry<String, Draft> draft : drafts.entrySet()) {
            check(draft.getKey(), draft.getValue());
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UsageException("`" + written + "` can't be written to: " + Reasons.of(e));
        }
        TemporaryFiles.sweep(folder);
        for (Map.Entry<String, Draft> draft : drafts.entrySet()) {
            try {
                WholeFile.write(folder.resolve(draft.getKey()), draft.getValue().text(), readers);
            } catch (IOException e) {
                throw new UsageException("`" + shown(draft.getKey()) + "` can't be written: " + Reasons.of(e));
            }
        }
    }

    private String shown(String name) {
        return written + "/" + name;
    }

    private void check(String name, Draft draft) throws UsageException {
        Path path = folder.resolve(name);
        if (!Files.exists(path)) {
            return;
        }
        String head;
        try (InputStream in = UntrustedFile.open(path)) {
            head = new String(in.readNBytes(HEAD), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UsageException("`" + shown(name) + "` is in the way: " + Reasons.of(e));
        }
        boolean prediction = draft.mark().equals(PredictionTemplate.MARK);
        if (!head.contains(draft.mark()) || (prediction && !isEmpty(path, name))) {
            throw new UsageException(
                    prediction && head.contains(draft.mark())
                            ? "`" + shown(name) + "` has been filled in, and is not replaced"
                            : "`" + shown(name) + "` was not written by mmaplab, and is not replaced",
                    "move it, or name another folder with `--out`; nothing was written");
        }
        if (!head.contains(draft.exercise())) {
            throw new UsageException(
                    "`" + shown(name) + "` belongs to another exercise, and is not replaced",
                    "give each exercise a folder of its own with `--out`; nothing was written");
        }
    }

    /** Whether a prediction is as it was handed out: readable, and without answers. */
    private static boolean isEmpty(Path path, String name) {
        Optional<Prediction> prediction =
                InputFiles.prediction(path, name, ANY_PAGE_SIZE).prediction();
        return prediction.isPresent()
                && prediction.get().answers().stream()
                        .allMatch(entry -> entry.answer() instanceof PredictedAnswer.Nothing);
    }
}
