package io.github.mmaplab.kernel.machine;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which rules a kernel obeys, which myths are true of it, and which traits its machine has: a value, so that a mistaken kernel,
 * or one on another machine, is the same code with one rule, or trait, less, or one myth more.
 */
public final class Rules {

    /** All of them: Linux. */
    public static final Rules LINUX =
            new Rules(EnumSet.allOf(Rule.class), EnumSet.noneOf(Myth.class), EnumSet.allOf(Trait.class), null);

    private final Set<Rule> holding;
    private final Set<Myth> myths;
    private final Set<Trait> traits;
    private final @Nullable Set<Enum<?>> asked;

    private Rules(Set<Rule> holding, Set<Myth> myths, Set<Trait> traits, @Nullable Set<Enum<?>> asked) {
        this.asked = asked;
        this.holding = Collections.unmodifiableSet(holding);
        this.myths = Collections.unmodifiableSet(myths);
        this.traits = Collections.unmodifiableSet(traits);
    }

    /** The same kernel without one rule. */
    public Rules without(Rule rule) {
        EnumSet<Rule> fewer = EnumSet.noneOf(Rule.class);
        fewer.addAll(holding);
        fewer.remove(rule);
        return new Rules(fewer, myths, traits, asked);
    }

    /** A kernel of which a myth is true. */
    public Rules believing(Myth myth) {
        EnumSet<Myth> more = EnumSet.of(myth);
        more.addAll(myths);
        return new Rules(holding, more, traits, asked);
    }

    /**
     * The same rules, which add to {@code asked} each rule and myth that a kernel asks for. One that is not asked for decides
     * nothing: without the rule, or with the myth, the kernel does the same.
     */
    public Rules noting(Set<Enum<?>> asked) {
        return new Rules(holding, myths, traits, asked);
    }

    private void note(Enum<?> ruleOrMyth) {
        if (asked != null) {
            asked.add(ruleOrMyth);
        }
    }

    /** Whether the myth is true. */
    public boolean believe(Myth myth) {
        note(myth);
        return myths.contains(myth);
    }

    /** The same kernel on a machine without these traits. */
    public Rules lacking(Set<Trait> missing) {
        EnumSet<Trait> fewer = EnumSet.noneOf(Trait.class);
        fewer.addAll(traits);
        fewer.removeAll(missing);
        return new Rules(holding, myths, fewer, asked);
    }

    /** Whether the machine has the trait. */
    public boolean have(Trait trait) {
        return traits.contains(trait);
    }

    /** Whether the rule holds. */
    public boolean hold(Rule rule) {
        note(rule);
        return holding.contains(rule);
    }

    /** The rules that hold. */
    public Set<Rule> holding() {
        return holding;
    }
}
