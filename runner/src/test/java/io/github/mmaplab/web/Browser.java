package io.github.mmaplab.web;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The Chromium of this machine, started once for each question. It has no profile, no network and no window. Tests that
 * use it are marked with {@link NeedsBrowser}.
 */
public final class Browser {
    /** The environment variable that names the browser to use. */
    static final String PATH_VARIABLE = "MMAPLAB_BROWSER";

    private static final List<String> NAMES = List.of("chromium", "chromium-headless-shell", "google-chrome");

    private static final List<String> QUIET = List.of(
            "--headless",
            // the tests may run as root, as in a container, where Chromium's sandbox can't; the pages are our own
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            "--hide-scrollbars");

    /** In virtual time, which runs as fast as the page has work: a script that never ends is given up after it. */
    private static final String BUDGET = "--virtual-time-budget=60000";

    private static final int TIMEOUT_IN_SECONDS = 120;

    /** How Chromium's PDF writer begins the object of each page; the tree of pages is of type Pages. */
    private static final Pattern PAGE_OF_PDF = Pattern.compile("/Type /Page\\b(?!s)");

    private final Path program;

    private Browser(Path program) {
        this.program = program;
    }

    /**
     * The browser of this machine: the one that the variable {@value #PATH_VARIABLE} names, else the first of
     * {@code chromium}, {@code chromium-headless-shell} and {@code google-chrome} on the path.
     */
    public static Optional<Browser> find() {
        return find(System.getenv());
    }

    static Optional<Browser> find(Map<String, String> environment) {
        String named = environment.getOrDefault(PATH_VARIABLE, "");
        Stream<Path> candidates =
                named.isEmpty() ? NAMES.stream().flatMap(name -> onPath(environment, name)) : Stream.of(Path.of(named));
        return candidates.filter(Files::isExecutable).findFirst().map(Browser::new);
    }

    private static Stream<Path> onPath(Map<String, String> environment, String name) {
        String path = environment.getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name));
    }

    /** What axe-core has against a page: rules of WCAG 2.0, 2.1 and 2.2, levels A and AA, and its best practices. */
    public List<Violation> violations(Path page, Scheme scheme) {
        return inFolder(folder -> {
            Path copy = AxePage.write(page, folder);
            return AxePage.violations(start(folder, copy, scheme.argument(), BUDGET, "--dump-dom"));
        });
    }

    /**
     * Takes a picture of the top of a page.
     *
     * @param png where it is written
     * @param width of the window, in CSS pixels
     * @param height of the window, in CSS pixels
     */
    public void screenshot(Path page, Scheme scheme, int width, int height, Path png) {
        inFolder(folder -> start(
                folder,
                page,
                scheme.argument(),
                BUDGET,
                "--window-size=" + width + "," + height,
                "--screenshot=" + png.toAbsolutePath()));
    }

    /**
     * Prints a page.
     *
     * @param pdf where it is written
     * @return how many sheets of paper it takes
     */
    public int print(Path page, Path pdf) {
        return inFolder(folder -> {
            start(folder, page, BUDGET, "--no-pdf-header-footer", "--print-to-pdf=" + pdf.toAbsolutePath());
            String text = Files.readString(pdf, StandardCharsets.ISO_8859_1);
            return (int) PAGE_OF_PDF.matcher(text).results().count();
        });
    }

    /** The document as it is when the scripts of a page have run. */
    public String dom(Path page) {
        return inFolder(folder -> start(folder, page, BUDGET, "--dump-dom"));
    }

    /** Starts it on a page, with a port of the loopback interface on which {@link Tab} speaks to it. */
    Process startWithDebugger(Path profile, Path page) throws IOException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(QUIET);
        command.addAll(List.of("--remote-debugging-port=0", "--user-data-dir=" + profile));
        command.add(page.toUri().toString());
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Whether it starts on this machine, which takes much address space: {@code ulimit -v} may forbid it. */
    boolean starts() {
        try {
            return inFolder(folder -> {
                Path page = Files.writeString(folder.resolve("page.html"), "<!DOCTYPE html><title>t</title><p>here");
                return start(folder, page, BUDGET, "--dump-dom").contains("here");
            });
        } catch (IllegalStateException | UncheckedIOException e) {
            return false;
        }
    }

    /** Starts the browser on a page and waits for its end; the result is what it printed. */
    private String start(Path folder, Path page, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(QUIET);
        command.add("--user-data-dir=" + folder.resolve("profile"));
        command.addAll(List.of(arguments));
        command.add(page.toUri().toString());
        Path output = folder.resolve("output");
        Path errors = folder.resolve("errors");
        Process process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        boolean ended = process.waitFor(TIMEOUT_IN_SECONDS, SECONDS);
        if (!ended || process.exitValue() != 0) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            String how = ended ? "exited with " + process.exitValue() : "did not end in " + TIMEOUT_IN_SECONDS + " s";
            throw new IllegalStateException(program + " " + how + ":\n" + Files.readString(errors));
        }
        return Files.readString(output);
    }

    private interface Question<T> {
        T ask(Path folder) throws IOException, InterruptedException;
    }

    private static <T> T inFolder(Question<T> question) {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("mmaplab-browser");
            return question.ask(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the browser was at work", e);
        } finally {
            if (folder != null) {
                delete(folder);
            }
        }
    }

    /** The browser's last processes may still write while we delete: what is left then is left to the system. */
    static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            folder.toFile().deleteOnExit();
        }
    }

    @Override
    public String toString() {
        return program.toString();
    }
}
