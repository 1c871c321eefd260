package io.github.mmaplab.scenario.model;

import java.util.List;

/**
 * Steps that keep their order, while those of other branches may come before, between and after them.
 *
 * @param name what it is called; usually the process whose steps they are
 * @param steps at least one, none of them concurrent in itself
 */
public record Branch(Named name, List<Step> steps) {
    /** Copies the steps. */
    public Branch {
        steps = List.copyOf(steps);
    }
}
