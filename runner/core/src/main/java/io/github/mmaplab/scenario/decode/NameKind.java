package io.github.mmaplab.scenario.decode;

/** What a name is expected to stand for. */
enum NameKind {
    /** Memory or a file. */
    LOCATION("a location", "write `process.mapping`, or a file's name"),
    MEMORY("a location in memory", "write `process.mapping`"),
    FILE("a file", "write a file's name"),
    DESCRIPTOR("a descriptor", "write the name of one that is open: `process.descriptor`"),
    PROCESS("a process", "write a process's name"),
    /** Whatever can be seen. */
    VISIBLE("something to look at", "write `process.mapping`, a file, a process, or `memory`");

    private final String what;
    private final String hint;

    NameKind(String what, String hint) {
        this.what = what;
        this.hint = hint;
    }

    String what() {
        return what;
    }

    String hint() {
        return hint;
    }
}
