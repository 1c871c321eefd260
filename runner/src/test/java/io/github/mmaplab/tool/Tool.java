package io.github.mmaplab.tool;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** A program that tests use where it is installed. */
public enum Tool {
    /** The shell fish. */
    FISH("fish", "install Debian's package fish"),
    /** The shell zsh. */
    ZSH("zsh", "install Debian's package zsh"),
    /** A formatter of manual pages with a strict eye. */
    MANDOC("mandoc", "install Debian's package mandoc"),
    /** The formatter that man(1) uses. */
    GROFF("groff", "install Debian's package groff-base"),
    /** The harness of Perl, which reads TAP. */
    PROVE("prove", "install Debian's package perl"),
    /** What installs Debian's packages. */
    DPKG("dpkg", "use Debian, or install its package dpkg"),
    /** What makes a page of a drawing in TikZ. */
    LATEX("pdflatex", "install Debian's packages texlive-latex-base and texlive-pictures"),
    /** What draws graphs. */
    GRAPHVIZ("dot", "install Debian's package graphviz"),
    /** What runs JavaScript without a browser. */
    NODE("node", "install Debian's package nodejs"),
    /** The language server of the npm registry, which editors ask about YAML. */
    LANGUAGE_SERVER("node", "run runner/src/test/editor/install, which needs Node.js and npm") {
        @Override
        boolean isIn(Map<String, String> environment) {
            return super.isIn(environment) && Files.exists(SERVER);
        }
    },
    /** What makes a file system of type ext4, and may mount it: a superuser with a loop device. */
    EXT4("mkfs.ext4", "run the tests as root on a machine with loop devices, e2fsprogs, util-linux and a C compiler") {
        @Override
        boolean isIn(Map<String, String> environment) {
            return super.isIn(environment)
                    && "root".equals(System.getProperty("user.name"))
                    && Files.isWritable(Path.of("/dev/loop-control"));
        }
    },
    /** Packages of the npm registry that judge our reports. */
    REPORT_JUDGES("node", "run runner/src/test/validators/install, which needs Node.js and npm") {
        @Override
        boolean isIn(Map<String, String> environment) {
            return super.isIn(environment) && Files.isDirectory(JUDGES);
        }
    };

    /** Where {@code runner/src/test/validators/install} puts them. */
    public static final Path JUDGES = Path.of("target/validators/node_modules");

    /** The program that Node.js runs; {@code runner/src/test/editor/install} puts it there. */
    public static final Path SERVER =
            Path.of("target/editor/node_modules/yaml-language-server/bin/yaml-language-server");

    private final String program;
    private final String advice;

    Tool(String program, String advice) {
        this.program = program;
        this.advice = advice;
    }

    boolean isIn(Map<String, String> environment) {
        String path = environment.getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** How to get it. */
    String advice() {
        return advice;
    }
}
