package io.github.mmaplab.fuzz;

/** Says that a campaign had to be given up. */
public final class CampaignException extends Exception {
    private static final long serialVersionUID = 1;

    /**
     * A campaign is given up.
     *
     * @param message why, in one sentence of lower case
     */
    public CampaignException(String message) {
        super(message);
    }
}
