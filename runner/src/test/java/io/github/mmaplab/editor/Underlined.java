package io.github.mmaplab.editor;

import tools.jackson.databind.JsonNode;

/**
 * A part of a file that the editor underlines, and what it says.
 *
 * @param line from 0
 * @param column from 0, in characters
 */
record Underlined(int line, int column, String message) {

    static Underlined of(JsonNode diagnostic) {
        JsonNode start = diagnostic.at("/range/start");
        return new Underlined(
                start.path("line").asInt(),
                start.path("character").asInt(),
                diagnostic.path("message").asString());
    }
}
