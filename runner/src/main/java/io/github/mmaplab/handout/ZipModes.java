package io.github.mmaplab.handout;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Marks executable files in an archive, which {@link java.util.zip.ZipOutputStream} does not support. In the central
 * directory (APPNOTE.TXT 4.3.12) the upper half of the external attributes is the mode, if the archive states that it
 * was made on Unix.
 */
final class ZipModes {
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int END_TO_DIRECTORY = 16;

    private static final int HEADER_SIGNATURE = 0x02014b50;
    private static final int HEADER_LENGTH = 46;
    private static final int MADE_ON = 5;
    private static final byte UNIX = 3;
    private static final int NAME_LENGTH = 28;
    private static final int EXTRA_LENGTH = 30;
    private static final int COMMENT_LENGTH = 32;
    private static final int EXTERNAL_ATTRIBUTES = 38;

    private ZipModes() {}

    /**
     * The same archive with modes.
     *
     * @param zip without a comment, and below 4 GiB; it is changed
     * @param modes as in stat(2), one for each entry, in order
     */
    static byte[] set(byte[] zip, List<Integer> modes) {
        ByteBuffer bytes = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        int end = zip.length - END_LENGTH;
        require(bytes.getInt(end), END_SIGNATURE);
        int at = bytes.getInt(end + END_TO_DIRECTORY);
        for (int mode : modes) {
            require(bytes.getInt(at), HEADER_SIGNATURE);
            bytes.put(at + MADE_ON, UNIX);
            bytes.putInt(at + EXTERNAL_ATTRIBUTES, mode << 16);
            at += HEADER_LENGTH
                    + bytes.getShort(at + NAME_LENGTH)
                    + bytes.getShort(at + EXTRA_LENGTH)
                    + bytes.getShort(at + COMMENT_LENGTH);
        }
        require(bytes.getInt(at), END_SIGNATURE);
        return zip;
    }

    private static void require(int found, int signature) {
        if (found != signature) {
            throw new IllegalArgumentException("the archive does not have one entry for each mode");
        }
    }
}
