package io.github.mmaplab.picture.text;

import io.github.mmaplab.picture.FileView;

/** What is said of a file. */
final class FileWords {
    private FileWords() {}

    /** Its name and its size, here and on the disk. */
    static String of(FileView file) {
        String kind = file.kind().equals("regular") ? "" : ", " + file.kind();
        String disk =
                file.hasDisk() && file.diskSize() != file.size() ? ", " + bytes(file.diskSize()) + " on disk" : "";
        return file.name() + ": " + bytes(file.size()) + kind + disk + (file.linked() ? "" : ", unlinked");
    }

    private static String bytes(long count) {
        return count == 1 ? "1 byte" : count + " bytes";
    }
}
