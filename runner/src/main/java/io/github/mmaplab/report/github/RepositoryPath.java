package io.github.mmaplab.report.github;

/** Finds out where in the repository a file is. */
@FunctionalInterface
public interface RepositoryPath {
    /**
     * The path from the root of the repository, with slashes.
     *
     * @param file as the user wrote it
     * @return the same file as it was written, if it lies elsewhere
     */
    String of(String file);
}
