package io.github.mmaplab.browser.regex;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/** A {@code RegExp} of JavaScript with a place to begin at. */
abstract class Expression implements JSObject {

    @JSBody(
            params = {"source", "flags"},
            script = "return new RegExp(source, flags);")
    static native Expression of(String source, String flags);

    /** Executes it from a place in a text on. */
    @JSBody(
            params = {"text", "from"},
            script = "this.lastIndex = from; return this.exec(text);")
    abstract @Nullable Match exec(String text, int from);

    /** What was found: an array of the groups, with its place as a property. */
    abstract static class Match implements JSObject {

        @JSProperty
        abstract int getIndex();

        @JSBody(params = "number", script = "return this[number] ?? null;")
        abstract @Nullable String group(int number);

        /** Where a group begins, or -1. */
        @JSBody(params = "number", script = "var group = this.indices[number]; return group ? group[0] : -1;")
        abstract int start(int number);
    }
}
