package io.github.mmaplab.export;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of the scenario as identifiers of C. None is used by C itself, its headers or our functions. */
final class CNames {

    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");

    /** The identifiers that C and POSIX reserve and that a name of a scenario can look like. */
    private static final Pattern RESERVED = Pattern.compile(
            "(si|sa|st|sys|pw|gr|tm|tv|it|d|f|l|s6|sin|sun|un|uc|rlim|ru"
                    + "|posix|pthread|sched|sem|shm|mq|aio|timer|clock|mem|str|wcs|is|to|va|stdc|linux|unix)_.*|_.*|.*_t|E[0-9A-Z].*");

    private static final Set<String> KEYWORDS = Set.of(
            "auto",
            "break",
            "case",
            "char",
            "const",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extern",
            "float",
            "for",
            "goto",
            "if",
            "inline",
            "int",
            "long",
            "register",
            "restrict",
            "return",
            "short",
            "signed",
            "sizeof",
            "static",
            "struct",
            "switch",
            "typedef",
            "union",
            "unsigned",
            "void",
            "volatile",
            "while",
            "main",
            "play",
            "stdin",
            "stdout",
            "stderr",
            "environ",
            "errno",
            "Outside",
            "PROCESSES",
            "NULL",
            "assert",
            "unix",
            "linux");

    private final Set<String> taken = new HashSet<>(KEYWORDS);
    private final Map<String, String> given = new HashMap<>();

    CNames() {
        Matcher words = WORD.matcher(Parts.all());
        while (words.find()) {
            taken.add(words.group());
        }
    }

    /** The enumerator for a process: {@code Alice}. */
    String process(String process) {
        return name("process " + process, CText.capitalized(process));
    }

    /** The variable for a mapping of a process: {@code alice_p}. */
    String mapping(String process, String mapping) {
        return name("mapping " + process + "." + mapping, process + "_" + mapping);
    }

    /** The variable for a file descriptor, of which every process has its own copy: {@code fd_log}. */
    String descriptor(String descriptor) {
        return name("descriptor " + descriptor, "fd_" + descriptor);
    }

    /** The variable for a register, of which every process has its own copy: {@code carried_r}. */
    String register(String register) {
        return name("register " + register, "carried_" + register);
    }

    /** The variable for a file: {@code data_txt}. */
    String file(String file) {
        return name("file " + file, file.replaceAll("[^A-Za-z0-9_]", "_"));
    }

    private String name(String key, String wish) {
        String known = given.get(key);
        if (known != null) {
            return known;
        }
        String name = RESERVED.matcher(wish).matches() ? "the_" + wish : wish;
        String base = name;
        for (int i = 2; !taken.add(name); i++) {
            name = base + "_" + i;
        }
        given.put(key, name);
        return name;
    }
}
