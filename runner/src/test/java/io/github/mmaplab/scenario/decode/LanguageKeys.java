package io.github.mmaplab.scenario.decode;

import java.util.ArrayList;
import java.util.List;

/** What tests of other packages want to know of the language. */
public final class LanguageKeys {
    private LanguageKeys() {}

    /** The keys at the top of files of all kinds. */
    public static List<String> all() {
        List<String> keys = new ArrayList<>(PredictionDecoder.KEYS);
        for (Kind kind : Kind.values()) {
            keys.addAll(kind.keys());
        }
        return keys;
    }
}
