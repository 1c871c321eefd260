package io.github.mmaplab.export;

/** Decides which process waits for the end of another. */
final class Deaths {

    private Deaths() {}

    /**
     * The process that waits for the end of {@code process}: its parent, or the one outside the scenario if the parent
     * has ended.
     */
    static String keeper(Composition program, String process) {
        if (program.stage().isOrphan(process)) {
            program.learned().orphan();
        }
        return program.stage().keeper(process);
    }
}
