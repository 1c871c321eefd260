package io.github.mmaplab.linux;

import io.github.mmaplab.kernel.Kernel;
import io.github.mmaplab.kernel.KernelLostException;
import io.github.mmaplab.kernel.abi.PageSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lends the kernel of this machine to one scenario after the other. For use by one thread. Whatever it makes (processes,
 * files, shared memory) is gone after {@link #close}, and also when this program ends without it.
 */
public final class LinuxHost implements AutoCloseable {

    /** Whom processes run as when we are root, who may do what others may not: nobody. */
    private static final int NOBODY = 65534;

    private static final AtomicInteger STARTED = new AtomicInteger();

    private final int number = STARTED.getAndIncrement();
    private final Path program;
    private final Path folder;
    private final String prefix;
    private final Thread hook = new Thread(this::cleanUp, "cleans up after scenarios");
    private Agent agent;

    private LinuxHost(Path program, Path folder) throws LinuxUnavailableException {
        this.program = program;
        this.folder = folder;
        this.prefix = String.valueOf(folder.getFileName());
        this.agent = launch();
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Makes ready: compiles the agent if it was not yet, and starts it.
     *
     * @throws LinuxUnavailableException if this machine can't; says in one line why
     */
    public static LinuxHost start() throws LinuxUnavailableException {
        String system = System.getProperty("os.name", "");
        if (!system.equals("Linux")) {
            throw new LinuxUnavailableException("the kernel of this machine is " + system + ", not Linux");
        }
        if (!Files.isReadable(Path.of("/proc/self/maps"))) {
            throw new LinuxUnavailableException(
                    "/proc is not mounted, and without it nothing can be seen of a process");
        }
        Path program = AgentProgram.find();
        Path folder = Folders.make();
        try {
            return new LinuxHost(program, folder);
        } catch (LinuxUnavailableException e) {
            Folders.delete(folder);
            throw e;
        }
    }

    private Agent launch() throws LinuxUnavailableException {
        return new Agent(program, folder, prefix, NOBODY, number);
    }

    /** The size of this machine's pages. */
    public PageSize pageSize() {
        return new PageSize((int) agent.greeting().value());
    }

    /** Where the files of scenarios are. */
    Path folder() {
        return folder;
    }

    /**
     * A kernel without processes and files. The one before is of no use any more.
     *
     * @throws IllegalArgumentException if {@code pageSize} is not this machine's
     * @throws KernelLostException if the agent is gone and can't be started again
     */
    public Kernel boot(PageSize pageSize) {
        if (!pageSize.equals(pageSize())) {
            throw new IllegalArgumentException(
                    "the pages of this machine have " + pageSize().bytes() + " bytes");
        }
        if (!isReset()) {
            agent.close();
            Folders.deleteSharedMemory(prefix);
            relaunch();
        }
        return new LinuxKernel(agent, pageSize);
    }

    /** Whether the agent has put everything away; if not, it is of no use any more. */
    private boolean isReset() {
        try {
            agent.ask(Agent.Act.RESET, 0, false, new byte[0]);
            return true;
        } catch (KernelLostException e) {
            return false;
        }
    }

    private void relaunch() {
        try {
            Files.createDirectories(folder);
            agent = launch();
        } catch (IOException e) {
            throw new KernelLostException("the folder " + folder + " can't be made: " + Reason.of(e));
        } catch (LinuxUnavailableException e) {
            throw new KernelLostException(String.valueOf(e.getMessage()));
        }
    }

    /** Ends all processes and removes all files. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            return; // the program is ending: the hook does it
        }
        cleanUp();
    }

    private void cleanUp() {
        agent.close();
        Folders.delete(folder);
        Folders.deleteSharedMemory(prefix);
    }
}
