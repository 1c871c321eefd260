package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.abi.Protection;
import io.github.mmaplab.abi.Seal;
import io.github.mmaplab.abi.Word;
import io.github.mmaplab.diagnostic.Code;
import io.github.mmaplab.diagnostic.Problems;
import io.github.mmaplab.scenario.syntax.Node;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the values of one scenario. Null stands for what has been reported. */
final class Values {
    private final Problems problems;
    private final Shapes shapes;
    private final Sizes sizes;
    private final int pageSize;

    /**
     * A reader of values.
     *
     * @param pageSize what {@code 1 page} is, in bytes
     */
    Values(Problems problems, int pageSize) {
        this(problems, new Shapes(problems), pageSize);
    }

    private Values(Problems problems, Shapes shapes, int pageSize) {
        this.problems = problems;
        this.shapes = shapes;
        this.sizes = new Sizes(problems, shapes, pageSize);
        this.pageSize = pageSize;
    }

    /** The same for what is seen: where nothing is written, {@code mmaplab bless} can fill it in. */
    Values seen() {
        return new Values(problems, shapes.seen(), pageSize);
    }

    Problems problems() {
        return problems;
    }

    Shapes shapes() {
        return shapes;
    }

    Sizes sizes() {
        return sizes;
    }

    int pageSize() {
        return pageSize;
    }

    @Nullable
    Long size(Node node, String what) {
        return sizes.size(node, what);
    }

    <W extends Enum<W> & Word> @Nullable W word(Words<W> words, Node node, String what) {
        return words.word(shapes, problems, node, what);
    }

    /** A list of flags. */
    <W extends Enum<W> & Word> @Nullable Set<W> set(Words<W> words, Node node) {
        return words.set(shapes, problems, node, "`flags`", "a flag");
    }

    /** A list of seals. */
    @Nullable
    Set<Seal> seals(Node node) {
        return Lexicon.SEALS.set(shapes, problems, node, "the argument of `seal`", "a seal");
    }

    @Nullable
    String text(Node node, String what, String example) {
        Node.Scalar scalar = shapes.scalar(node, what, example);
        return scalar == null ? null : scalar.text();
    }

    @Nullable
    Boolean truth(Node node, String what) {
        Node.Scalar scalar = shapes.scalar(node, what, "`true` or `false`");
        if (scalar == null) {
            return null;
        }
        if (scalar.text().equals("true") || scalar.text().equals("false")) {
            return scalar.text().equals("true");
        }
        problems.add(
                Code.NOT_A_TRUTH_VALUE,
                scalar.span(),
                what + " is `true` or `false`, not `" + scalar.text() + "`",
                "write `true` or `false`");
        return null;
    }

    /** How many of something there are. */
    @Nullable
    Long count(Node node, String what) {
        Node.Scalar scalar = shapes.scalar(node, what, "a number");
        return scalar == null ? null : Numbers.read(problems, scalar, what + " is a whole number: 0, 3, 12");
    }

    /** An exit code, modulo 256; the one number that may be negative. */
    @Nullable
    Integer exitCode(Node node, String what) {
        Node.Scalar scalar = shapes.scalar(node, what, "a number");
        if (scalar == null) {
            return null;
        }
        boolean negative = scalar.text().startsWith("-");
        Long number = Numbers.read(
                problems,
                scalar,
                negative ? 1 : 0,
                scalar.text().length(),
                Code.INVALID_NUMBER,
                "an exit code is a whole number, taken modulo 256");
        return number == null ? null : (int) ((negative ? -number : number) & 0xFF);
    }

    /** A protection. */
    @Nullable
    Protection prot(Node node, String what) {
        Node.Scalar scalar = shapes.scalar(node, what, "letters of rwx, or none");
        return scalar == null ? null : Protections.read(problems, scalar);
    }
}
