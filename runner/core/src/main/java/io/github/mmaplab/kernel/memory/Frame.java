package io.github.mmaplab.kernel.memory;

/**
 * A physical page in use.
 *
 * @param content its bytes
 * @param references how many leaves of page tables point at it, and one more if it is in the page cache of a file
 * @param cached whether it is a page of a file; if not, it is the private page of a process and its relatives
 * @param generation the generation of the process that last had it for itself, see {@code ProcessState.generation}
 * @param givenUp whether MADV_FREE has given it up and no process has stored to it since
 */
public record Frame(PageContent content, int references, boolean cached, long generation, boolean givenUp) {

    Frame withReferences(int count) {
        return new Frame(content, count, cached, generation, givenUp);
    }

    Frame withContent(PageContent bytes) {
        return new Frame(bytes, references, cached, generation, false);
    }

    Frame withGeneration(long owner) {
        return new Frame(content, references, cached, owner, givenUp);
    }

    Frame asGivenUp() {
        return new Frame(content, references, cached, generation, true);
    }
}
