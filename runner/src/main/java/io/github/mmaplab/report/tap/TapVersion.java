package io.github.mmaplab.report.tap;

/** Which TAP: what is written is the same but for the version, and for what a line can hold. */
public enum TapVersion {
    /** What the harnesses of Perl ({@code prove}) and the TAP plugin of Jenkins read. */
    V13("13") {
        /** A number sign begins a directive wherever it is, and nothing escapes it: so it is left out. */
        @Override
        String line(String text) {
            return TapText.line(text).replace("#", "");
        }
    },
    /** What node-tap and other newer harnesses read. */
    V14("14") {
        @Override
        String line(String text) {
            return TapText.line(text).replace("\\", "\\\\").replace("#", "\\#");
        }
    };

    private final String number;

    TapVersion(String number) {
        this.number = number;
    }

    String number() {
        return number;
    }

    /** Text for a line with a test point: on one line, and with no sign in it that begins a directive. */
    abstract String line(String text);
}
