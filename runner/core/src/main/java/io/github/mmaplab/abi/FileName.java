package io.github.mmaplab.abi;

/**
 * The new name of a file, as a scenario writes it.
 *
 * @param written the name
 */
public record FileName(String written) implements Argument {
    @Override
    public long number() {
        return 0;
    }

    @Override
    public String inC() {
        return '"' + written + '"';
    }
}
