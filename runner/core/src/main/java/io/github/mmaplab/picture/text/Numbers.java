package io.github.mmaplab.picture.text;

/**
 * The numbers of physical pages, each as far from the one before.
 *
 * @param first the first
 * @param last the last
 * @param step how far the next is from each; 0 if there is one
 * @param count how many they are
 */
record Numbers(long first, long last, long step, long count) {

    static Numbers of(long number) {
        return new Numbers(number, number, 0, 1);
    }

    /** Whether {@code next} go on as these do. */
    boolean goOnWith(Numbers next) {
        long gap = next.first - last;
        return (count == 1 || step == gap) && (next.count == 1 || next.step == gap);
    }

    /** These and then {@code next}. */
    Numbers with(Numbers next) {
        return new Numbers(first, next.last, next.first - last, count + next.count);
    }

    /** The numbers as a person writes them: {@code #1 to #5}, {@code #2, #4, ... #10}. */
    String words(String cut) {
        if (step == 0) {
            return PageWords.number(first);
        }
        String second = "#" + (first + step);
        if (count == 2) {
            return "#" + first + ", " + second;
        }
        return step == 1 ? "#" + first + " to #" + last : "#" + first + ", " + second + ", " + cut + " #" + last;
    }
}
