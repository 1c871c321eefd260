package io.github.mmaplab.explain.fact;

import java.util.Optional;

/**
 * A private page that an act gave a process without a store.
 *
 * @param address the beginning of the page
 * @param original what was copied; empty for a page of zeros
 */
public record Made(long address, Page.Own page, Optional<Page> original) {}
