package io.github.mmaplab.answer;

import io.github.mmaplab.abi.Signal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The names that signals go by: their own, and what a shell prints of a process that died of one. */
final class SignalWords {
    private static final Map<String, Signal> SPOKEN = Map.of(
            "segmentation fault", Signal.SIGSEGV,
            "segmentation violation", Signal.SIGSEGV,
            "segfault", Signal.SIGSEGV,
            "seg fault", Signal.SIGSEGV,
            "bus error", Signal.SIGBUS,
            "killed", Signal.SIGKILL);

    private static final Pattern CORE_DUMPED = Pattern.compile("(?i)\\s*\\(core dumped\\)$");

    private SignalWords() {}

    /** The signal that goes by this name, in upper or lower case, with its SIG or without. */
    static Optional<Signal> find(String word) {
        Optional<Signal> full = fullName(word);
        return full.isPresent() ? full : shortName(word);
    }

    /** The signal of this name, in upper or lower case. */
    static Optional<Signal> fullName(String word) {
        String upper = word.toUpperCase(Locale.ROOT);
        for (Signal signal : Signal.values()) {
            if (signal.name().equals(upper)) {
                return Optional.of(signal);
            }
        }
        return Optional.empty();
    }

    private static Optional<Signal> shortName(String word) {
        Optional<Signal> signal = fullName("SIG" + word);
        String spoken = CORE_DUMPED.matcher(word).replaceFirst("").toLowerCase(Locale.ROOT);
        return signal.isPresent() ? signal : Optional.ofNullable(SPOKEN.get(spoken));
    }
}
