package io.github.mmaplab.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.abi.FileCall;
import io.github.mmaplab.abi.FileName;
import io.github.mmaplab.abi.Flags;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.RangeCall;
import io.github.mmaplab.abi.SyncFlag;
import io.github.mmaplab.scenario.model.FileSpec;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.NewMapping;
import io.github.mmaplab.scenario.model.ProcessSpec;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.SplittableRandom;

/** Plays the steps of a scenario that are about files in a real folder, and lets some of it reach the disk in between. */
final class Ext4Player implements AutoCloseable {
    /** A program that maps files for as long as it runs: each line that it reads is a command, which it answers with a line. */
    static final String PROGRAM = """
            #define _GNU_SOURCE
            #include <fcntl.h>
            #include <stdio.h>
            #include <string.h>
            #include <sys/mman.h>
            #include <unistd.h>
            static struct { char name[64]; char *at; } all[16];
            static char *find(const char *name) {
                for (int i = 0; i < 16; i++) {
                    if (!strcmp(all[i].name, name)) {
                        return all[i].at;
                    }
                }
                return NULL;
            }
            int main(void) {
                char line[4096], verb[16], name[1024];
                long from, count;
                int used = 0, ok, skip;
                while (fgets(line, sizeof line, stdin)
                       && sscanf(line, "%15s %1023s %ld %ld %n", verb, name, &from, &count, &skip) >= 4) {
                    char *text = line + skip;
                    text[strcspn(text, "\\n")] = 0;
                    if (!strcmp(verb, "map")) {
                        int fd = open(text, O_RDWR);
                        strcpy(all[used].name, name);
                        all[used].at = mmap(NULL, count, PROT_READ | PROT_WRITE, MAP_SHARED, fd, from);
                        ok = fd >= 0 && all[used++].at != MAP_FAILED;
                        close(fd);
                    } else if (!strcmp(verb, "store")) {
                        ok = !!memcpy(find(name) + from, text, count);
                    } else if (!strcmp(verb, "msync")) {
                        ok = !msync(find(name) + from, count, MS_SYNC);
                    } else {
                        int fd = open(name, O_RDWR);
                        ok = !sync_file_range(fd, from, count, SYNC_FILE_RANGE_WAIT_BEFORE | SYNC_FILE_RANGE_WRITE
                                              | SYNC_FILE_RANGE_WAIT_AFTER);
                        close(fd);
                    }
                    puts(ok ? "ok" : "failed");
                    fflush(stdout);
                }
                return 0;
            }
            """;

    private final Path folder;
    private final SplittableRandom random;
    private final Process helper;
    private final BufferedReader answers;

    /**
     * A player.
     *
     * @param program the compiled {@link #PROGRAM}
     */
    Ext4Player(Path folder, Path program, long seed) throws IOException {
        this.folder = folder;
        this.random = new SplittableRandom(seed);
        this.helper = new ProcessBuilder(program.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        this.answers = helper.inputReader();
    }

    private void ask(String verb, String name, long from, long count, String text) throws IOException {
        String line = verb + " " + name + " " + from + " " + count + " " + text + "\n";
        helper.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
        helper.getOutputStream().flush();
        assertThat(answers.readLine()).as(line).isEqualTo("ok");
    }

    @Override
    public void close() throws IOException {
        helper.getOutputStream().close();
        try {
            helper.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether a scenario can be played so. */
    static boolean plays(Scenario scenario) {
        return scenario.steps().stream()
                .allMatch(step -> step instanceof Step.Write
                        || step instanceof Step.Expect
                        || step instanceof Step.Crash
                        || step instanceof Step.SyncFolder
                        || step instanceof Step.OnFile
                        || (step instanceof Step.OnRange onRange && onRange.call() == RangeCall.MSYNC));
    }

    /** What there is at the beginning. */
    void begin(Scenario scenario) throws IOException {
        for (FileSpec file : scenario.files()) {
            try (FileChannel channel = FileChannel.open(
                    folder.resolve(file.name()), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                for (FileSpec.Piece piece : file.pieces()) {
                    channel.write(ByteBuffer.wrap(Words.data(piece.content()).bytes()), piece.offset());
                }
            }
            Ext4.run("truncate", "-s", Long.toString(file.size()), path(file.name()));
        }
        for (ProcessSpec process : scenario.processes()) {
            for (NewMapping mapping : process.mappings()) {
                Path file = folder.resolve(mapping.mapping().file().orElseThrow());
                ask("map", process.name() + "." + mapping.name(), 0, pages(Files.size(file)), file.toString());
            }
        }
    }

    private static long pages(long bytes) {
        return PageSize.FOUR_K.ceil(bytes);
    }

    /** Plays a step. */
    void play(Step step) throws IOException {
        if (step instanceof Step.Write write) {
            for (Step.Write.Target target : write.targets()) {
                write(
                        target.location(),
                        Words.data(target.content().orElseThrow()).bytes());
            }
        } else if (step instanceof Step.OnRange msync) {
            for (Step.OnRange.Target target : msync.targets()) {
                msync(target);
            }
        } else if (step instanceof Step.OnFile onFile) {
            for (Step.OnFile.Target target : onFile.targets()) {
                onFile(onFile.call(), target);
            }
        } else if (step instanceof Step.SyncFolder) {
            sync(folder);
        }
    }

    private void write(Location location, byte[] bytes) throws IOException {
        if (location instanceof Location.InMemory memory) {
            String text = new String(bytes, StandardCharsets.US_ASCII);
            ask("store", memory.process() + "." + memory.mapping(), memory.offset(), bytes.length, text);
            return;
        }
        Location.InFile file = (Location.InFile) location;
        try (FileChannel channel = FileChannel.open(folder.resolve(file.file()), StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes), file.offset());
        }
    }

    private void msync(Step.OnRange.Target target) throws IOException {
        Location.InMemory from = target.range().from();
        if (((Flags) target.argument()).contains(SyncFlag.SYNC)) {
            long length = target.range().length().orElse(PageSize.FOUR_K.bytes());
            ask("msync", from.process() + "." + from.mapping(), from.offset(), pages(length), "");
        }
    }

    private void onFile(FileCall call, Step.OnFile.Target target) throws IOException {
        Path file = folder.resolve(target.at().file());
        switch (call) {
            case TRUNCATE ->
                Ext4.run("truncate", "-s", Long.toString(target.length().orElseThrow()), file.toString());
            case PUNCH ->
                Ext4.run(
                        "fallocate",
                        "--punch-hole",
                        "-o",
                        Long.toString(target.at().offset()),
                        "-l",
                        Long.toString(target.length().orElseThrow()),
                        file.toString());
            case ALLOCATE ->
                Ext4.run(
                        "fallocate",
                        "-o",
                        Long.toString(target.at().offset()),
                        "-l",
                        Long.toString(target.length().orElseThrow()),
                        file.toString());
            case UNLINK -> Files.delete(file);
            case CREATE -> Files.createFile(file);
            case SYNC -> sync(file);
            case RENAME -> Files.move(file, other(target), StandardCopyOption.ATOMIC_MOVE);
            case LINK -> Files.createLink(other(target), file);
            case SEAL -> throw new IllegalArgumentException("a file on a disk has no seals");
        }
    }

    private Path other(Step.OnFile.Target target) {
        return folder.resolve(((FileName) target.argument()).written());
    }

    private static void sync(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    /** Lets some of what is in memory reach the disk, as the kernel may at any time. */
    void writeSomething(List<String> names) throws IOException {
        for (int i = random.nextInt(4); i > 0; i--) {
            Path file = folder.resolve(names.get(random.nextInt(names.size())));
            if (random.nextInt(4) == 0) {
                Path other = folder.resolve("lost+found");
                Files.setLastModifiedTime(other, Files.getLastModifiedTime(other));
                sync(other);
            } else if (Files.exists(file)) {
                long page = random.nextInt(3) * 4096L;
                ask("range", file.toString(), page, 4096, "");
            }
        }
    }
}
