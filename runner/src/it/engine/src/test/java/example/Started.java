package example;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Writes down each test that is started, each time that it is. */
public final class Started implements TestExecutionListener {
    @Override
    public void executionStarted(TestIdentifier test) {
        String file = System.getProperty("started");
        if (test.isTest() && file != null) {
            try {
                Files.write(Path.of(file), List.of(test.getDisplayName()), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
