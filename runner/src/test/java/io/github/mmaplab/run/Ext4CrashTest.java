package io.github.mmaplab.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.abi.CrashModel;
import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.NameId;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.file.InputFiles;
import io.github.mmaplab.kernel.disk.History;
import io.github.mmaplab.kernel.disk.LeftDisk;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.kernel.memory.FileBytes;
import io.github.mmaplab.kernel.memory.FileState;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import io.github.mmaplab.tool.NeedsTool;
import io.github.mmaplab.tool.Tool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a real ext4 leaves after a crash is a disk that the model allows. The steps are played in a file system in an image;
 * now and then some pages, or the journal, are made to reach the disk. The image is copied at the moment of the crash, and the
 * copy is mounted, which replays its journal.
 */
@NeedsTool(Tool.EXT4)
final class Ext4CrashTest {
    /** How often each scenario of the library crashes, and how many random ones do; {@code -Dext4.crashes=500} tries more. */
    private static final int CRASHES = Integer.getInteger("ext4.crashes", 6);

    @TempDir
    Path folder;

    /** What was seen in all crashes of a scenario, of how many disks that the model allows. */
    private record Seen(Set<Map<String, List<Byte>>> disks, int allowed) {}

    private Path program() throws IOException {
        Path source = folder.resolve("player.c");
        Files.writeString(source, Ext4Player.PROGRAM);
        Path program = folder.resolve("player");
        Ext4.run("cc", "-o", program.toString(), source.toString());
        return program;
    }

    @Test
    void the_library() throws IOException {
        Path program = program();
        int seen = 0;
        int allowed = 0;
        for (Scenario scenario : library()) {
            Seen disks = crashes(scenario, program, CRASHES);
            seen += disks.disks().size();
            allowed += disks.allowed();
        }
        report("the library", seen, allowed);
        assertThat(seen).isGreaterThan(library().size());
    }

    @Test
    void random_scenarios() throws IOException {
        Path program = program();
        SplittableRandom random = new SplittableRandom(41);
        int seen = 0;
        int allowed = 0;
        for (int i = 0; i < CRASHES * 4; i++) {
            Seen disks = crashes(random(random), program, 3);
            seen += disks.disks().size();
            allowed += disks.allowed();
        }
        report("random scenarios", seen, allowed);
        assertThat(seen).isPositive();
    }

    private static void report(String what, int seen, int allowed) {
        System.err.println("crashes of a real ext4 in " + what + " left " + seen + " different disks of " + allowed
                + " that the model allows");
    }

    private static List<Scenario> library() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("../scenarios/crash"))) {
            return files.filter(file -> file.toString().endsWith(".scenario.yaml"))
                    .sorted()
                    .flatMap(file -> InputFiles.scenarios(file, file.toString()).scenarios().stream())
                    .filter(scenario -> scenario.crash() == CrashModel.EXT4_ORDERED
                            && !scenario.isConcurrent()
                            && scenario.files().stream().allMatch(file -> file.kind() == FileKind.REGULAR)
                            && Ext4Player.plays(scenario))
                    .toList();
        }
    }

    /** Plays a scenario up to its first crash, several times. */
    private Seen crashes(Scenario scenario, Path program, int times) throws IOException {
        int steps = 0;
        while (!(scenario.steps().get(steps) instanceof Step.Crash)) {
            steps++;
        }
        Set<Map<String, List<Byte>>> allowed = allowed(scenario, steps);
        Set<Map<String, List<Byte>>> seen = new HashSet<>();
        List<String> names = List.copyOf(FileNumbers.of(scenario).names().keySet());
        for (int i = 0; i < times; i++) {
            String name = "fs" + scenario.title().hashCode() + "-" + i;
            try (Ext4 ext4 = Ext4.make(folder, name);
                    Ext4Player player = new Ext4Player(ext4.folder(), program, i)) {
                player.begin(scenario);
                ext4.sync();
                for (Step step : scenario.steps().subList(0, steps)) {
                    player.play(step);
                    if (i > 0) {
                        player.writeSomething(names);
                    }
                }
                Map<String, List<Byte>> left = ext4.afterACrash(folder, name + "-left");
                assertThat(allowed.contains(left))
                        .as(() -> scenario.span().source().text() + "\nleft: " + shown(left) + "\nallowed:\n"
                                + String.join(
                                        "\n",
                                        allowed.stream()
                                                .map(Ext4CrashTest::shown)
                                                .toList()))
                        .isTrue();
                seen.add(left);
            }
        }
        return new Seen(seen, allowed.size());
    }

    private static String shown(Map<String, List<Byte>> disk) {
        StringBuilder text = new StringBuilder();
        disk.forEach((name, bytes) -> {
            text.append(name).append('[').append(bytes.size()).append("]:");
            for (int page = 0; page < bytes.size(); page += 4096) {
                text.append(" '");
                for (int i = page; i < Math.min(page + 16, bytes.size()); i++) {
                    text.append(bytes.get(i) == 0 ? '.' : (char) (byte) bytes.get(i));
                }
                text.append('\'');
            }
            text.append("; ");
        });
        return text.toString();
    }

    /** The disks that the model allows after some steps. */
    private static Set<Map<String, List<Byte>>> allowed(Scenario scenario, int steps) {
        List<Machine> machines =
                ScenarioRunner.record(Orders.first(scenario), steps, List.of()).machines();
        Machine machine = machines.get(machines.size() - 1);
        History history = Objects.requireNonNull(machine.history());
        Map<NameId, String> names = new TreeMap<>();
        FileNumbers.of(scenario).names().forEach((name, id) -> names.put(id, name));
        Set<Map<String, List<Byte>>> disks = new HashSet<>();
        for (LeftDisk disk : history.disks(machine.files()).orElseThrow()) {
            Map<String, List<Byte>> files = new TreeMap<>();
            disk.names()
                    .forEach((name, file) -> files.put(
                            names.get(name),
                            bytes(Objects.requireNonNull(disk.files().get(file)).disk())));
            disks.add(files);
        }
        return disks;
    }

    private static List<Byte> bytes(FileState.Disk disk) {
        return Ext4.bytes(new FileBytes<>(PageSize.FOUR_K, disk.size(), disk.pages(), page -> page)
                .read(0, (int) disk.size())
                .bytes());
    }

    /** Steps on two files and their names, by chance. */
    private static Scenario random(SplittableRandom random) {
        StringBuilder text = new StringBuilder("""
                scenario: random
                files: { f: { pages: [AAAA, BBBB], size: 5000 }, g: { text: gggg } }
                processes:
                  alice: { p: { file: f, sharing: shared } }
                steps:
                """);
        List<String> names = new ArrayList<>(List.of("f", "g"));
        int made = 0;
        char next = 'a';
        for (int i = 3 + random.nextInt(5); i > 0; i--) {
            String name = names.get(random.nextInt(names.size()));
            String content = ("" + next++).repeat(4);
            switch (random.nextInt(11)) {
                case 0, 1 ->
                    text.append("  - write: { " + name + "+" + random.nextInt(3) * 2500 + ": " + content + " }\n");
                case 2 -> text.append("  - write: { " + name + "+" + random.nextInt(9000) + ": " + content + " }\n");
                case 3, 4 -> text.append("  - write: { alice.p+" + random.nextInt(4900) + ": " + content + " }\n");
                case 5 -> text.append("  - truncate: { f: " + (4990 + random.nextInt(5000)) + " }\n");
                case 6 ->
                    text.append("  - truncate: { " + (name.equals("f") ? "g" : name) + ": " + random.nextInt(9000)
                            + " }\n");
                case 7 -> text.append("  - sync: " + name + "\n");
                case 8 -> text.append("  - msync: { alice.p: 1 page }\n");
                case 9 -> {
                    String fresh = "n" + made++;
                    text.append("  - create: " + fresh + "\n");
                    names.add(fresh);
                }
                default -> {
                    String other = names.get(random.nextInt(names.size()));
                    if (!name.equals(other) && !name.equals("g") && !name.equals("f")) {
                        text.append("  - rename: { " + name + ": " + other + " }\n");
                        names.remove(name);
                        if (other.equals("f")) {
                            names.remove("f");
                        }
                    } else {
                        text.append("  - sync: folder\n");
                    }
                }
            }
        }
        text.append("  - crash: machine\nexpect: { alice: { alive: false } }\n");
        var read = ScenarioReader.read("random.scenario.yaml", text.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(read.diagnostics()).as(text.toString()).isEmpty();
        return read.scenarios().get(0);
    }
}
