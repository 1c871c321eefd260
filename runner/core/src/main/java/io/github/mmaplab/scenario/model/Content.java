package io.github.mmaplab.scenario.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes to be written, or to be seen. The long forms hold no bytes until asked for some. */
public sealed interface Content extends Value {
    /** How many bytes. */
    long length();

    /**
     * Some of the bytes.
     *
     * @param from the first one, from 0
     * @param count how many; {@code from + count} is at most the length
     */
    byte[] bytes(long from, int count);

    /** Text in UTF-8; no terminator. */
    final class Text implements Content {
        private final String text;
        private final byte[] bytes;

        /** The content that {@code text} spells. */
        public Text(String text) {
            this.text = text;
            this.bytes = text.getBytes(StandardCharsets.UTF_8);
        }

        /** The text itself. */
        public String text() {
            return text;
        }

        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public byte[] bytes(long from, int count) {
            return slice(bytes, from, count);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Text that && text.equals(that.text);
        }

        @Override
        public int hashCode() {
            return text.hashCode();
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** Bytes given one by one. */
    final class Hex implements Content {
        private final byte[] bytes;

        /** A copy of {@code bytes}. */
        public Hex(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public byte[] bytes(long from, int count) {
            return slice(bytes, from, count);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Hex that && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            StringBuilder pairs = new StringBuilder();
            for (byte each : bytes) {
                pairs.append(pairs.length() == 0 ? "" : " ")
                        .append(Character.forDigit(each >> 4 & 0xF, 16))
                        .append(Character.forDigit(each & 0xF, 16));
            }
            return pairs.toString();
        }
    }

    /**
     * Zero bytes.
     *
     * @param length how many, unsigned
     */
    record Zeros(long length) implements Content {
        @Override
        public byte[] bytes(long from, int count) {
            checkSlice(length, from, count);
            return new byte[count];
        }
    }

    /**
     * One byte over and over.
     *
     * @param value the byte
     * @param length how many, unsigned
     */
    record Fill(byte value, long length) implements Content {
        @Override
        public byte[] bytes(long from, int count) {
            checkSlice(length, from, count);
            byte[] filled = new byte[count];
            Arrays.fill(filled, value);
            return filled;
        }
    }

    private static byte[] slice(byte[] bytes, long from, int count) {
        checkSlice(bytes.length, from, count);
        return Arrays.copyOfRange(bytes, (int) from, (int) from + count);
    }

    private static void checkSlice(long length, long from, int count) {
        if (from < 0 || count < 0 || Long.compareUnsigned(from + count, length) > 0) {
            throw new IndexOutOfBoundsException(
                    from + " and " + count + " bytes on, of " + Long.toUnsignedString(length));
        }
    }
}
