package io.github.mmaplab.kernel;

import io.github.mmaplab.abi.Data;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;

/** What a file holds. */
final class FileAssert extends AbstractAssert<FileAssert, TestFile> {

    FileAssert(TestFile actual) {
        super(actual, FileAssert.class);
    }

    /** As read(2) finds it, from the beginning on. */
    FileAssert reads(String text) {
        return reads(0, text);
    }

    FileAssert reads(long offset, String text) {
        new OutcomeAssert(actual.read(offset, text.length())).reads(text);
        return this;
    }

    FileAssert hasSize(long size) {
        Assertions.assertThat(actual.size()).isEqualTo(size);
        return this;
    }

    /** Would hold exactly this after a crash. */
    FileAssert hasOnDisk(String text) {
        Answer<Data> disk = actual.machine().kernel().onDisk(actual.id(), 0, 1 << 20);
        Assertions.assertThat(disk).isInstanceOf(Answer.Known.class);
        byte[] bytes = ((Answer.Known<Data>) disk).value().bytes();
        Assertions.assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).isEqualTo(text);
        return this;
    }
}
