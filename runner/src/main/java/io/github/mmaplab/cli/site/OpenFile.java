package io.github.mmaplab.cli.site;

import io.github.mmaplab.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The one file that the playground may read and write. */
final class OpenFile {
    private final Path path;

    OpenFile(Path path) {
        this.path = path;
    }

    /** Its name, without folders. */
    String name() {
        return String.valueOf(path.getFileName());
    }

    /**
     * What it holds now.
     *
     * @throws IOException if it can't be read
     */
    byte[] bytes() throws IOException {
        return Files.readAllBytes(path);
    }

    /** A name for this content, as HTTP writes it. */
    static String version(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return '"' + HexFormat.of().formatHex(hash) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * Replaces what it holds, whole or not at all.
     *
     * @param version that of the content that is replaced
     * @return whether it was replaced: not if it has another content meanwhile
     * @throws IOException if it can't be read or written
     */
    synchronized boolean replace(String version, byte[] bytes) throws IOException {
        if (!version(bytes()).equals(version)) {
            return false;
        }
        try (WholeFile file = WholeFile.open(path)) {
            file.out().write(bytes);
            file.keepPermissions();
            file.commit();
        }
        return true;
    }
}
