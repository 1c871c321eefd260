package io.github.mmaplab.report.junit;

import io.github.mmaplab.text.Medium;
import java.util.regex.Pattern;

/** Makes text fit for XML. */
final class XmlText {
    /** Control sequences of terminals, such as colours (ECMA-48, 5.4), which would be partly visible on a page. */
    private static final Pattern CONTROL_SEQUENCE = Pattern.compile("(?:\u001B\\[|\u009B)[0-?]*[ -/]*[@-~]");

    private XmlText() {}

    /**
     * The text without control sequences, and with a replacement character for what XML 1.0 does not allow (2.2,
     * production 2).
     */
    static String of(String text) {
        return Medium.XML.fit(CONTROL_SEQUENCE.matcher(text).replaceAll(""));
    }
}
