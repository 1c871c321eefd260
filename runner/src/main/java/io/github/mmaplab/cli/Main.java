package io.github.mmaplab.cli;

/** The program's entry. */
public final class Main {

    private Main() {}

    /** Says which mmaplab this is. */
    public static void main(String[] args) {
        System.out.println("mmaplab " + Main.class.getPackage().getImplementationVersion());
    }
}
