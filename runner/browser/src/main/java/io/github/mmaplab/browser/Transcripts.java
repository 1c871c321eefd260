package io.github.mmaplab.browser;

import org.teavm.jso.JSExport;
import org.teavm.jso.typedarrays.Int8Array;

/** The function of a second JavaScript module, with which all of the core is held against the JVM. */
public final class Transcripts {
    private Transcripts() {}

    /** TeaVM compiles what a program's beginning reaches, and what is exported beside it. */
    public static void main(String[] args) {}

    /** {@link Transcript#of}. */
    @JSExport
    public static String transcript(String name, Int8Array bytes) {
        return Transcript.of(name, bytes.toJavaArray());
    }
}
