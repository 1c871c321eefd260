package io.github.mmaplab.report.github;

/** Finds the path of a file in the repository. */
@FunctionalInterface
public interface RepositoryPath {
    /**
     * The path from the root of the repository, with slashes.
     *
     * @param file as the user wrote it
     * @return {@code file} itself if it is not in the repository
     */
    String of(String file);
}
