package io.github.mmaplab.cli.teach;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.NumberOptions;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.diagnostic.Palette;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.roster.Roster;
import io.github.mmaplab.exercise.roster.Student;
import io.github.mmaplab.scenario.model.Variant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The variants of an exercise that a command line selects: by number, or by the students who have them. */
public final class WantedVariants {
    private WantedVariants() {}

    /** The selected variants with their students. */
    public static Map<Variant, List<String>> of(Assignment assignment, Arguments arguments, Palette palette, Host host)
            throws UsageException {
        Map<Variant, List<String>> wanted = new LinkedHashMap<>();
        String number = arguments.only("variant", "name one variant");
        if (number != null) {
            if (Students.areNamed(arguments)) {
                throw new UsageException("a student has one variant", "use `--variant`, or name students");
            }
            int most = (int) Math.min(assignment.variants(), Integer.MAX_VALUE);
            wanted.put(assignment.variant(NumberOptions.of(arguments, "variant", 1, most) - 1L), List.of());
        } else if (Students.areNamed(arguments)) {
            Roster roster = Students.of(arguments, palette, host);
            Secrets.warn(assignment, host);
            for (Student student : roster.students()) {
                wanted.computeIfAbsent(assignment.variantOf(student.subject()), none -> new ArrayList<>())
                        .add(student.id());
            }
        } else if (assignment.exercise().parameters().isEmpty()) {
            wanted.put(Variant.ONLY, List.of());
        } else {
            throw new UsageException(
                    "the exercise has " + assignment.variants() + " variants, and each has its own key",
                    "choose with `--variant N`, `--student ID` or `--roster FILE`");
        }
        return wanted;
    }
}
