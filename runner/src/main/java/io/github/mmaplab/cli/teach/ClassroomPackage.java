package io.github.mmaplab.cli.teach;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.handout.Bundle;
import io.github.mmaplab.handout.autograder.BundleContents;
import io.github.mmaplab.handout.autograder.Classroom50Bundle;
import java.util.regex.Pattern;

/**
 * An exercise as an assignment of Classroom 50, and the instructions for it.
 *
 * @param assignment the name of the assignment there
 * @param organization the organization of the classroom
 */
public record ClassroomPackage(String assignment, String organization) {
    /** The option that names the assignment. */
    public static final String ASSIGNMENT = "assignment";

    /** The option that names the organization. */
    public static final String ORGANIZATION = "organization";

    /** The names that Classroom 50 accepts. */
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{1,38}");

    private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9-]{1,39}");

    /**
     * The package that options specify.
     *
     * @param exercise the name of the exercise, which is the default name of the assignment
     */
    public static ClassroomPackage of(Arguments arguments, String exercise) throws UsageException {
        String named = arguments.only(ASSIGNMENT, "an assignment has one name");
        String assignment = named == null ? exercise : named;
        if (!SLUG.matcher(assignment).matches()) {
            throw new UsageException(
                    "`" + assignment + "` is not a valid name for an assignment of Classroom 50",
                    "write `--assignment NAME`: 2 to 39 lower-case letters, digits and hyphens");
        }
        String organization = arguments.only(ORGANIZATION, "a classroom is in one organization");
        if (organization == null || !LOGIN.matcher(organization).matches()) {
            throw new UsageException(
                    organization == null
                            ? "`classroom50` needs the organization of the classroom"
                            : "`" + organization + "` is not the name of an organization on GitHub",
                    "write `--organization NAME`");
        }
        return new ClassroomPackage(assignment, organization);
    }

    /** The archive. */
    public Bundle bundle(BundleContents contents) {
        return Classroom50Bundle.of(
                String.valueOf(contents.exercise().getFileName()), assignment, organization, contents.program());
    }

    /** Prints which secrets are needed, and where the runner is to pass them on. */
    public void sayWhatIsSecret(String file, boolean drawn, Host host) {
        String secret = Classroom50Bundle.secret(assignment);
        host.out().println("""
                the autograder is public, so store the exercise as a secret of the organization, in base64:
                  base64 < %s | gh secret set %s --org %s --visibility all""".formatted(file, secret, organization));
        if (drawn) {
            host.out()
                    .println("and its variant secret:\n  gh secret set MMAPLAB_SECRET --org " + organization
                            + " --visibility all < SECRET");
        }
        host.out().println("""
                in .github/workflows/autograde-runner.yaml of %s/classroom50, add to `env` of the job `grade`:
                  %s: ${{ secrets.%s }}""".formatted(organization, secret, secret));
        if (drawn) {
            host.out().println("  MMAPLAB_SECRET: ${{ secrets.MMAPLAB_SECRET }}");
        }
    }
}
