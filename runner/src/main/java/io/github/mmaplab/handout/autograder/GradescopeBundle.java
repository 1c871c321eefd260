package io.github.mmaplab.handout.autograder;

import io.github.mmaplab.handout.Bundle;
import java.nio.file.Path;
import java.util.Optional;

/** The archive that Gradescope accepts as an autograder, with its two scripts at the root. */
public final class GradescopeBundle {
    private GradescopeBundle() {}

    /**
     * The archive.
     *
     * @param roster the groups of students
     * @param noResults the {@code results.json} if there is no other
     */
    public static Bundle of(BundleContents contents, Optional<Path> roster, String noResults) {
        Bundle bundle = new Bundle();
        bundle.script("setup.sh", Template.of("setup.sh"));
        bundle.script(
                "run_autograder",
                Template.of(
                        "run_autograder",
                        BundleContents.PLACE,
                        contents.fileName(),
                        "@ROSTER@",
                        RosterFile.option(roster)));
        bundle.text("no-results.json", noResults);
        contents.addTo(bundle, "");
        RosterFile.addTo(bundle, "", roster);
        return bundle;
    }
}
