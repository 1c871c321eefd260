package io.github.mmaplab.report.junit;

import io.github.mmaplab.text.Medium;
import java.util.regex.Pattern;

/** Text as XML can hold it. */
final class XmlText {
    /** Colours and the like for terminals (ECMA-48, 5.4): their readers are pages, on which the rest of them would stay. */
    private static final Pattern CONTROL_SEQUENCE = Pattern.compile("(?:\u001B\\[|\u009B)[0-?]*[ -/]*[@-~]");

    private XmlText() {}

    /** The text without control sequences, a replacement character for what XML 1.0 does not allow (2.2, production 2). */
    static String of(String text) {
        return Medium.XML.fit(CONTROL_SEQUENCE.matcher(text).replaceAll(""));
    }
}
