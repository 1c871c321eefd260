package io.github.mmaplab.scenario.model;

/** What a step writes: bytes that the scenario spells out, or bytes that are found somewhere when the step is played. */
public sealed interface Value permits Content, Carried {}
