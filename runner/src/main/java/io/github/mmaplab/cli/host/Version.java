package io.github.mmaplab.cli.host;

/** Which mmaplab this is. */
public final class Version {

    private Version() {}

    /** The number, as in {@code 0.1.0}; {@code unpackaged} where the program does not run from its jar. */
    public static String number() {
        String number = Version.class.getPackage().getImplementationVersion();
        return number == null ? "unpackaged" : number;
    }

    /** The number, and what it runs on. */
    public static String line() {
        return "mmaplab " + number() + " (Java " + System.getProperty("java.version") + ", "
                + System.getProperty("os.name") + " " + System.getProperty("os.version") + ")";
    }
}
