package io.github.mmaplab;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The regular expressions of the house, which meet texts of any length. */
class PatternsTest {
    /** A group that is repeated without end and not possessively: the library of Java calls itself for each repetition. */
    private static final Pattern RECURSIVE = Pattern.compile("(?<!\\\\)\\)(?:[*+]|\\{\\d+,\\})(?!\\+)");

    private static final int FEWEST = 25;

    private static String tests() {
        return PatternsTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath();
    }

    private static List<Pattern> patterns() throws ReflectiveOperationException {
        List<Pattern> patterns = new ArrayList<>();
        for (var type : new ClassFileImporter()
                .withImportOption(location -> !location.contains(tests()))
                .importPackages("io.github.mmaplab")) {
            for (JavaField field : type.getFields()) {
                if (field.getModifiers().contains(JavaModifier.STATIC)
                        && field.getRawType().isEquivalentTo(Pattern.class)) {
                    Field reflected = field.reflect();
                    reflected.setAccessible(true);
                    patterns.add((Pattern) reflected.get(null));
                }
            }
        }
        return patterns;
    }

    @Test
    void no_text_is_too_long_for_the_stack() throws ReflectiveOperationException {
        List<Pattern> patterns = patterns();
        assertThat(patterns).hasSizeGreaterThan(FEWEST);
        assertThat(patterns)
                .extracting(Pattern::pattern)
                .filteredOn(pattern -> RECURSIVE.matcher(pattern).find())
                .isEmpty();
    }
}
