package io.github.mmaplab.export;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines of TAP that say how a check came out.
 *
 * @param lines {@code ok 1 - what}, with what is skipped as ok, and no reason
 */
record Tap(List<String> lines) {

    /** What a program has written. */
    static Tap of(String text) {
        List<String> lines = new ArrayList<>();
        text.lines()
                .filter(line -> line.startsWith("ok ") || line.startsWith("not ok "))
                .forEach(line -> lines.add(line.replaceAll(" # SKIP .*", "")));
        return new Tap(lines);
    }

    /** What a program writes when all is as expected. */
    static Tap allOk(Export.Program program) {
        return withFailure(program, -1);
    }

    /** What a program writes when one check fails, counted from 0. */
    static Tap withFailure(Export.Program program, int failing) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < program.checks().size(); i++) {
            String what = program.checks().get(i).description();
            lines.add((i == failing ? "not ok " : "ok ") + (i + 1) + " - " + what);
        }
        return new Tap(lines);
    }
}
