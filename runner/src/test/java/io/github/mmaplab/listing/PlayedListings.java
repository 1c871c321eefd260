package io.github.mmaplab.listing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.export.CCompiler;
import io.github.mmaplab.scenario.model.FileMode;
import io.github.mmaplab.scenario.model.FileSpec;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compiles listings into one program and plays them on this machine's kernel, each in a folder of its own. */
final class PlayedListings {
    private static final Pattern PLAYED = Pattern.compile("\005(\\w+)\006([^\005]*)");

    private PlayedListings() {}

    /** What the lines of each listing have done, by the name of the listing. */
    static Map<String, Map<Integer, PlayedListing.Result>> play(List<PlayedListing> listings, Path folder) {
        CCompiler compiler = new CCompiler(folder);
        StringBuilder program = new StringBuilder(stage());
        listings.forEach(each -> program.append(each.function()));
        program.append("int main(void)\n{\n");
        listings.forEach(each -> program.append(each.call()));
        CCompiler.Ended compiled = compiler.compile("listings", program + "}\n");
        assertThat(compiled.code()).as(compiled.out()).isZero();
        listings.forEach(each -> files(each, folder));
        String output = compiler.play("listings").out();
        Map<String, Map<Integer, PlayedListing.Result>> results = new LinkedHashMap<>();
        for (Matcher each = PLAYED.matcher(output); each.find(); ) {
            results.put(each.group(1), PlayedListing.results(each.group(2)));
        }
        return results;
    }

    private static String stage() {
        try (var in = PlayedListings.class.getResourceAsStream("/listing/stage.c")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void files(PlayedListing listing, Path folder) {
        try {
            Path own = Files.createDirectory(folder.resolve(listing.name()));
            for (FileSpec spec : listing.scenario().files()) {
                Path path = own.resolve(spec.name());
                try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
                    file.setLength(spec.size());
                    for (FileSpec.Piece piece : spec.pieces()) {
                        file.seek(piece.offset());
                        file.write(
                                piece.content().bytes(0, (int) piece.content().length()));
                    }
                }
                Files.setPosixFilePermissions(
                        path,
                        PosixFilePermissions.fromString(spec.mode() == FileMode.READ_ONLY ? "r--r--r--" : "rw-rw-rw-"));
            }
            Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rwxrwxrwx"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
