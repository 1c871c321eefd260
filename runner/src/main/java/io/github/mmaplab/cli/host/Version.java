package io.github.mmaplab.cli.host;

/** The version of mmaplab. */
public final class Version {

    private Version() {}

    /** The number, such as {@code 0.1.0}; {@code unpackaged} if the program does not run from its jar. */
    public static String number() {
        String number = Version.class.getPackage().getImplementationVersion();
        return number == null ? "unpackaged" : number;
    }

    /** The number, and the versions of Java and the system. */
    public static String line() {
        return "mmaplab " + number() + " (Java " + System.getProperty("java.version") + ", "
                + System.getProperty("os.name") + " " + System.getProperty("os.version") + ")";
    }
}
