package io.github.mmaplab.handout.quiz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads GIFT as Moodle's importer does, its traps included. */
record GiftImporter(String type, String text, List<String> answers) {
    static List<GiftImporter> read(String gift) {
        List<GiftImporter> questions = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (String line : (gift + "\n").split("\n", -1)) {
            if (line.isBlank() && !lines.isEmpty()) {
                questions.add(question(String.join("\n", lines)));
                lines.clear();
            } else if (!line.isBlank() && !line.startsWith("//") && !line.startsWith("$CATEGORY")) {
                lines.add(line);
            }
        }
        return questions;
    }

    /** The number of a question, from the comment above it: {@code extract_idnumber_and_tags_from_comment} of Moodle. */
    static String idNumber(String comment) {
        Matcher id = Pattern.compile("\\[id:((?:\\\\]|[^]\\p{Cntrl}])+)]").matcher(comment);
        return id.find() ? unbracketed(id.group(1)) : "";
    }

    /** The tags of a question, from the same comment. */
    static List<String> tags(String comment) {
        return Pattern.compile("\\[tag:((?:\\\\]|[^]<>`\\p{Cntrl}])+)]")
                .matcher(comment)
                .results()
                .map(tag -> unbracketed(tag.group(1)))
                .toList();
    }

    private static String unbracketed(String text) {
        return text.strip().replace("\\]", "]");
    }

    private static GiftImporter question(String escaped) {
        String text = hide(escaped);
        int open = text.indexOf('{');
        int close = text.indexOf('}');
        if (open < 0 || close < open) {
            return new GiftImporter("description", show(text), List.of());
        }
        String inside = text.substring(open + 1, close);
        int general = inside.lastIndexOf("####");
        String answers = (general < 0 ? inside : inside.substring(0, general)).strip();
        List<String> each = new ArrayList<>();
        String type = type(answers);
        for (String answer : answers.substring(type.equals("numerical") ? 1 : 0).split("(?=[=~])", -1)) {
            if (!answer.isBlank()) {
                each.add(answer(answer.strip(), type));
            }
        }
        return new GiftImporter(type, show(text.substring(0, open)), each);
    }

    private static String type(String answers) {
        if (answers.isEmpty()) {
            return "essay";
        }
        if (answers.startsWith("#")) {
            return "numerical";
        }
        if (answers.contains("~")) {
            return "multichoice";
        }
        if (answers.contains("->")) {
            return "match";
        }
        return answers.startsWith("=") ? "shortanswer" : "truefalse";
    }

    /** {@code FRACTION TEXT}; a number that is none is a star, which everything matches. */
    private static String answer(String written, String type) {
        boolean right = written.startsWith("=");
        String rest = written.substring(1);
        String fraction = right ? "100" : "0";
        if (rest.startsWith("%")) {
            int end = rest.indexOf('%', 1);
            fraction = rest.substring(1, end);
            rest = rest.substring(end + 1);
        }
        assertThat(fraction).isIn("100", "50", "0");
        int feedback = rest.indexOf('#');
        String text = feedback < 0 ? rest : rest.substring(0, feedback);
        if (type.equals("numerical")) {
            String number = text.split(":", 2)[0];
            text = number.matches("-?[0-9.]+") ? number : "*";
        }
        return fraction + " " + show(formatFree(text.strip()));
    }

    /** A text format at the beginning is none of the text; an escaped sign is, written or not. */
    private static String formatFree(String text) {
        String free = text.replaceFirst("^\\[(html|plain|markdown|moodle)]", "");
        return free.replace("&&035;", "#").replace("&&061;", "=").replace("&&058;", ":");
    }

    /** Puts what is escaped out of the way of what has a meaning. */
    private static String hide(String text) {
        StringBuilder hidden = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\\' && i + 1 < text.length() && "\\#=~{}:n".indexOf(text.charAt(i + 1)) >= 0) {
                i++;
                hidden.append((char) (0xE000 + text.charAt(i)));
            } else {
                hidden.append(text.charAt(i));
            }
        }
        return hidden.toString();
    }

    private static String show(String hidden) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < hidden.length(); i++) {
            char c = hidden.charAt(i);
            char plain = c >= 0xE000 && c < 0xE080 ? (char) (c - 0xE000) : c;
            shown.append(c == 0xE000 + 'n' ? '\n' : plain);
        }
        return shown.toString();
    }
}
