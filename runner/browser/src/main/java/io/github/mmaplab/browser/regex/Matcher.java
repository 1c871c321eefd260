package io.github.mmaplab.browser.regex;

import io.github.mmaplab.browser.regex.Expression.Match;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@link java.util.regex.Matcher}. */
public final class Matcher {

    private final Pattern pattern;
    private final String text;

    /** The part of the text that is looked at. */
    private String region;

    /** Where in the text the region begins. */
    private int regionStart;

    private @Nullable Match found;

    /** Where in the region to look next. */
    private int next;

    /** Up to where the text has been taken over into one with replacements. */
    private int taken;

    Matcher(Pattern pattern, String text) {
        this.pattern = pattern;
        this.text = text;
        this.region = text;
    }

    /** {@link java.util.regex.Matcher#reset()}. */
    public Matcher reset() {
        return region(0, text.length());
    }

    /** {@link java.util.regex.Matcher#region}. */
    public Matcher region(int start, int end) {
        region = text.substring(start, end);
        regionStart = start;
        found = null;
        next = 0;
        taken = 0;
        return this;
    }

    /** {@link java.util.regex.Matcher#find()}. */
    public boolean find() {
        found = next <= region.length() ? pattern.find(region, next) : null;
        if (found == null) {
            next = region.length() + 1;
            return false;
        }
        next = end() - regionStart;
        if (end() == start()) {
            next += next < region.length() ? Character.charCount(region.codePointAt(next)) : 1;
        }
        return true;
    }

    /** {@link java.util.regex.Matcher#matches}. */
    public boolean matches() {
        found = pattern.match(region);
        return found != null;
    }

    /** {@link java.util.regex.Matcher#lookingAt}. */
    public boolean lookingAt() {
        found = pattern.lookAt(region);
        return found != null;
    }

    /** {@link java.util.regex.Matcher#group()}. */
    public String group() {
        return Objects.requireNonNull(group(0));
    }

    /** {@link java.util.regex.Matcher#group(int)}. */
    public @Nullable String group(int number) {
        return match().group(number);
    }

    /** {@link java.util.regex.Matcher#start()}. */
    public int start() {
        return regionStart + match().getIndex();
    }

    /** {@link java.util.regex.Matcher#start(int)}. */
    public int start(int number) {
        int start = match().start(number);
        return start < 0 ? -1 : regionStart + start;
    }

    /** {@link java.util.regex.Matcher#end()}. */
    public int end() {
        return start() + group().length();
    }

    /** {@link java.util.regex.Matcher#end(int)}. */
    public int end(int number) {
        String group = group(number);
        return group == null ? -1 : start(number) + group.length();
    }

    private Match match() {
        if (found == null) {
            throw new IllegalStateException("No match found");
        }
        return found;
    }

    /** {@link java.util.regex.Matcher#replaceAll(String)}. */
    public String replaceAll(String replacement) {
        return replace(replacement, Integer.MAX_VALUE);
    }

    /** {@link java.util.regex.Matcher#replaceFirst(String)}. */
    public String replaceFirst(String replacement) {
        return replace(replacement, 1);
    }

    private String replace(String replacement, int most) {
        reset();
        StringBuffer replaced = new StringBuffer();
        for (int i = 0; i < most && find(); i++) {
            appendReplacement(replaced, replacement);
        }
        return appendTail(replaced).toString();
    }

    /** {@link java.util.regex.Matcher#appendReplacement(StringBuffer, String)}, where groups have one digit. */
    public Matcher appendReplacement(StringBuffer to, String replacement) {
        to.append(text, taken, start());
        for (int i = 0; i < replacement.length(); i++) {
            char c = replacement.charAt(i);
            if (c == '\\') {
                i++;
                to.append(replacement.charAt(i));
            } else if (c == '$') {
                i++;
                String group = group(replacement.charAt(i) - '0');
                to.append(group == null ? "" : group);
            } else {
                to.append(c);
            }
        }
        taken = end();
        return this;
    }

    /** {@link java.util.regex.Matcher#appendTail(StringBuffer)}. */
    public StringBuffer appendTail(StringBuffer to) {
        return to.append(text, taken, text.length());
    }
}
