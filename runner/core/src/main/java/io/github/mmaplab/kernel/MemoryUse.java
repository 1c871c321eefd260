package io.github.mmaplab.kernel;

/**
 * How much memory is used.
 *
 * @param pages physical pages in use by mappings and files; the zero page is the kernel's own and does not count
 * @param copies pages copied so far because of a store to private memory
 */
public record MemoryUse(long pages, long copies) {}
