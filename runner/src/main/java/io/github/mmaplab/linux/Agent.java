package io.github.mmaplab.linux;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mmaplab.kernel.KernelLostException;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The supervisor process of the agent, which answers one request at a time. See agent.c. */
final class Agent implements AgentLine, AutoCloseable {

    /** What a scenario process does, and then what the supervisor does. The order is that of agent.c. */
    enum Act {
        MMAP(1),
        RANGE(2),
        MREMAP(3),
        STORE(4),
        FILL(5),
        LOAD(6),
        FORK(7),
        EXEC(8),
        EXIT(9),
        MINCORE(10),
        OPEN(11),
        CLOSE(12),
        DUP(13),
        ON_PROCESS(14),
        ON_DESCRIPTOR(15),
        PREAD(16),
        PWRITE(17),
        CREATE(101),
        WRITE(102),
        WRITE_FILL(103),
        READ(104),
        ON_FILE(105),
        UNLINK(106),
        SIZE(107),
        REST(108),
        ATTACHED(109),
        RENAME(110),
        LINK(111),
        MAKE(112),
        NAMED(113),
        SYNC_FOLDER(114),
        SPAWN(115),
        KILL(116),
        PAGEMAP(117),
        MAPPINGS(118),
        LOCKED(119),
        RSS(120),
        SNAPSHOT(121),
        RESET(122),
        RACE(123);

        private final long number;

        Act(long number) {
            this.number = number;
        }

        /** Its number in a request. */
        long number() {
            return number;
        }

        /** The system call that it makes, or an empty text if the agent fails at once without that call. */
        String call() {
            return this == EXEC
                    ? "execveat"
                    : this == MAKE ? "open" : this == DUP ? "dup2" : name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The answer to a request.
     *
     * @param ended whether the process has ended; then {@code status} is as in wait(2)
     * @param value what the call returned
     * @param error errno, 0 for success
     * @param signal the number of the signal that an access raised, 0 for none
     * @param code its si_code
     * @param count how many bytes of an access were done
     * @param data the bytes that were read
     * @param look the snapshot, if one was requested
     */
    record Answer(
            boolean ended,
            long value,
            long error,
            long signal,
            long code,
            long count,
            long status,
            ByteBuffer data,
            ByteBuffer look) {}

    /** The maximum number of bytes in a request. */
    static final int MOST_BYTES = (4 << 20) - 1;

    private static final int ARGUMENTS = 8;
    private static final int REQUEST_BYTES = (ARGUMENTS + 4) * Long.BYTES;
    private static final int ANSWER_BYTES = 9 * Long.BYTES;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Process process;
    private final OutputStream to;
    private final DataInputStream from;
    private final ByteBuffer request = ByteBuffer.allocate(REQUEST_BYTES).order(ByteOrder.nativeOrder());
    private final byte[] head = new byte[ANSWER_BYTES];
    private final Answer greeting;

    /** The System.nanoTime at which an answer is overdue; 0 while no answer is awaited. */
    private volatile long deadline;

    /**
     * Starts the agent.
     *
     * @param files the folder for files
     * @param prefix how the names of its shared memory begin
     * @param user the user and group of the scenario processes if we are root
     * @param number differs between agents that run at the same time
     * @param without one bit for each trait of the machine that is not used
     * @throws LinuxUnavailableException if it does not start
     */
    Agent(Path program, Path files, String prefix, int user, int number, int without) throws LinuxUnavailableException {
        try {
            process = new ProcessBuilder(
                            program.toString(),
                            files.toString(),
                            prefix,
                            Integer.toString(user),
                            Integer.toString(number),
                            Integer.toString(without))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new LinuxUnavailableException("the agent " + program + " can't be run: " + IoReason.of(e));
        }
        to = process.getOutputStream();
        from = new DataInputStream(process.getInputStream());
        Thread watchdog = new Thread(this::watch, "watches the agent");
        watchdog.setDaemon(true);
        try {
            watchdog.start();
            greeting = receive();
        } catch (KernelLostException e) {
            close();
            throw new LinuxUnavailableException(String.valueOf(e.getMessage()));
        } catch (OutOfMemoryError e) {
            close();
            throw new LinuxUnavailableException("no thread can be started; is the limit on processes reached?");
        }
    }

    /** The first message of the agent. */
    Answer greeting() {
        return greeting;
    }

    /**
     * Sends a request and waits for the answer.
     *
     * @param look whether the answer contains a snapshot
     * @param data what does not fit into the arguments
     * @throws KernelLostException if the agent is gone, can't answer, or does not answer in time
     */
    @Override
    public Answer ask(Act act, int slot, boolean look, byte[] data, long... arguments) {
        request.clear();
        request.putLong(act.number).putLong(slot);
        for (int i = 0; i < ARGUMENTS; i++) {
            request.putLong(i < arguments.length ? arguments[i] : 0);
        }
        request.putLong(data.length).putLong(look ? 1 : 0);
        try {
            to.write(request.array());
            to.write(data);
            to.flush();
        } catch (IOException e) {
            throw gone();
        }
        return receive();
    }

    private Answer receive() {
        deadline = System.nanoTime() + PATIENCE_NANOS;
        try {
            from.readFully(head);
            ByteBuffer words = ByteBuffer.wrap(head).order(ByteOrder.nativeOrder());
            long state = words.getLong();
            long value = words.getLong();
            long error = words.getLong();
            long signal = words.getLong();
            long code = words.getLong();
            long count = words.getLong();
            long status = words.getLong();
            ByteBuffer data = read((int) words.getLong());
            if (state == 2) {
                throw new KernelLostException(UTF_8.decode(data).toString());
            }
            return new Answer(state == 1, value, error, signal, code, count, status, data, read((int) words.getLong()));
        } catch (IOException e) {
            throw gone();
        } finally {
            deadline = 0;
        }
    }

    private ByteBuffer read(int count) throws IOException {
        byte[] bytes = new byte[count];
        from.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    }

    private KernelLostException gone() {
        process.destroyForcibly();
        return new KernelLostException("the agent has ended; was it killed, or did it not answer in time?");
    }

    private void watch() {
        try {
            while (!process.waitFor(1, TimeUnit.SECONDS)) {
                long due = deadline;
                if (due != 0 && System.nanoTime() - due > 0) {
                    process.destroyForcibly();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets the agent clean up and exit, and kills it if it does not. */
    @Override
    public void close() {
        try {
            to.close();
            process.waitFor(2, TimeUnit.SECONDS);
        } catch (IOException e) {
            // it is already gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
        }
    }
}
