package io.github.mmaplab.report.junit;

/** The dialects of JUnit XML. There is no specification, and no document that suits all of its readers. */
public enum Dialect {
    /** For GitLab, CircleCI, Jenkins's own {@code junit} step and the usual actions: cases have a file and a line. */
    USUAL,
    /**
     * For the schemas of Jenkins's xUnit plugin ({@code junit-10.xsd} and the older {@code jenkins-junit.xsd}), which
     * refuse a whole report if a case has a file or a line.
     */
    STRICT
}
