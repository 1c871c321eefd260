package io.github.mmaplab.cli.select;

import io.github.mmaplab.cli.arguments.UsageException;
import io.github.mmaplab.cli.host.Host;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * One of several equal parts of a selection or a campaign: each scenario is in one of them, and in the same one in each run
 * of the same files.
 *
 * @param index which part, from 0
 * @param count how many parts there are, at least 1
 * @param origin where that was found, in words
 */
public record Shard(int index, int count, String origin) {
    private static final String OPTION = "--shard";
    private static final String AUTO = "auto";

    /** More machines than that are a slip of the finger. */
    private static final int MOST = 1 << 16;

    /** The variables in which services that run a job several times say which of them this is. */
    private enum Service {
        /** Bazel's test sharding. */
        BAZEL("TEST_SHARD_INDEX", "TEST_TOTAL_SHARDS", 0),
        /** GitLab's {@code parallel}. */
        GITLAB("CI_NODE_INDEX", "CI_NODE_TOTAL", 1),
        /** CircleCI's {@code parallelism}. */
        CIRCLECI("CIRCLE_NODE_INDEX", "CIRCLE_NODE_TOTAL", 0),
        /** The indexed jobs of Kubernetes, which do not say how many there are. */
        KUBERNETES("JOB_COMPLETION_INDEX", "", 0);

        private final String index;
        private final String count;
        /** What the first of them is called. */
        private final int first;

        Service(String index, String count, int first) {
            this.index = index;
            this.count = count;
            this.first = first;
        }

        boolean isHere(Host host) {
            return !host.variable(index).isEmpty()
                    && (count.isEmpty() || !host.variable(count).isEmpty());
        }
    }

    /**
     * What {@code --shard} says: {@code 2/5}; {@code auto}, what the service says that runs this; or {@code auto/5}, where
     * the service does not say how many parts there are.
     *
     * @throws UsageException if it says none of these
     */
    public static Shard parse(String written, Host host) throws UsageException {
        int slash = written.indexOf('/');
        String index = slash < 0 ? written : written.substring(0, slash);
        String count = slash < 0 ? "" : written.substring(slash + 1);
        if (index.equals(AUTO)) {
            return ofService(written, count, host);
        }
        if (slash < 0) {
            throw UsageException.within(
                    OPTION,
                    written,
                    0,
                    written.length(),
                    "this is not a part of a number of parts",
                    "write `--shard 2/5` for the second of five parts, or `--shard auto` in a parallel job");
        }
        int parts = number(count, 1, MOST, OPTION, written, slash + 1);
        return new Shard(number(index, 1, parts, OPTION, written, 0) - 1, parts, OPTION);
    }

    private static Shard ofService(String written, String count, Host host) throws UsageException {
        for (Service service : Service.values()) {
            if (service.isHere(host)) {
                touch(host.variable("TEST_SHARD_STATUS_FILE"), host);
                return of(service, written, count, host);
            }
        }
        throw UsageException.within(
                OPTION,
                written,
                0,
                AUTO.length(),
                "no variable gives the part: neither " + variables() + " is set",
                "write `--shard 2/5` for the second of five parts");
    }

    private static Shard of(Service service, String written, String count, Host host) throws UsageException {
        int parts;
        if (!count.isEmpty()) {
            parts = number(count, 1, MOST, OPTION, written, AUTO.length() + 1);
        } else if (service.count.isEmpty()) {
            throw UsageException.within(
                    OPTION,
                    written,
                    0,
                    written.length(),
                    service.index + " gives the part, but nothing gives the number of parts",
                    "write `--shard auto/5`, with the number of completions of the job");
        } else {
            String total = host.variable(service.count);
            parts = number(total, 1, MOST, service.count, total, 0);
        }
        String index = host.variable(service.index);
        int last = parts - 1 + service.first;
        return new Shard(
                number(index, service.first, last, service.index, index, 0) - service.first, parts, service.index);
    }

    private static String variables() {
        List<String> names = new ArrayList<>();
        for (Service service : Service.values()) {
            names.add(service.index);
        }
        return String.join(" nor ", names);
    }

    private static int number(String text, int least, int most, String option, String value, int start)
            throws UsageException {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, like a number that is out of range
        }
        throw UsageException.within(
                option,
                value,
                start,
                start + text.length(),
                "`" + text + "` is not a number from " + least + " to " + most);
    }

    /** Tells Bazel that this test knows of shards. */
    private static void touch(String file, Host host) throws UsageException {
        if (!file.isEmpty()) {
            try {
                Files.writeString(host.resolve(file), "");
            } catch (IOException e) {
                throw new UsageException(
                        "TEST_SHARD_STATUS_FILE names `" + file + "`, which can't be written: " + e.getMessage());
            }
        }
    }

    /** Those of some things that are in this part. */
    <T> List<T> of(List<T> things) {
        List<T> own = new ArrayList<>();
        for (int i = index; i < things.size(); i += count) {
            own.add(things.get(i));
        }
        return own;
    }

    /** Which part it is, in words. */
    String words() {
        return "part " + (index + 1) + " of " + count + (origin.equals(OPTION) ? "" : ", according to " + origin);
    }
}
