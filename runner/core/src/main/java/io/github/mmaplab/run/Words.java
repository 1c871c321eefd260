package io.github.mmaplab.run;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.ProcessStatus;
import io.github.mmaplab.kernel.MappingView;
import io.github.mmaplab.scenario.model.Content;
import io.github.mmaplab.scenario.model.Perms;

/** What the language says, as the kernel takes it, and back. */
final class Words {

    private Words() {}

    static Perms perms(MappingView mapping) {
        return new Perms(mapping.protection(), mapping.shared());
    }

    /** The bytes of a content; what is repeated stays short. */
    static Data data(Content content) {
        if (content instanceof Content.Zeros) {
            return Data.repeated((byte) 0, content.length());
        }
        if (content instanceof Content.Fill fill) {
            return Data.repeated(fill.value(), content.length());
        }
        return Data.of(content.bytes(0, Math.toIntExact(content.length())));
    }

    /** The sum of bytes, as one unsigned number whose first byte is the least significant, and a number; it wraps around. */
    static Data plus(Data data, long number) {
        byte[] sum = data.bytes();
        long carry = number;
        for (int i = 0; i < sum.length && carry != 0; i++) {
            long low = (sum[i] & 0xFF) + (carry & 0xFF);
            sum[i] = (byte) low;
            carry = (carry >>> Byte.SIZE) + (low >>> Byte.SIZE);
        }
        return Data.of(sum);
    }

    /** How a process ended, or that it runs. */
    static String status(ProcessStatus status) {
        if (status instanceof ProcessStatus.Exited exited) {
            return "exited with code " + exited.code();
        }
        if (status instanceof ProcessStatus.Killed killed) {
            return "killed by " + killed.signal().name();
        }
        return status instanceof ProcessStatus.Crashed ? "by the crash of the machine" : "running";
    }
}
