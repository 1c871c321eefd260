package io.github.mmaplab.browser.regex;

import java.util.Set;
import org.teavm.extension.spi.substitution.SubstitutionPolicy;
import org.teavm.extension.spi.substitution.SubstitutionSink;

/** Makes TeaVM take {@link Pattern} and {@link Matcher} for those of {@code java.util.regex}. */
public final class OfTheBrowser implements SubstitutionPolicy {

    private static final Set<String> CLASSES = Set.of("java.util.regex.Pattern", "java.util.regex.Matcher");

    @Override
    public void contribute(SubstitutionSink sink) {
        sink.selectClasses(CLASSES::contains).replacePackage("java.util.regex", "io.github.mmaplab.browser.regex");
    }
}
