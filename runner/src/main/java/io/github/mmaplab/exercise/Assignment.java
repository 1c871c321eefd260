package io.github.mmaplab.exercise;

import io.github.mmaplab.answer.AnswerKey;
import io.github.mmaplab.answer.VariantException;
import io.github.mmaplab.scenario.ExerciseReader;
import io.github.mmaplab.scenario.decode.Exercise;
import io.github.mmaplab.scenario.model.Parameter;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Variant;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An exercise as it is handed out: its name, its secret, and the variant that each student gets. Safe for use by several
 * threads.
 */
public final class Assignment {
    /** How the names of exercise files end. */
    public static final String ENDING = ".exercise.yaml";

    /** How many variants keep their answers ready: more than a class has in a lecture hall, and little memory. */
    private static final int MOST_KEYS = 4096;

    /** Letters and digits that are not taken for each other. */
    private static final String CODE_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int CODE_LENGTH = 8;

    private final String id;
    private final String hash;
    private final Exercise exercise;
    private final VariantSecret secret;
    private final Map<Variant, String> codes = new ConcurrentHashMap<>();
    private final Map<Variant, AnswerKey> keys = new LinkedHashMap<>(16, 0.75f, true);

    private Assignment(String id, String hash, Exercise exercise, VariantSecret secret) {
        this.id = id;
        this.hash = hash;
        this.exercise = exercise;
        this.secret = secret;
    }

    /**
     * An exercise to hand out.
     *
     * @param fileName the last part of its path: without its ending it is the exercise's name
     * @param read what came of reading it, without errors
     */
    public static Assignment of(String fileName, ExerciseReader.Result read, VariantSecret secret) {
        String id = fileName.endsWith(ENDING) ? fileName.substring(0, fileName.length() - ENDING.length()) : fileName;
        return new Assignment(id, Sha256.of(read.bytes()), read.exercise().orElseThrow(), secret);
    }

    /** The exercise's name, which predictions say. */
    public String id() {
        return id;
    }

    /** The SHA-256 of the exercise file, in hexadecimal. */
    public String hash() {
        return hash;
    }

    /** The exercise. */
    public Exercise exercise() {
        return exercise;
    }

    /** The secret that variants are drawn from. */
    public VariantSecret secret() {
        return secret;
    }

    /**
     * The variant of somebody: each parameter is drawn for itself, so that a parameter more leaves the others alone.
     *
     * @param subject a student's id, or what stands for a group
     */
    public Variant variantOf(String subject) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Parameter parameter : exercise.parameters()) {
            int drawn = secret.draw(parameter.values().size(), "draw", id, subject, parameter.name());
            values.put(parameter.name(), parameter.values().get(drawn));
        }
        return new Variant(values);
    }

    /**
     * Why a variant is none of this exercise, in words; empty if it is one.
     *
     * @param variant what stood in place of the parameters once
     */
    public Optional<String> lost(Variant variant) {
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        exercise.parameters().forEach(parameter -> parameters.put(parameter.name(), parameter));
        for (Map.Entry<String, String> value : variant.values().entrySet()) {
            Parameter parameter = parameters.remove(value.getKey());
            if (parameter == null || !parameter.values().contains(value.getValue())) {
                return Optional.of(value.getKey() + "=" + value.getValue() + " was removed");
            }
        }
        return parameters.keySet().stream().findFirst().map(name -> name + " was added");
    }

    /** A short code by which a variant is known to those who have not the secret: the same values, the same code. */
    public String codeOf(Variant variant) {
        String known = codes.get(variant);
        if (known != null) {
            return known;
        }
        String code = newCode(variant);
        if (codes.size() < MOST_KEYS) {
            codes.put(variant, code);
        }
        return code;
    }

    private String newCode(Variant variant) {
        List<String> words = new ArrayList<>(List.of("code", id));
        variant.values().forEach((name, value) -> {
            words.add(name);
            words.add(value);
        });
        byte[] hashed = secret.hash(words.toArray(String[]::new));
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(i == CODE_LENGTH / 2 ? "-" : "").append(CODE_LETTERS.charAt(hashed[i] & 31));
        }
        return code.toString();
    }

    /** How many variants there are; {@link Long#MAX_VALUE} if there are more than that. */
    public long variants() {
        long count = 1;
        for (Parameter parameter : exercise.parameters()) {
            long more = Math.multiplyHigh(count, parameter.values().size());
            count = more != 0 || count * parameter.values().size() < 0
                    ? Long.MAX_VALUE
                    : count * parameter.values().size();
        }
        return count;
    }

    /**
     * A variant by its number: the last parameter of {@code vary} changes fastest.
     *
     * @param number from 0
     */
    public Variant variant(long number) {
        Map<String, String> values = new LinkedHashMap<>();
        List<Parameter> parameters = exercise.parameters();
        long rest = number;
        for (int i = parameters.size() - 1; i >= 0; i--) {
            int size = parameters.get(i).values().size();
            values.put(parameters.get(i).name(), parameters.get(i).values().get((int) (rest % size)));
            rest /= size;
        }
        Map<String, String> inOrder = new LinkedHashMap<>();
        parameters.forEach(parameter -> inOrder.put(parameter.name(), values.getOrDefault(parameter.name(), "")));
        return new Variant(inOrder);
    }

    /**
     * Up to {@code most} variants: all of them, or as many spread evenly over all.
     *
     * @param most from 1
     */
    public List<Variant> sample(int most) {
        long all = variants();
        long count = Math.min(all, most);
        long stride = count == all ? 1 : stride(all, count);
        List<Variant> sample = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            sample.add(variant(Math.floorMod(i * stride, all)));
        }
        return sample;
    }

    /** A step from one of {@code count} numbers below {@code all} to the next, such that none is met twice. */
    private static long stride(long all, long count) {
        long stride = all / count;
        while (!BigInteger.valueOf(stride).gcd(BigInteger.valueOf(all)).equals(BigInteger.ONE)) {
            stride++;
        }
        return stride;
    }

    /** The right answers of a variant, and those of mistaken kernels; found out once for each. */
    public AnswerKey key(Variant variant) {
        synchronized (keys) {
            AnswerKey known = keys.get(variant);
            if (known != null) {
                return known;
            }
        }
        AnswerKey made = AnswerKey.of(variant, story(variant));
        synchronized (keys) {
            keys.put(variant, made);
            if (keys.size() > MOST_KEYS) {
                keys.remove(keys.keySet().iterator().next());
            }
        }
        return made;
    }

    /** The most points there are, as the first variant has them: whoever grades has its key. */
    public BigDecimal worth() {
        return key(variant(0)).questions().values().stream()
                .map(question -> question.info().points())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * The story of a variant with its questions, which nobody has played.
     *
     * @throws VariantException if it has a mistake
     */
    public Scenario story(Variant variant) {
        Exercise.Variation read = exercise.read(variant);
        return read.scenario()
                .orElseThrow(() -> new VariantException(
                        variant,
                        read.problems().isEmpty() ? "" : read.problems().get(0).message()));
    }
}
