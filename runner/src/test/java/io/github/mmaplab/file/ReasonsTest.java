package io.github.mmaplab.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReasonsTest {
    @Test
    void a_file_in_the_place_of_a_folder_is_named_for_what_it_is(@TempDir Path folder) throws IOException {
        Path file = Files.createFile(folder.resolve("results"));
        IOException problem = catchThrowableOfType(IOException.class, () -> Files.createDirectories(file));
        assertThat(Reasons.of(problem)).isEqualTo("a file of that name exists");
    }
}
