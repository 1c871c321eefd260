package io.github.mmaplab.explain.fact;

import io.github.mmaplab.abi.ProcessId;

/**
 * A page that a process had at an address before an act, and has not any more after it.
 *
 * @param address the beginning of the page
 */
public record Lost(ProcessId process, long address, Page page) {}
