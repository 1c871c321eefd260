package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.abi.Signal;
import io.github.mmaplab.abi.SignalCode;
import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads which signal an access raises. */
final class Signals {
    static final List<String> KEYS = List.of("signal", "code");

    private final Values values;

    Signals(Values values) {
        this.values = values;
    }

    /**
     * A signal and perhaps its code.
     *
     * @param signal absent if there is none
     * @param code absent where it does not matter
     */
    record Raised(Optional<Signal> signal, Optional<SignalCode> code) {}

    /** What {@code raises} says: a signal, a map with its code, or that there is none. */
    @Nullable
    Raised raised(Node node) {
        if (!(node instanceof Node.Mapping map)) {
            if (isNone(node)) {
                return new Raised(Optional.empty(), Optional.empty());
            }
            Signal signal = ofAccess(node, "raises");
            return signal == null ? null : new Raised(Optional.of(signal), Optional.empty());
        }
        Fields fields = new Fields(values.problems(), "`raises`", map.span(), map, KEYS);
        Node name = fields.require("signal", "{ signal: SIGSEGV, code: SEGV_ACCERR }");
        Node codeNode = fields.get("code");
        Signal signal = name == null ? null : ofAccess(name, "raises");
        SignalCode code = codeNode == null ? null : values.word(Lexicon.SIGNAL_CODES, codeNode, "`code`");
        if (codeNode == null) {
            return signal == null ? null : new Raised(Optional.of(signal), Optional.empty());
        }
        if (signal == null || code == null) {
            return null;
        }
        if (code.signal() != signal) {
            values.problems()
                    .add(
                            Code.CODE_OF_OTHER_SIGNAL,
                            codeNode.span(),
                            "`" + code + "` is a code of " + code.signal() + ", not of " + signal,
                            codesOf(signal));
            return null;
        }
        return new Raised(Optional.of(signal), Optional.of(code));
    }

    private static String codesOf(Signal signal) {
        StringBuilder codes = new StringBuilder("the codes of " + signal + " are:");
        for (SignalCode code : SignalCode.values()) {
            codes.append(code.signal() == signal ? " " + code : "");
        }
        return codes.toString();
    }

    /** A signal that an access can raise. */
    @Nullable
    Signal ofAccess(Node node, String key) {
        return values.word(Lexicon.RAISED, node, "`" + key + "`");
    }

    /** Whether a node is the word for plain success. */
    static boolean isNone(Node node) {
        return node instanceof Node.Scalar scalar && scalar.text().equals("none");
    }
}
