package io.github.mmaplab.report.tap;

/** The versions of TAP, which differ in the version line and in what a line can contain. */
public enum TapVersion {
    /** For the harnesses of Perl ({@code prove}) and the TAP plugin of Jenkins. */
    V13("13") {
        /** A number sign begins a directive anywhere and cannot be escaped, so it is left out. */
        @Override
        String line(String text) {
            return TapText.line(text).replace("#", "");
        }
    },
    /** For node-tap and other newer harnesses. */
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

    /** Text for a line with a test point: on one line, and without a sign that begins a directive. */
    abstract String line(String text);
}
