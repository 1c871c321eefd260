package io.github.mmaplab.cli.teach;

import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.gradebook.Classroom50;

/** Reads the variables that the runner of Classroom 50 sets for an autograder. */
public final class ClassroomVariables {
    private ClassroomVariables() {}

    /**
     * Reads them.
     *
     * @throws UsageException if one that every result needs is not set
     */
    public static Classroom50.Run read(Host host) throws UsageException {
        String commit = required("COMMIT_URL", host);
        String review = host.variable("REVIEW_URL");
        String owner = host.variable("OWNER");
        return new Classroom50.Run(
                required("CLASSROOM", host),
                required("ASSIGNMENT", host),
                required("ASSIGNMENT_TYPE", host),
                owner.isEmpty() ? required("USERNAME", host) : owner,
                required("SUBMISSION_TAG", host),
                commit,
                required("RELEASE_URL", host),
                review.isEmpty() ? commit : review);
    }

    private static String required(String name, Host host) throws UsageException {
        String value = host.variable(name);
        if (value.isEmpty()) {
            throw new UsageException(
                    "the variable " + name + " is not set",
                    "the runner of Classroom 50 sets it; run this command there");
        }
        return value;
    }
}
