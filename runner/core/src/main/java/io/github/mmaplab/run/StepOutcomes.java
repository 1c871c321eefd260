package io.github.mmaplab.run;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.kernel.call.Load;
import io.github.mmaplab.kernel.call.Operation;
import io.github.mmaplab.kernel.call.Store;
import java.util.List;

/** The outcome of a step in words, the same on each kernel: two that differ for a person have different words. */
final class StepOutcomes {
    private static final String OK = "ok";
    /** As many bytes as are shown. */
    private static final int LONGEST = 32;

    private StepOutcomes() {}

    /**
     * The words.
     *
     * @param operations what the step does
     * @param outcomes the outcome of each that was performed
     */
    static String words(List<Operation> operations, List<Outcome> outcomes) {
        StringBuilder words = new StringBuilder();
        boolean ok = outcomes.size() == operations.size();
        for (int i = 0; i < outcomes.size(); i++) {
            String word = word(operations.get(i), outcomes.get(i));
            ok &= word.equals(OK);
            words.append(i == 0 ? "" : ", ").append(word);
        }
        return ok || outcomes.isEmpty() ? OK : words.toString();
    }

    private static String word(Operation operation, Outcome outcome) {
        if (outcome instanceof Outcome.Done done) {
            return done.data().length() == 0 ? OK : words(done.data());
        }
        if (outcome instanceof Outcome.Failed failed) {
            return failed.errno().name();
        }
        if (outcome instanceof Outcome.Signalled signalled) {
            long reached = signalled.address() - address(operation);
            return signalled.signal().name() + (reached == 0 ? "" : " after " + reached + " bytes");
        }
        return outcome instanceof Outcome.Refused refused ? refused.sentence() : OK;
    }

    private static String words(Data data) {
        Bytes bytes = Bytes.of(data, 0, 0, LONGEST);
        String text = bytes.text();
        return (text == null ? bytes.hex() : '"' + text + '"')
                + (bytes.isLast() ? "" : "... (" + Integer.toHexString(data.hashCode()) + ")");
    }

    private static long address(Operation operation) {
        if (operation instanceof Store store) {
            return store.address();
        }
        return operation instanceof Load load ? load.address() : 0;
    }
}
