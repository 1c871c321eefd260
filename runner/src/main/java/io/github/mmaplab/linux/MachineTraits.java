package io.github.mmaplab.linux;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.mmaplab.kernel.MachineLimitException;
import io.github.mmaplab.kernel.machine.Trait;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/**
 * Which traits this machine lacks, as determined by the agent when it starts.
 *
 * @param lacking for each trait, what the machine has instead: a limit, or the forbidden calls; otherwise an empty text
 */
record MachineTraits(Map<Trait, String> lacking) {

    /** The traits that the agent can do without on a machine that has them, for tests. */
    private static final List<Trait> REFUSABLE =
            List.of(Trait.ZERO_PAGE, Trait.FRAME_NUMBERS_SHOWN, Trait.PAGE_TABLES_SHOWN);

    /** Copies the map. */
    MachineTraits {
        Map<Trait, String> copy = new EnumMap<>(Trait.class);
        copy.putAll(lacking);
        lacking = Collections.unmodifiableMap(copy);
    }

    /** Reads the traits from the greeting of the agent, one per line. */
    static MachineTraits of(ByteBuffer greeting) {
        Map<Trait, String> lacking = new EnumMap<>(Trait.class);
        UTF_8.decode(greeting.duplicate()).toString().lines().forEach(line -> {
            int end = line.indexOf(' ');
            lacking.put(named(line.substring(0, end)), line.substring(end + 1).strip());
        });
        return new MachineTraits(lacking);
    }

    private static Trait named(String word) {
        return Trait.valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    /**
     * Returns the bits that the agent expects for traits whose names are separated by commas.
     *
     * @throws LinuxUnavailableException if the agent cannot do without one of them
     */
    static int bits(String names) throws LinuxUnavailableException {
        int bits = 0;
        for (String name : names.isBlank() ? new String[0] : names.split(",", -1)) {
            int bit = REFUSABLE.stream().map(Trait::word).toList().indexOf(name.strip());
            if (bit < 0) {
                StringJoiner known = new StringJoiner(", ");
                REFUSABLE.forEach(trait -> known.add(trait.word()));
                throw new LinuxUnavailableException(
                        LinuxHost.WITHOUT + " names `" + name.strip() + "`, and knows " + known);
            }
            bits |= 1 << bit;
        }
        return bits;
    }

    /** The names of traits, as {@link #bits(String)} expects them. */
    static String names(Set<Trait> traits) {
        StringJoiner names = new StringJoiner(",");
        traits.forEach(trait -> names.add(trait.word()));
        return names.toString();
    }

    boolean lacks(Trait trait) {
        return lacking.containsKey(trait);
    }

    /** Whether a system call is forbidden. */
    boolean forbids(String call) {
        String calls = lacking.get(Trait.CALLS_ALLOWED);
        return calls != null && Arrays.asList(calls.split(" ", -1)).contains(call);
    }

    /** The exception for {@code what}, which needs a trait that the machine lacks. */
    MachineLimitException missing(Trait trait, String what) {
        String instead = lacking.getOrDefault(trait, "");
        return new MachineLimitException(trait, instead.isEmpty() ? what : what + " (" + instead + ")");
    }
}
