package io.github.mmaplab.cli.host;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Standard output: text in UTF-8, buffered until it is flushed or the buffer is full. If the reader has exited, as
 * {@code head} does, further output is silently dropped.
 */
public final class Output extends OutputStream implements Appendable {
    private static final int ROOM = 1 << 13;

    private final OutputStream target;
    private final byte[] kept = new byte[ROOM];
    private int count;
    private @Nullable IOException failure;

    /** Writes to {@code target}. */
    public Output(OutputStream target) {
        this.target = target;
    }

    /** Writes text. */
    public void print(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        write(bytes, 0, bytes.length);
    }

    /** Writes text and ends the line. */
    public void println(String text) {
        print(text);
        write('\n');
    }

    @Override
    public Output append(CharSequence text) {
        print(text.toString());
        return this;
    }

    @Override
    public Output append(CharSequence text, int start, int end) {
        return append(text.subSequence(start, end));
    }

    @Override
    public Output append(char c) {
        return append(String.valueOf(c));
    }

    @Override
    public void write(int b) {
        if (count == kept.length) {
            flush();
        }
        kept[count++] = (byte) b;
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        int done = 0;
        while (done < length) {
            if (count == kept.length) {
                flush();
            }
            int part = Math.min(length - done, kept.length - count);
            System.arraycopy(bytes, from + done, kept, count, part);
            count += part;
            done += part;
        }
    }

    @Override
    public void flush() {
        try {
            if (failure == null) {
                target.write(kept, 0, count);
                target.flush();
            }
        } catch (IOException e) {
            failure = e;
        }
        count = 0;
    }

    /**
     * Why something could not be written, such as a full disk; null if all was written, or if the reader has exited.
     */
    public @Nullable String failure() {
        if (failure == null || String.valueOf(failure.getMessage()).contains("Broken pipe")) {
            return null;
        }
        return String.valueOf(failure.getMessage());
    }
}
