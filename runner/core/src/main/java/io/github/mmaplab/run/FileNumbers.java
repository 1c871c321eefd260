package io.github.mmaplab.run;

import io.github.mmaplab.abi.DescriptorId;
import io.github.mmaplab.abi.FileCall;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.FileName;
import io.github.mmaplab.abi.NameId;
import io.github.mmaplab.diagnostic.Span;
import io.github.mmaplab.scenario.model.Descriptor;
import io.github.mmaplab.scenario.model.FileSpec;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.scenario.model.Step;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The numbers of the files of a scenario, of their names and of descriptors, the same in every order.
 *
 * @param names of each name, those of the beginning first
 * @param made of each file that a step makes, by where it is written
 * @param origins the name with which each file begins
 * @param descriptors of each name of a descriptor, whichever processes have it
 */
public record FileNumbers(
        Map<String, NameId> names,
        Map<Span, FileId> made,
        Map<FileId, String> origins,
        Map<String, DescriptorId> descriptors) {

    /** The numbers of {@code scenario}. */
    public static FileNumbers of(Scenario scenario) {
        FileNumbers numbers =
                new FileNumbers(new LinkedHashMap<>(), new HashMap<>(), new HashMap<>(), new LinkedHashMap<>());
        for (FileSpec file : scenario.files()) {
            numbers.origins.put(new FileId(numbers.origins.size()), file.name());
            numbers.name(file.name());
        }
        for (Step step : scenario.stepsAsWritten()) {
            if (step instanceof Step.OnFile onFile) {
                onFile.targets().forEach(target -> numbers.add(onFile.call(), target));
            } else if (step instanceof Step.Open open) {
                open.targets().forEach(target -> numbers.add(target.descriptor()));
            } else if (step instanceof Step.Dup dup) {
                dup.targets().forEach(target -> numbers.add(target.copy()));
            }
        }
        return numbers;
    }

    private void add(FileCall call, Step.OnFile.Target target) {
        name(target.at().file());
        if (target.argument() instanceof FileName other) {
            name(other.written());
        }
        if (call == FileCall.CREATE) {
            FileId id = new FileId(origins.size());
            made.put(target.at().span(), id);
            origins.put(id, target.at().file());
        }
    }

    private void add(Descriptor descriptor) {
        descriptors.putIfAbsent(descriptor.name(), new DescriptorId(descriptors.size()));
    }

    private void name(String name) {
        names.putIfAbsent(name, new NameId(names.size()));
    }
}
