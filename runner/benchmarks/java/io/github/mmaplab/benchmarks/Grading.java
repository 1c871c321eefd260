package io.github.mmaplab.benchmarks;

import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.answer.ReplyText;
import io.github.mmaplab.cli.Program;
import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Host;
import io.github.mmaplab.cli.host.Output;
import io.github.mmaplab.exercise.Assignment;
import io.github.mmaplab.exercise.VariantSecret;
import io.github.mmaplab.file.InputFiles;
import io.github.mmaplab.mistake.Misconception;
import io.github.mmaplab.run.result.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** Grading a class, against reading the same files with SnakeYAML alone; both with as many threads, in turns. */
public final class Grading {
    private static final int ROUNDS = 7;
    private static final int WARM_UP = 2;

    private Grading() {}

    /** Takes the number of students, 10,000 unless given; {@code once N} grades so many once, to see the memory it takes. */
    public static void main(String[] args) throws IOException {
        boolean once = args.length == 2;
        int students = args.length == 0 ? 10_000 : Integer.parseInt(args[args.length - 1]);
        Path folder = Files.createTempDirectory("mmaplab-grading");
        try {
            Path exercise = Files.copy(
                    Path.of(System.getProperty("benchmarks.folder"), "six-questions.exercise.yaml"),
                    folder.resolve("six-questions.exercise.yaml"));
            Path handedIn = Files.createDirectory(folder.resolve("handed-in"));
            handIn(exercise, handedIn, students);
            if (once) {
                long begun = System.nanoTime();
                grade(folder);
                System.out.printf(
                        "%d students: %.1f s, most heap in use %d MiB%n",
                        students, (System.nanoTime() - begun) / 1e9, peak() >> 20);
            } else {
                compare(folder, handedIn, students);
            }
        } finally {
            remove(folder);
        }
    }

    /** A third right, the others as mistaken kernels answer. */
    private static void handIn(Path exercise, Path folder, int students) throws IOException {
        Assignment assignment = Assignment.of(
                exercise.getFileName().toString(), InputFiles.exercise(exercise, "exercise"), VariantSecret.NONE);
        Misconception[] all = Misconception.values();
        for (int i = 0; i < students; i++) {
            String id = "s" + i;
            AnswerKey key = assignment.key(assignment.variantOf(id));
            Map<String, Reply> replies = i % 3 == 0 ? key.truth() : key.under(all[i % all.length]);
            StringBuilder text = new StringBuilder("exercise: six-questions\nstudent: " + id + "\nvariant: "
                    + assignment.codeOf(key.variant()) + "\nanswers:\n");
            replies.forEach((question, reply) -> text.append("  ")
                    .append(question)
                    .append(": ")
                    .append(reply instanceof Reply.None ? "" : ReplyText.of(reply))
                    .append('\n'));
            Files.writeString(folder.resolve(id + ".prediction.yaml"), text);
        }
    }

    private static void compare(Path folder, Path handedIn, int students) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(handedIn)) {
            files = found.sorted().toList();
        }
        List<Double> ratios = new ArrayList<>();
        List<Double> processor = new ArrayList<>();
        double[] grading = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            Cost graded = Cost.of(() -> grade(folder));
            Cost read = Cost.of(() -> files.parallelStream().forEach(Grading::read));
            if (round >= 0) {
                grading[round] = graded.wall();
                ratios.add(graded.wall() / read.wall());
                processor.add(graded.processor() / read.processor());
            }
        }
        ratios.sort(Comparator.naturalOrder());
        processor.sort(Comparator.naturalOrder());
        Arrays.sort(grading);
        System.out.printf(
                "%n%d students, six questions, %d threads%n",
                students, Runtime.getRuntime().availableProcessors());
        System.out.printf(
                "%6.2f  grading / Yaml.load of the same files, aim: at most 1.5 (from %.2f to %.2f)%n",
                ratios.get(ROUNDS / 2), ratios.get(0), ratios.get(ROUNDS - 1));
        System.out.printf(
                "%6.2f  the same in processor time (from %.2f to %.2f)%n",
                processor.get(ROUNDS / 2), processor.get(0), processor.get(ROUNDS - 1));
        System.out.printf("%6.0f  students a second%n", students / grading[ROUNDS / 2]);
    }

    /** What something takes, in seconds. */
    private record Cost(double wall, double processor) {
        static Cost of(Runnable work) {
            long processor = processorTime();
            long begun = System.nanoTime();
            work.run();
            return new Cost((System.nanoTime() - begun) / 1e9, (processorTime() - processor) / 1e9);
        }

        private static long processorTime() {
            return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                    .getProcessCpuTime();
        }
    }

    private static void read(Path file) {
        try {
            if (new Yaml().load(Files.readString(file)) == null) {
                throw new IllegalStateException("an empty prediction");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void grade(Path folder) {
        Host host = new Host(
                new Output(OutputStream.nullOutputStream()),
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                Map.of(),
                false,
                false,
                folder,
                System::nanoTime,
                () -> {
                    throw new UsageException("no kernel is asked for");
                });
        int code = new Program(host).run("grade", "six-questions.exercise.yaml", "handed-in", "--out", "out");
        if (code != 0) {
            throw new IllegalStateException("exit code " + code);
        }
    }

    private static long peak() {
        long peak = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            peak += pool.getType() == MemoryType.HEAP ? pool.getPeakUsage().getUsed() : 0;
        }
        return peak;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
