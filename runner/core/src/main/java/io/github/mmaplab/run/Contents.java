package io.github.mmaplab.run;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.run.result.Expected;
import io.github.mmaplab.scenario.model.Content;
import java.util.ArrayList;
import java.util.List;

/** Expected contents as results have them. */
final class Contents {

    private Contents() {}

    static Expected expected(List<Content> choices) {
        List<Data> data = new ArrayList<>();
        for (Content choice : choices) {
            data.add(Words.data(choice));
        }
        return new Expected.Content(data);
    }
}
