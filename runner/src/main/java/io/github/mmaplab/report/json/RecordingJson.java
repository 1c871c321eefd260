package io.github.mmaplab.report.json;

import io.github.mmaplab.json.JsonText;
import io.github.mmaplab.picture.Change;
import io.github.mmaplab.picture.FileView;
import io.github.mmaplab.picture.Moment;
import io.github.mmaplab.picture.PageView;
import io.github.mmaplab.picture.ProcessView;
import io.github.mmaplab.picture.Storyboard;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A run, moment by moment, as JSON: {@code schema/recording.schema.json}. Empty optional values are left out. */
public final class RecordingJson {
    private static final int VERSION = 1;

    private RecordingJson() {}

    /**
     * Writes the document, each moment on a line of its own.
     *
     * @param tool the version of mmaplab
     */
    public static void write(Storyboard storyboard, String tool, Appendable out) throws IOException {
        String head = JsonText.line(head(storyboard, tool));
        out.append(head, 0, head.length() - 1).append(",\n\"moments\":[");
        String separator = "\n";
        for (Moment moment : storyboard.moments()) {
            out.append(separator).append(JsonText.line(moment(moment)));
            separator = ",\n";
        }
        out.append("]}\n");
    }

    private static Map<String, Object> head(Storyboard storyboard, String tool) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", "mmaplab-recording");
        json.put("version", VERSION);
        json.put("tool", tool);
        json.put("title", storyboard.title());
        put(json, "order", storyboard.order());
        put(json, "about", storyboard.about());
        json.put("page-size", storyboard.pageSize());
        json.put("file", storyboard.file());
        json.put("source", storyboard.source());
        json.put("past-ends", storyboard.pastEnds());
        json.put("passed", storyboard.passed());
        put(json, "stopped", storyboard.stopped());
        return json;
    }

    private static Map<String, Object> moment(Moment moment) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", moment.kind().name().toLowerCase(Locale.ROOT));
        json.put("step", moment.step());
        json.put("text", moment.text());
        Map<String, Object> lines = new LinkedHashMap<>();
        lines.put("first", moment.lines().first());
        lines.put("last", moment.lines().last());
        json.put("lines", lines);
        put(json, "branch", moment.branch());
        json.put("passed", moment.passed());
        json.put("outcomes", each(moment.outcomes(), RecordingJson::outcome));
        json.put("checks", each(moment.checks(), RecordingJson::check));
        json.put("processes", each(moment.processes(), RecordingJson::process));
        json.put("pages", each(moment.pages(), RecordingJson::page));
        json.put("files", each(moment.files(), RecordingJson::file));
        json.put("changes", each(moment.changes(), RecordingJson::change));
        return json;
    }

    private static Map<String, Object> outcome(Moment.Attempt attempt) {
        Map<String, Object> json = new LinkedHashMap<>();
        put(json, "process", attempt.process());
        json.put("result", attempt.came());
        json.put("reason", attempt.reason());
        return json;
    }

    private static Map<String, Object> check(Moment.Check check) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("place", check.place());
        json.put("line", check.line());
        json.put("holds", check.holds());
        put(json, "problem", check.problem());
        return json;
    }

    private static Map<String, Object> process(ProcessView process) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", process.name());
        put(json, "parent", process.parent());
        json.put("alive", process.alive());
        json.put("status", process.status());
        json.put("names", each(process.names(), RecordingJson::name));
        json.put("mappings", each(process.mappings(), RecordingJson::mapping));
        return json;
    }

    private static Map<String, Object> name(ProcessView.Name name) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name.name());
        json.put("start", address(name.start()));
        json.put("end", address(name.end()));
        return json;
    }

    private static Map<String, Object> mapping(ProcessView.MappingView mapping) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("names", mapping.names());
        json.put("start", address(mapping.start()));
        json.put("pages", mapping.pages());
        json.put("prot", mapping.prot());
        json.put("shared", mapping.shared());
        put(json, "file", mapping.file());
        json.put("offset", mapping.offset());
        json.put("in-file", mapping.inFile());
        json.put("flags", mapping.flags());
        json.put("entries", each(mapping.entries(), RecordingJson::entry));
        json.put("more", mapping.more());
        json.put("guards", mapping.guards());
        return json;
    }

    private static Map<String, Object> entry(ProcessView.Entry entry) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("index", entry.index());
        json.put("place", entry.place());
        json.put("page", entry.page());
        json.put("prot", entry.prot());
        put(json, "was", entry.was());
        return json;
    }

    private static Map<String, Object> page(PageView page) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", page.number());
        json.put("references", page.references());
        if (page.file().isPresent()) {
            json.put("file", page.file().get());
            json.put("index", page.index());
        }
        json.put("content", each(page.content(), RecordingJson::piece));
        json.put("fresh", page.fresh());
        json.put("changed", each(page.changed(), RecordingJson::stretch));
        return json;
    }

    private static Map<String, Object> piece(PageView.Piece piece) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("offset", piece.offset());
        json.put("length", piece.length());
        json.put("text", piece.text());
        json.put("hex", piece.hex());
        return json;
    }

    private static Map<String, Object> stretch(PageView.Stretch stretch) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("offset", stretch.offset());
        json.put("length", stretch.length());
        return json;
    }

    private static Map<String, Object> file(FileView file) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", file.name());
        json.put("kind", file.kind());
        json.put("linked", file.linked());
        json.put("size", file.size());
        json.put("cached", each(file.cached(), RecordingJson::cached));
        json.put("has-disk", file.hasDisk());
        json.put("disk-size", file.diskSize());
        json.put("on-disk", each(file.onDisk(), RecordingJson::onDisk));
        return json;
    }

    private static Map<String, Object> cached(FileView.CachedPage page) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("index", page.index());
        json.put("page", page.page());
        json.put("dirty", page.dirty());
        return json;
    }

    private static Map<String, Object> onDisk(FileView.DiskPage page) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("index", page.index());
        json.put("content", each(page.content(), RecordingJson::piece));
        return json;
    }

    private static Map<String, Object> change(Change change) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", change.kind());
        json.put("text", change.text());
        if (change.page().isPresent()) {
            json.put("page", change.page().getAsLong());
        }
        return json;
    }

    private static String address(long address) {
        return "0x" + Long.toHexString(address);
    }

    private static void put(Map<String, Object> json, String name, Optional<?> value) {
        if (value.isPresent()) {
            json.put(name, value.get());
        }
    }

    private static <T> List<Object> each(List<T> values, Function<T, Object> write) {
        List<Object> list = new ArrayList<>(values.size());
        for (T value : values) {
            list.add(write.apply(value));
        }
        return list;
    }
}
