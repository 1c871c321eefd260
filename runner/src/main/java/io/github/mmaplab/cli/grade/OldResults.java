package io.github.mmaplab.cli.grade;

import io.github.mmaplab.cli.arguments.Arguments;
import io.github.mmaplab.cli.arguments.Syntax;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.ExitCode;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.host.Version;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.grade.Policy;
import io.github.mmaplab.exercise.results.ResultsHead;
import io.github.mmaplab.exercise.results.ResultsReader;
import io.github.mmaplab.file.ExclusiveFile;
import io.github.mmaplab.file.Reasons;
import io.github.mmaplab.grading.ClassFiles;
import io.github.mmaplab.grading.Regrading;
import io.github.mmaplab.grading.VariantsOnRecord;
import io.github.mmaplab.json.JsonException;
import io.github.mmaplab.scenario.model.Feedback;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The results of a class, which are graded again. */
public final class OldResults {
    private final Path path;
    private final String written;
    private final ResultsHead head;

    private OldResults(Path path, String written, ResultsHead head) {
        this.path = path;
        this.written = written;
        this.head = head;
    }

    /** Adds the options. */
    public static Syntax addTo(Syntax syntax) {
        return Outputs.addTo(syntax);
    }

    /**
     * Reads what holds for the whole class.
     *
     * @param written the path as the user wrote it
     * @throws UsageException if it is no file of results
     */
    public static OldResults open(String written, Host host) throws UsageException {
        try {
            Path path = host.resolve(written);
            return new OldResults(path, written, ResultsReader.head(path, written));
        } catch (JsonException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UsageException("`" + written + "` can't be read: " + Reasons.of(e));
        }
    }

    /** The exercise file, as it was named when it was graded. */
    public String exercise() {
        return head.file();
    }

    /**
     * Grades the class again.
     *
     * @param file the exercise file as it is named now
     * @throws UsageException if the exercise is another one, or variants would be others
     */
    public ExitCode regrade(Assignment assignment, String file, Arguments arguments, Host host) throws UsageException {
        if (!assignment.id().equals(head.exercise())) {
            throw new UsageException("`" + written + "` has the results of the exercise `" + head.exercise()
                    + "`, not of `" + assignment.id() + "`");
        }
        if (!assignment.secret().fingerprint().equals(head.secret())) {
            throw new UsageException(
                    "the variant secret is not the one that the class was graded with: every student would have another variant",
                    "name the same secret with `--secret FILE`");
        }
        try {
            return regrade(assignment, file, GradeOptions.policy(head.policies()), arguments, host);
        } catch (JsonException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UsageException("the results can't be read or written: " + Reasons.of(e));
        }
    }

    private ExitCode regrade(Assignment assignment, String file, Policy policy, Arguments arguments, Host host)
            throws UsageException, IOException {
        Optional<String> lost = VariantsOnRecord.lost(path, written, assignment);
        if (lost.isPresent()) {
            throw new UsageException(
                    "the exercise no longer has the variants of these students: " + lost.get(),
                    "restore the parameters and values that `vary` had; you can keep new values");
        }
        if (head.sha256().equals(assignment.hash())) {
            host.err().println("note: the exercise has not changed since the class was graded");
        }
        Feedback level = assignment.exercise().grading().feedback();
        ClassFiles files = Outputs.of(arguments, assignment, file, level, Outputs.minimum(arguments), host);
        ExclusiveFile lock = Outputs.lock(files, arguments);
        try (lock) {
            Regrading.run(
                    path,
                    written,
                    assignment,
                    ResultsHead.of(Version.number(), file, assignment, head.policies()),
                    policy,
                    arguments.has("keep-better"),
                    files,
                    host.out()::println);
        }
        return ExitCode.PASSED;
    }
}
