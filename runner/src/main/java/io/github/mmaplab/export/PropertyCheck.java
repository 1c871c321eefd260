package io.github.mmaplab.export;

import io.github.mmaplab.scenario.model.PropertyIs;
import io.github.mmaplab.scenario.model.ValueKind;
import java.util.Locale;

/** How a program checks a property: that of {@code exit-code} is checked by {@code check_exit_code}, a ready-made part. */
final class PropertyCheck {

    private PropertyCheck() {}

    /** What is checked, for a person. */
    static String described(PropertyIs facet) {
        boolean isProtection = facet.property().kind() == ValueKind.PROTECTION;
        return facet.property().claim(isProtection ? letters(facet.expected()) : facet.expected());
    }

    /**
     * The statement that checks it.
     *
     * @param what the literal of its description
     * @param owner the process, the file or the address, in C; empty for the process that makes the check
     */
    static String statement(PropertyIs facet, String what, String owner, Composition program) {
        return statement(facet, "", what, owner, program);
    }

    /**
     * The statement that checks it of a kind of owner.
     *
     * @param kind what the name of the part begins with after {@code check_}
     */
    static String statement(PropertyIs facet, String kind, String what, String owner, Composition program) {
        String function = "check_" + kind + facet.property().name().toLowerCase(Locale.ROOT);
        String arguments = owner.isEmpty() ? what : what + ", " + owner;
        return function + "(" + arguments + ", " + value(facet, program) + ");";
    }

    private static String value(PropertyIs facet, Composition program) {
        String expected = facet.expected();
        return switch (facet.property().kind()) {
            case YES_NO -> expected.equals("true") ? "1" : "0";
            case SIZE -> program.size(Long.parseUnsignedLong(expected));
            case COUNT, EXIT_CODE, SIGNAL -> expected;
            case PROTECTION -> CText.literal(letters(expected));
            case SHARING -> "'" + expected.charAt(0) + "'";
        };
    }

    /** A protection as /proc/PID/maps has it. */
    private static String letters(String prot) {
        return (prot.contains("r") ? "r" : "-") + (prot.contains("w") ? "w" : "-") + (prot.contains("x") ? "x" : "-");
    }
}
