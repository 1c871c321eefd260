package io.github.mmaplab.cli;

import io.github.mmaplab.file.FolderSearch;
import io.github.mmaplab.scenario.model.Scenario;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Names for exported programs: that of the scenario's file, with its folder if necessary, and a number if the file has
 * several scenarios.
 */
final class ProgramNames {

    private ProgramNames() {}

    /** A name for each scenario, all different. */
    static Map<String, Scenario> of(List<Scenario> scenarios) {
        Map<String, String> fileOfStem = new LinkedHashMap<>();
        Map<String, Integer> scenariosOfFile = new LinkedHashMap<>();
        Map<String, Boolean> shared = new LinkedHashMap<>();
        for (Scenario scenario : scenarios) {
            String file = file(scenario);
            String known = fileOfStem.putIfAbsent(stem(file), file);
            shared.put(stem(file), shared.getOrDefault(stem(file), false) || (known != null && !known.equals(file)));
            scenariosOfFile.merge(file, 1, Integer::sum);
        }
        Map<String, Scenario> names = new LinkedHashMap<>();
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (Scenario scenario : scenarios) {
            String file = file(scenario);
            String name = shared.getOrDefault(stem(file), false) ? flat(file) : stem(file);
            if (scenariosOfFile.getOrDefault(file, 0) > 1) {
                name += "-" + numbers.merge(file, 1, Integer::sum);
            }
            names.put(name + ".c", scenario);
        }
        return names;
    }

    private static String file(Scenario scenario) {
        return scenario.span().source().name();
    }

    private static String stem(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return withoutEnding(name);
    }

    private static String flat(String file) {
        return withoutEnding(file).replaceAll("^[./]+", "").replace('/', '-');
    }

    private static String withoutEnding(String name) {
        if (name.endsWith(FolderSearch.ENDING)) {
            return name.substring(0, name.length() - FolderSearch.ENDING.length());
        }
        return name.endsWith(".yaml") ? name.substring(0, name.length() - 5) : name;
    }
}
