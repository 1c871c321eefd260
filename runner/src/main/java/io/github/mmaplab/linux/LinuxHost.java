package io.github.mmaplab.linux;

import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.kernel.Kernel;
import io.github.mmaplab.kernel.KernelLostException;
import io.github.mmaplab.kernel.machine.Trait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Gives the kernel of this machine to one scenario at a time. For use by one thread. All that it makes (processes,
 * files, shared memory) is removed by {@link #close}, and also when this program ends without calling it.
 */
public final class LinuxHost implements AutoCloseable {

    /** The user that processes run as if we are root, because root has permissions that other users lack. */
    private static final int NOBODY = 65534;

    /** The environment variable with the names of traits that are not used even if this machine has them. */
    static final String WITHOUT = "MMAPLAB_WITHOUT";

    private static final AtomicInteger STARTED = new AtomicInteger();

    private final int number = STARTED.getAndIncrement();
    private final Path program;
    private final Path folder;
    private final String prefix;
    private final int without;
    private final Thread hook = new Thread(this::cleanUp, "cleans up after scenarios");
    private Agent agent;

    private LinuxHost(Path program, Path folder, int without) throws LinuxUnavailableException {
        this.without = without;
        this.program = program;
        this.folder = folder;
        this.prefix = String.valueOf(folder.getFileName());
        this.agent = launch();
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Starts the agent, and compiles it if necessary.
     *
     * @throws LinuxUnavailableException if this machine can't; the message is one line
     */
    public static LinuxHost start() throws LinuxUnavailableException {
        String named = System.getenv(WITHOUT);
        return start(MachineTraits.bits(named == null ? "" : named));
    }

    /**
     * Starts the agent as if this machine lacked some traits: the zero page and what is shown of page tables.
     *
     * @throws LinuxUnavailableException if this machine can't; the message is one line
     */
    public static LinuxHost startWithout(Set<Trait> traits) throws LinuxUnavailableException {
        return start(MachineTraits.bits(MachineTraits.names(traits)));
    }

    private static LinuxHost start(int without) throws LinuxUnavailableException {
        String system = System.getProperty("os.name", "");
        if (!system.equals("Linux")) {
            throw new LinuxUnavailableException(
                    "the kernel of this machine is " + system + ", not Linux; everything else works here");
        }
        if (!Files.isReadable(Path.of("/proc/self/maps"))) {
            throw new LinuxUnavailableException(
                    "/proc is not mounted, and without it nothing can be seen of a process");
        }
        Path program = AgentProgram.find();
        Path folder = Folders.make();
        try {
            return new LinuxHost(program, folder, without);
        } catch (LinuxUnavailableException e) {
            Folders.delete(folder);
            throw e;
        }
    }

    private Agent launch() throws LinuxUnavailableException {
        return new Agent(program, folder, prefix, NOBODY, number, without);
    }

    /** The size of this machine's pages. */
    public PageSize pageSize() {
        return new PageSize((int) agent.greeting().value());
    }

    /** The traits that this machine lacks. */
    public Set<Trait> lacking() {
        return traits().lacking().keySet();
    }

    private MachineTraits traits() {
        return MachineTraits.of(agent.greeting().data());
    }

    /** The folder with the files of scenarios. */
    Path folder() {
        return folder;
    }

    /**
     * Returns a kernel without processes and files. The kernel returned before can no longer be used.
     *
     * @throws IllegalArgumentException if {@code pageSize} is not the page size of this machine
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
            Folders.empty(folder);
            relaunch();
        }
        return new LinuxKernel(agent, pageSize, traits());
    }

    /**
     * Removes the processes and files of the last scenario. Returns false if the agent could not; it can no longer be
     * used.
     */
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
            throw new KernelLostException("the folder " + folder + " can't be made: " + IoReason.of(e));
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
            return; // the program is ending, so the hook cleans up
        }
        cleanUp();
    }

    private void cleanUp() {
        agent.close();
        Folders.delete(folder);
        Folders.deleteSharedMemory(prefix);
    }
}
