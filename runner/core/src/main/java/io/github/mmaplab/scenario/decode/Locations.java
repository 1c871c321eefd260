package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.scenario.model.Descriptor;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Named;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what a location, a file's name or a process's name stands for. Null stands for what has been reported. */
final class Locations {
    private final Values values;
    private final Scope scope;
    private final UnknownNames unknown;

    Locations(Values values, Scope scope, LaterNames later) {
        this.values = values;
        this.scope = scope;
        this.unknown = new UnknownNames(values.problems(), scope, later);
    }

    /** A place in memory or in a file. */
    @Nullable
    Location any(Node.Scalar scalar) {
        return any(scalar, NameKind.LOCATION);
    }

    /** A place in memory or in a file, or a register, where a process and {@code memory} could stand too. */
    @Nullable
    Location visible(Node.Scalar scalar) {
        return register(scalar).orElseGet(() -> any(scalar, NameKind.VISIBLE));
    }

    /** A place in memory or in a file, or a register. */
    @Nullable
    Location source(Node.Scalar scalar) {
        return register(scalar).orElseGet(() -> any(scalar, NameKind.LOCATION));
    }

    /** The register that a name is; without an offset, because a register is no memory. */
    private Optional<Location> register(Node.Scalar scalar) {
        Written written = Written.of(scalar.text());
        int bytes = scope.bytesOfRegister(written.process(), written.mapping());
        return bytes == 0 || written.end() < scalar.text().length()
                ? Optional.empty()
                : Optional.of(new Location.InRegister(
                        written.process(), written.mapping(), bytes, scalar.text(), scalar.span()));
    }

    private @Nullable Location any(Node.Scalar scalar, NameKind wanted) {
        Location.InFile file = knownFile(scalar);
        return file != null ? checkedFile(file, scalar) : inMemory(scalar, wanted);
    }

    /** A place in memory. */
    Location.@Nullable InMemory memory(Node.Scalar scalar) {
        if (knownFile(scalar) != null) {
            unknown.wrongKind(scalar, "a file", NameKind.MEMORY);
            return null;
        }
        return inMemory(scalar, NameKind.MEMORY);
    }

    /** A place in a file. */
    Location.@Nullable InFile file(Node.Scalar scalar) {
        Location.InFile file = knownFile(scalar);
        if (file != null) {
            return checkedFile(file, scalar);
        }
        if (through(scalar).isPresent()) {
            unknown.wrongKind(scalar, "a descriptor", NameKind.FILE);
        } else if (isMapping(scalar)) {
            unknown.wrongKind(scalar, "a mapping", NameKind.FILE);
        } else {
            unknown.report(scalar, NameKind.FILE);
        }
        return null;
    }

    /** A file, without an offset. */
    @Nullable
    Named fileName(Node.Scalar scalar) {
        Location.InFile file = wholeFile(scalar);
        return file == null ? null : new Named(file.file(), file.span());
    }

    /** A file, without an offset. */
    Location.@Nullable InFile wholeFile(Node.Scalar scalar) {
        Location.InFile file = file(scalar);
        if (file != null && file.whole()) {
            return file;
        }
        if (file != null) {
            refuseOffset(scalar, file.file());
        }
        return null;
    }

    /** The descriptor that a name begins with, if it does. */
    Optional<Descriptor> through(Node.Scalar scalar) {
        Written written = Written.of(scalar.text());
        return scope.fileOfDescriptor(written.process(), written.mapping()) == null
                ? Optional.empty()
                : Optional.of(new Descriptor(written.process(), written.mapping(), scalar.span()));
    }

    /** A place in the file of the descriptor that a name begins with. */
    Location.@Nullable InFile ofDescriptor(Node.Scalar scalar, boolean withOffset) {
        Written written = Written.of(scalar.text());
        String file = Objects.requireNonNull(scope.fileOfDescriptor(written.process(), written.mapping()));
        boolean whole = written.end() == scalar.text().length();
        if (!whole && !withOffset) {
            refuseOffset(scalar, written.name());
            return null;
        }
        Long offset = whole ? Long.valueOf(0) : tail(scalar, written.end(), Sizes.Sum.OF_SIZES, "a file's offset");
        return offset == null ? null : new Location.InFile(file, offset, whole, scalar.text(), scalar.span());
    }

    private void refuseOffset(Node.Scalar scalar, String name) {
        values.problems()
                .add(
                        Code.INVALID_LOCATION,
                        scalar.span(),
                        "an offset is not allowed here: this is about the whole file",
                        "write `" + name + "`");
    }

    /** A descriptor of a process. */
    @Nullable
    Descriptor descriptor(Node.Scalar scalar) {
        Written written = Written.of(scalar.text());
        if (scope.fileOfDescriptor(written.process(), written.mapping()) != null
                && written.end() == scalar.text().length()) {
            return new Descriptor(written.process(), written.mapping(), scalar.span());
        }
        if (knownFile(scalar) != null) {
            unknown.wrongKind(scalar, "a file", NameKind.DESCRIPTOR);
        } else if (isMapping(scalar)) {
            unknown.wrongKind(scalar, "a mapping", NameKind.DESCRIPTOR);
        } else {
            unknown.report(scalar, NameKind.DESCRIPTOR);
        }
        return null;
    }

    /** A process. */
    @Nullable
    Named process(Node.Scalar scalar) {
        if (scope.hasProcess(scalar.text())) {
            return new Named(scalar.text(), scalar.span());
        }
        if (knownFile(scalar) != null) {
            unknown.wrongKind(scalar, "a file", NameKind.PROCESS);
        } else if (isMapping(scalar)) {
            unknown.wrongKind(scalar, "a mapping", NameKind.PROCESS);
        } else {
            unknown.report(scalar, NameKind.PROCESS);
        }
        return null;
    }

    /** The file that {@code scalar} begins with, at offset 0: what is behind its name has not been read. */
    private Location.@Nullable InFile knownFile(Node.Scalar scalar) {
        String text = scalar.text();
        String name = scope.hasFile(text) ? text : text.substring(0, Written.nameEnd(text));
        return scope.hasFile(name) ? new Location.InFile(name, 0, true, text, scalar.span()) : null;
    }

    private Location.@Nullable InFile checkedFile(Location.InFile file, Node.Scalar scalar) {
        if (file.file().length() == scalar.text().length()) {
            return file;
        }
        Long offset = tail(scalar, file.file().length(), Sizes.Sum.OF_SIZES, "a file's offset");
        return offset == null ? null : new Location.InFile(file.file(), offset, false, file.written(), file.span());
    }

    private boolean isMapping(Node.Scalar scalar) {
        Written written = Written.of(scalar.text());
        return scope.hasMapping(written.process(), written.mapping());
    }

    private Location.@Nullable InMemory inMemory(Node.Scalar scalar, NameKind wanted) {
        Written written = Written.of(scalar.text());
        if (!scope.hasMapping(written.process(), written.mapping())) {
            if (scope.fileOfDescriptor(written.process(), written.mapping()) != null) {
                unknown.wrongKind(scalar, "a descriptor", wanted);
            } else if (scope.bytesOfRegister(written.process(), written.mapping()) > 0) {
                unknown.register(scalar, written, wanted);
            } else {
                unknown.report(scalar, wanted);
            }
            return null;
        }
        Long offset = tail(scalar, written.end(), Sizes.Sum.OF_ADDRESSES, "a location");
        return offset == null
                ? null
                : new Location.InMemory(written.process(), written.mapping(), offset, scalar.text(), scalar.span());
    }

    /** What is added behind a name that ends at {@code end}. */
    private @Nullable Long tail(Node.Scalar scalar, int end, Sizes.Sum kind, String what) {
        String text = scalar.text();
        int sign = end;
        while (sign < text.length() && Character.isWhitespace(text.charAt(sign))) {
            sign++;
        }
        if (sign < text.length() && text.charAt(sign) != '+' && text.charAt(sign) != '-') {
            values.problems()
                    .add(
                            Code.INVALID_LOCATION,
                            scalar.part(sign, text.length()),
                            "`" + text.substring(sign) + "` can't follow a name",
                            "write `" + text.substring(0, end) + " + 1 page` for a place further on");
            return null;
        }
        return values.sizes().sum(scalar, sign, kind, what);
    }
}
