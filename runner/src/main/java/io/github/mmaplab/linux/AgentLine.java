package io.github.mmaplab.linux;

/** What requests go to. */
@FunctionalInterface
interface AgentLine {
    /**
     * The answer to a request.
     *
     * @param look whether the answer contains a snapshot
     * @param data what does not fit into the arguments
     */
    Agent.Answer ask(Agent.Act act, int slot, boolean look, byte[] data, long... arguments);
}
