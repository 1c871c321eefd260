package io.github.mmaplab.exercise;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that variants are drawn from. What is drawn is a function of the secret, the exercise, who it is drawn for
 * and what it is drawn for, the same for ever: HMAC-SHA-256 (RFC 2104) with the secret as its key, over these in UTF-8
 * with a zero byte between two.
 */
public final class VariantSecret {
    /** No secret: anyone who has the exercise can work out every student's variant. */
    public static final VariantSecret NONE = new VariantSecret(new byte[0]);

    private static final String ALGORITHM = "HmacSHA256";

    /** What makes the drawing of this version its own. */
    private static final String PURPOSE = "mmaplab 1";

    private final byte[] secret;
    /** Never used itself but cloned, which is much cheaper than to begin anew for each word that is drawn. */
    private final Mac keyed;

    private VariantSecret(byte[] secret) {
        this.secret = secret;
        this.keyed = keyed(secret);
    }

    /**
     * A secret; white space around it does not count, nor a byte-order mark before it, so that an editor may begin and end
     * the file as it likes.
     */
    public static VariantSecret of(String text) {
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return new VariantSecret(unmarked.strip().getBytes(StandardCharsets.UTF_8));
    }

    /** The secret itself, for those who hand it on: never into a report. */
    public String text() {
        return new String(secret, StandardCharsets.UTF_8);
    }

    /** Whether there is no secret. */
    public boolean isNone() {
        return secret.length == 0;
    }

    /**
     * What the secret is recognised by, and can't be found out from, if it is more than
     * a word of a dictionary: 16 hexadecimal digits, or {@code none}.
     */
    public String fingerprint() {
        return isNone() ? "none" : HexFormat.of().formatHex(hash("fingerprint"), 0, Long.BYTES);
    }

    /**
     * One of {@code count} numbers from 0, all equally probable: the first 8 bytes of the hash, taken for a fraction of
     * 2^64, times {@code count}, rounded down.
     *
     * @param count from 1
     */
    int draw(int count, String... words) {
        byte[] hash = hash(words);
        long fraction = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            fraction = (fraction << Byte.SIZE) | (hash[i] & 0xFF);
        }
        long high = Math.multiplyHigh(fraction, count) + (fraction < 0 ? count : 0);
        return (int) high;
    }

    /** The hash of some words. */
    byte[] hash(String... words) {
        try {
            Mac mac = (Mac) keyed.clone();
            mac.update(PURPOSE.getBytes(StandardCharsets.UTF_8));
            for (String word : words) {
                mac.update((byte) 0);
                mac.update(word.getBytes(StandardCharsets.UTF_8));
            }
            return mac.doFinal();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the Mac of every Java platform can be cloned", e);
        }
    }

    private static Mac keyed(byte[] secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            // An HMAC key may be empty, a SecretKeySpec may not: both are padded with zeros.
            mac.init(new SecretKeySpec(secret.length == 0 ? new byte[1] : secret, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VariantSecret that && Arrays.equals(secret, that.secret);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(secret);
    }

    @Override
    public String toString() {
        return isNone() ? "no variant secret" : "a variant secret";
    }
}
