package io.github.mmaplab.editor;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What an editor offers to write at a place.
 *
 * @param isSnippet whether it is more than a word
 * @param inserted what is written, with places to fill in
 * @param column where it begins, in the line of the cursor
 */
record Offer(String label, String description, boolean isSnippet, String inserted, int column) {
    /** As the protocol numbers kinds of completions. */
    private static final int FIELD = 10;

    private static final int VALUE = 12;

    static List<Offer> of(JsonNode answer, Place place) {
        List<Offer> offers = new ArrayList<>();
        for (JsonNode item : answer.has("items") ? answer.path("items") : answer) {
            JsonNode documentation = item.path("documentation");
            int kind = item.path("kind").asInt();
            String inserted = item.at("/textEdit/newText")
                    .asString(item.path("insertText").asString(""));
            offers.add(new Offer(
                    item.path("label").asString(),
                    documentation.isObject() ? documentation.path("value").asString() : documentation.asString(""),
                    kind != FIELD && (kind != VALUE || inserted.contains("${")),
                    inserted,
                    item.at("/textEdit/range/start/character").asInt(place.column())));
        }
        return offers;
    }

    /** The text after it was taken, its first suggestions left as they are, and indented as the line is. */
    String takenAt(Place place) {
        List<String> lines = new ArrayList<>(place.text().lines().toList());
        while (lines.size() <= place.line()) {
            lines.add("");
        }
        String line = lines.get(place.line());
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        String filled = inserted.replaceAll("\\$\\{[0-9]+:([^}]*)}", "$1").replaceAll("\\$[0-9]+", "");
        lines.set(
                place.line(),
                line.substring(0, column) + filled.replace("\n", "\n" + indent) + line.substring(place.column()));
        return String.join("\n", lines) + "\n";
    }
}
