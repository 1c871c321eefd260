package io.github.mmaplab.explain;

/**
 * One thing that decides what is seen.
 *
 * @param step the step it speaks of, by its number in the file, from 1; 0 for the scene before the first step
 * @param text one sentence without a full stop, in the names of the scenario; what could steer a terminal is escaped
 */
public record Reason(int step, String text) {}
