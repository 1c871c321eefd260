package io.github.mmaplab.cli.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * The result of a file when it was last played.
 *
 * @param stamp identifies this state of the file
 * @param passed how many of its scenarios passed
 * @param failed where those are that did not: {@code file:line}
 * @param invalid whether the file is no valid scenario
 */
record LastResult(String stamp, int passed, List<String> failed, boolean invalid) {
    LastResult {
        failed = List.copyOf(failed);
    }

    /** Identifies the present state of a file. */
    static String stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.lastModifiedTime() + " " + attributes.size() + " " + attributes.fileKey();
        } catch (IOException e) {
            return "unreadable";
        }
    }
}
