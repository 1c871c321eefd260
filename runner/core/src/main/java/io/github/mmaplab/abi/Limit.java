package io.github.mmaplab.abi;

/**
 * A soft limit of setrlimit(2).
 *
 * @param resource what is limited
 * @param bytes to how many bytes, unsigned
 */
public record Limit(Resource resource, long bytes) implements Argument {

    @Override
    public long number() {
        return bytes;
    }

    @Override
    public String inC() {
        return resource.inC();
    }

    @Override
    public String written() {
        return "{ " + resource.word() + ": " + Long.toUnsignedString(bytes) + " }";
    }
}
