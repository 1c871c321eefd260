package io.github.mmaplab.run;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.PageSize;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.scenario.model.Location;
import io.github.mmaplab.scenario.model.Question;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * How a scenario is played, in whatever order.
 *
 * @param numbers the number of each process
 * @param files the numbers of files and of their names
 * @param plan where mappings go, when nothing is mapped yet
 * @param asked the steps that questions are about
 * @param goesOn whether a step whose outcome is not as expected is followed by the next one
 * @param beliefs what is taken for read, by the question about it
 * @param asks which of the questions are asked
 */
record Setting(
        Scenario scenario,
        Map<String, ProcessId> numbers,
        FileNumbers files,
        AddressPlan plan,
        Inquiry.Asked asked,
        boolean goesOn,
        Map<String, Data> beliefs,
        Predicate<Question> asks) {

    /**
     * The setting of a scenario.
     *
     * @param near what will be looked at besides
     */
    static Setting of(
            Scenario scenario,
            List<Location.InMemory> near,
            boolean goesOn,
            Map<String, Data> beliefs,
            Predicate<Question> asks) {
        AddressPlan plan = new AddressPlan(
                new PageSize(scenario.pageSize()), scenario.stepsOfBranchesAsWritten(), AddressSpan.of(scenario, near));
        return new Setting(
                scenario,
                SymbolTable.numbers(scenario),
                FileNumbers.of(scenario),
                plan,
                Inquiry.Asked.of(scenario),
                goesOn,
                beliefs,
                asks);
    }
}
