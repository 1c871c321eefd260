package io.github.mmaplab.cli;

import io.github.mmaplab.cli.host.Host;
import java.util.List;

/** Does what most starts do, so that the launcher can record which classes that takes: {@link Main} too. */
public final class Training {

    private static final List<String> SHOWN = List.of("file-end/truncated", "msync/disk", "process/exec");

    private Training() {}

    /** Shows some scenarios of the folder, then plays all of them. */
    public static void main(String[] args) {
        Program program = new Program(Host.ofThisProcess());
        for (String name : SHOWN) {
            program.run("show", args[0] + "/" + name + ".scenario.yaml");
        }
        Main.main(new String[] {"run", args[0]});
    }
}
