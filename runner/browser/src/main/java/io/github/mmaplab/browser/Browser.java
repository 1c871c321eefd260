package io.github.mmaplab.browser;

import org.teavm.jso.JSExport;
import org.teavm.jso.typedarrays.Int8Array;

/** The functions of the JavaScript module. */
public final class Browser {
    private Browser() {}

    /** TeaVM compiles what a program's beginning reaches, and what is exported beside it. */
    public static void main(String[] args) {}

    /** {@link Transcript#of}. */
    @JSExport
    public static String transcript(String name, Int8Array bytes) {
        return Transcript.of(name, bytes.toJavaArray());
    }
}
