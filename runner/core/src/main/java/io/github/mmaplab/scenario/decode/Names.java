package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.scenario.syntax.Node;

/** What names may look like. */
enum Names {
    PROCESS("a process", ""),
    MAPPING("a mapping", ""),
    FILE("a file", "-."),
    REGISTER("a register", ""),
    LABEL("a label", "-"),
    BRANCH("a branch", "-"),
    QUESTION("a question", "-"),
    PARAMETER("a parameter", "-");

    private final String what;
    /** What may stand in the name besides letters, digits and {@code _}. */
    private final String signs;

    Names(String what, String signs) {
        this.what = what;
        this.signs = signs;
    }

    /** Whether {@code text} may be such a name. */
    boolean allow(String text) {
        if (text.isEmpty() || isDigit(text.charAt(0)) || text.equals(".") || text.equals("..")) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLetterOrDigit(c) && signs.indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether {@code name} may be such a name; reported if not. */
    boolean check(Problems problems, Node.Scalar name) {
        if (!allow(name.text())) {
            problems.add(
                    Code.INVALID_NAME,
                    name.span(),
                    "`" + name.text() + "` can't be the name of " + what,
                    "such a name is made of letters, digits" + others() + ", and does not begin with a digit");
            return false;
        }
        if ((this == PROCESS || this == FILE) && isReserved(name.text())) {
            problems.add(
                    Code.INVALID_NAME,
                    name.span(),
                    "`" + name.text() + "` can't be the name of " + what + ": it has a meaning in `expect`",
                    "choose another name");
            return false;
        }
        if (this == FILE && name.text().equals(CallVerbs.FOLDER)) {
            problems.add(
                    Code.INVALID_NAME,
                    name.span(),
                    "`folder` can't be the name of a file: `sync: folder` is about the folder that the files are in",
                    "choose another name");
            return false;
        }
        return true;
    }

    private static boolean isReserved(String name) {
        return name.equals(Expectations.MEMORY) || Expectations.WORDS.contains(name);
    }

    private String others() {
        return switch (signs) {
            case "" -> " and `_`";
            case "-" -> ", `_` and `-`";
            default -> ", `_`, `-` and `.`";
        };
    }

    private static boolean isLetterOrDigit(char c) {
        return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || (c > 127 && isLetter(c));
    }

    private static boolean isLetter(char c) {
        return Character.isLetter(c);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
