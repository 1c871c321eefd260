package io.github.mmaplab.fuzz;

/** A campaign had to be given up. */
public final class CampaignException extends Exception {
    private static final long serialVersionUID = 1;

    /** @param message the reason, one sentence that starts in lower case */
    public CampaignException(String message) {
        super(message);
    }
}
