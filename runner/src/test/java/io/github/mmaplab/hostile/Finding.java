package io.github.mmaplab.hostile;

/**
 * A file that something could not stand.
 *
 * @param reading what
 * @param number of the input, with which the same file is made again
 * @param input the file, as small as it could be made
 * @param what what was thrown
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Finding(Reading reading, long number, byte[] input, Throwable what) {
    @Override
    public String toString() {
        return reading.word() + " " + number + ": " + what;
    }
}
