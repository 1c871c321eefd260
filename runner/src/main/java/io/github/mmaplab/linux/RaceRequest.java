package io.github.mmaplab.linux;

import io.github.mmaplab.kernel.Race;
import io.github.mmaplab.linux.Agent.Act;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The request for a race: what the operations of all branches ask of the agent, as the deeds of agent.c; and the answer. */
final class RaceRequest {
    private static final long OUTSIDE = -1;
    private static final int DEED_WORDS = 6 + 12 + 9;
    private static final int DEED_BYTES = DEED_WORDS * Long.BYTES;
    private static final int PERFORMED = 5;
    private static final int REQUEST = 6;
    private static final int ANSWER = REQUEST + 12;
    private static final int ARGUMENTS = 8;
    private static final int MAPPING_WORDS = 6;
    /** Room for the path of a file. */
    private static final int PATH_BYTES = 128;

    private static final long BEGINS = 1;
    private static final long ENDS = 2;
    private static final long ALONE = 4;
    private static final long GOES_ON = 8;

    private static final Set<Act> OF_A_PROCESS =
            Set.of(Act.MMAP, Act.RANGE, Act.MREMAP, Act.STORE, Act.LOAD, Act.FORK, Act.EXEC, Act.EXIT);
    private static final byte[] NOTHING = {};
    private static final ByteBuffer NO_BYTES = ByteBuffer.wrap(NOTHING);

    private final Race race;
    private final AgentLine agent;
    private final List<Deed> deeds = new ArrayList<>();
    private ByteBuffer answer = NO_BYTES;
    private int next;

    /** A request, and where its bytes are. */
    private record Deed(Act act, int slot, LongBuffer arguments, ByteBuffer data, int room) {}

    /** Where a deed is in the race. */
    private record Place(int branch, long flags) {}

    RaceRequest(Race race, AgentLine agent) {
        this.race = race;
        this.agent = agent;
    }

    /** Notes a request of an operation, and answers that it succeeds. */
    Agent.Answer collect(Act act, int slot, boolean look, byte[] data, long... arguments) {
        if (act == Act.MAPPINGS) {
            return mappings(everything());
        }
        long value = 0;
        switch (act) {
            case FILL -> add(Act.STORE, slot, filled(arguments[3], arguments[1]), arguments);
            case WRITE_FILL -> add(Act.WRITE, slot, filled(arguments[2], arguments[3]), arguments);
            case MMAP -> {
                value = arguments[0];
                add(act, slot, data, arguments);
            }
            default -> add(act, slot, data, arguments);
        }
        boolean ended = act == Act.EXIT || act == Act.KILL;
        return new Agent.Answer(ended, value, 0, 0, 0, 0, 0, NO_BYTES, NO_BYTES);
    }

    /**
     * The mappings of a process, which an operation wants to know for the allowance. What there will be by then is not known,
     * and the process may have ended when the outcome is looked at: all of a range counts, once.
     */
    private static Agent.Answer mappings(ByteBuffer lines) {
        return new Agent.Answer(false, 0, 0, 0, 0, 0, 0, lines, NO_BYTES);
    }

    private static ByteBuffer everything() {
        ByteBuffer line = ByteBuffer.allocate(MAPPING_WORDS * Long.BYTES).order(ByteOrder.nativeOrder());
        return line.putLong(Long.BYTES, Long.MAX_VALUE).putLong(4 * Long.BYTES, -1);
    }

    private static byte[] filled(long fill, long length) {
        byte[] bytes = new byte[(int) length];
        Arrays.fill(bytes, (byte) fill);
        return bytes;
    }

    private void add(Act act, int slot, byte[] data, long... arguments) {
        int room = switch (act) {
            case MMAP -> PATH_BYTES;
            case LOAD -> (int) arguments[1];
            case READ -> (int) arguments[2];
            default -> data.length;
        };
        deeds.add(
                new Deed(act, slot, LongBuffer.wrap(Arrays.copyOf(arguments, ARGUMENTS)), ByteBuffer.wrap(data), room));
    }

    /** Sends everything to the agent, which plays it. */
    void send() {
        if (deeds.isEmpty()) {
            return;
        }
        List<Place> places = places();
        int size = deeds.size() * DEED_BYTES;
        int at = size;
        for (Deed deed : deeds) {
            size += deed.room();
        }
        ByteBuffer request = ByteBuffer.allocate(size).order(ByteOrder.nativeOrder());
        for (int i = 0; i < deeds.size(); i++) {
            put(request, deeds.get(i), places.get(i), at);
            request.put(at, deeds.get(i).data(), 0, deeds.get(i).data().limit());
            at += deeds.get(i).room();
        }
        answer = agent.ask(Act.RACE, 0, false, request.array(), deeds.size(), race.seed())
                .data();
    }

    private List<Place> places() {
        List<Place> places = new ArrayList<>();
        int branch = 0;
        for (List<Race.Step> steps : race.branches()) {
            int before = places.size();
            for (Race.Step step : steps) {
                int count = step.operations().size();
                for (int i = 0; i < count; i++) {
                    long flags = (i == 0 ? BEGINS : 0)
                            | (i == count - 1 ? ENDS : 0)
                            | (step.alone() ? ALONE : 0)
                            | (step.goesOn() ? GOES_ON : 0);
                    places.add(new Place(branch, flags));
                }
            }
            branch += places.size() > before ? 1 : 0;
        }
        return places;
    }

    private static void put(ByteBuffer request, Deed deed, Place place, int at) {
        boolean ofProcess = OF_A_PROCESS.contains(deed.act());
        request.putLong(place.branch())
                .putLong(ofProcess ? deed.slot() : OUTSIDE)
                .putLong(place.flags())
                .putLong(at)
                .putLong(deed.room())
                .putLong(0)
                .putLong(deed.act().number())
                .putLong(deed.slot());
        for (int i = 0; i < ARGUMENTS; i++) {
            request.putLong(deed.arguments().get(i));
        }
        request.putLong(deed.data().limit()).putLong(0);
        request.position(request.position() + (DEED_WORDS - ANSWER) * Long.BYTES);
    }

    /** Whether the next operation was performed; if not, the one after it is the next. */
    boolean nextIsPerformed() {
        boolean performed = word(PERFORMED) != 0;
        next += performed ? 0 : 1;
        return performed;
    }

    /** Answers a request of the next operation with what the race has shown. */
    Agent.Answer replay(Act act, int slot, boolean look, byte[] data, long... arguments) {
        if (act == Act.MAPPINGS) {
            return mappings(NO_BYTES);
        }
        byte[] bytes = new byte[(int) word(ANSWER + 7)];
        answer.get((int) word(3), bytes);
        Agent.Answer found = new Agent.Answer(
                word(ANSWER) == 1,
                word(ANSWER + 1),
                word(ANSWER + 2),
                word(ANSWER + 3),
                word(ANSWER + 4),
                word(ANSWER + 5),
                word(ANSWER + 6),
                ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()),
                NO_BYTES);
        next++;
        return found;
    }

    private long word(int index) {
        return answer.getLong(next * DEED_BYTES + index * Long.BYTES);
    }
}
