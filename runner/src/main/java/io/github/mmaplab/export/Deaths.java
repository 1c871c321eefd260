package io.github.mmaplab.export;

/** Who is told of the end of a process. */
final class Deaths {

    private Deaths() {}

    /** Who waits for the end of {@code process}: its parent, or somebody outside where the parent has ended. */
    static String keeper(Composition program, String process) {
        if (program.stage().isOrphan(process)) {
            program.learned().orphan();
        }
        return program.stage().keeper(process);
    }
}
