package io.github.mmaplab.kernel;

import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.Signal;
import io.github.mmaplab.abi.SignalCode;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/** What an operation came to. */
final class OutcomeAssert extends AbstractAssert<OutcomeAssert, Outcome> {

    OutcomeAssert(Outcome actual) {
        super(actual, OutcomeAssert.class);
    }

    OutcomeAssert succeeds() {
        return comesTo("ok");
    }

    OutcomeAssert fails(Errno errno) {
        return comesTo(errno.name());
    }

    OutcomeAssert raises(Signal signal, SignalCode code) {
        return comesTo(signal + " " + code);
    }

    /** Raises a signal for exactly this byte. */
    OutcomeAssert raisesAt(Place place, Signal signal, SignalCode code) {
        raises(signal, code);
        Assertions.assertThat(((Outcome.Signalled) actual).address()).isEqualTo(place.address());
        return this;
    }

    OutcomeAssert returns(long value) {
        Assertions.assertThat(actual).isEqualTo(new Outcome.Ok(value));
        return this;
    }

    OutcomeAssert moves(Place place) {
        return returns(place.address());
    }

    OutcomeAssert reads(String text) {
        succeeds();
        Assertions.assertThat(new String(((Outcome.Done) actual).data().bytes(), StandardCharsets.ISO_8859_1))
                .isEqualTo(text);
        return this;
    }

    OutcomeAssert isRefused() {
        return comesTo("refused");
    }

    /** In a word: {@code ok}, {@code EINVAL}, {@code SIGBUS BUS_ADRERR}. */
    OutcomeAssert comesTo(String word) {
        Assertions.assertThat(word(actual)).as("%s", actual).isEqualTo(word);
        return this;
    }

    static String word(Outcome outcome) {
        if (outcome instanceof Outcome.Failed failed) {
            return failed.errno().name();
        }
        if (outcome instanceof Outcome.Signalled signalled) {
            return signalled.signal() + " " + signalled.code();
        }
        return outcome instanceof Outcome.Refused ? "refused" : "ok";
    }
}
