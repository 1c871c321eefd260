package io.github.mmaplab.kernel;

import io.github.mmaplab.abi.FrameId;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.abi.Signal;
import io.github.mmaplab.abi.SignalCode;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/** What a process finds at an address. Reading is real reading: it faults pages in. */
final class PlaceAssert extends AbstractAssert<PlaceAssert, Place> {

    PlaceAssert(Place actual) {
        super(actual, PlaceAssert.class);
    }

    PlaceAssert reads(String text) {
        new OutcomeAssert(actual.load(text.length())).as(actual.toString()).reads(text);
        return this;
    }

    PlaceAssert readsZero() {
        return reads("\0");
    }

    /** Loading a byte raises a signal, for that byte. */
    PlaceAssert raises(Signal signal, SignalCode code) {
        new OutcomeAssert(actual.load(1)).raisesAt(actual, signal, code);
        return this;
    }

    /** The mappings around, see {@link Place#maps()}. */
    PlaceAssert maps(String text) {
        Assertions.assertThat(actual.maps()).isEqualTo(text);
        return this;
    }

    /** Goes on with a page further on. */
    PlaceAssert andPage(long number) {
        return new PlaceAssert(actual.page(number));
    }

    PlaceAssert isResident() {
        return resident(true);
    }

    PlaceAssert isNotResident() {
        return resident(false);
    }

    /** Has the physical page of {@code other}; both must have been touched. */
    PlaceAssert hasFrameOf(Place other) {
        Assertions.assertThat(frame()).as("the frame of %s", actual).isEqualTo(frame(other));
        return this;
    }

    PlaceAssert hasNotFrameOf(Place other) {
        Assertions.assertThat(frame()).as("the frame of %s", actual).isNotEqualTo(frame(other));
        return this;
    }

    PlaceAssert hasFrame(FrameId frame) {
        Assertions.assertThat(frame()).isEqualTo(frame);
        return this;
    }

    PlaceAssert hasNotFrame(FrameId frame) {
        Assertions.assertThat(frame()).isNotEqualTo(frame);
        return this;
    }

    PlaceAssert hasZeroPage() {
        return hasFrame(FrameId.ZERO);
    }

    PlaceAssert hasNoFrame() {
        Assertions.assertThat(answer(actual)).isInstanceOf(Answer.Unknown.class);
        return this;
    }

    private PlaceAssert resident(boolean expected) {
        ProcessId process = actual.process().id();
        Assertions.assertThat(actual.process().machine().kernel().resident(process, actual.address()))
                .as("resident at %s", actual)
                .isEqualTo(new Answer.Known<>(expected));
        return this;
    }

    private FrameId frame() {
        return frame(actual);
    }

    static FrameId frame(Place place) {
        Answer<FrameId> answer = answer(place);
        if (answer instanceof Answer.Known<FrameId> known) {
            return known.value();
        }
        throw new AssertionError("no page has been touched at " + place);
    }

    private static Answer<FrameId> answer(Place place) {
        return place.process().machine().kernel().frame(place.process().id(), place.address());
    }
}
