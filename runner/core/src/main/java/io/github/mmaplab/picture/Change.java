package io.github.mmaplab.picture;

import java.util.OptionalLong;

/**
 * Something that happened in a step.
 *
 * @param kind what happened, one word for programs: {@code page-copied}
 * @param text what happened, a sentence without a full stop
 * @param page the physical page that it happened to, or that came of it
 */
public record Change(String kind, String text, OptionalLong page) {}
