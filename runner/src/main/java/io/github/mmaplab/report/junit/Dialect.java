package io.github.mmaplab.report.junit;

/** Which JUnit XML: there is no specification, and no document that suits all of its readers. */
public enum Dialect {
    /** What GitLab, CircleCI, Jenkins's own {@code junit} step and the usual actions read: cases carry file and line. */
    USUAL,
    /**
     * What the schemas of Jenkins's xUnit plugin allow ({@code junit-10.xsd} and the older {@code jenkins-junit.xsd}),
     * which refuse a whole report for a file or a line in a case.
     */
    STRICT
}
