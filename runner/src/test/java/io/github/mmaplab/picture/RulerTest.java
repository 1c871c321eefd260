package io.github.mmaplab.picture;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.abi.Data;
import io.github.mmaplab.abi.FileId;
import io.github.mmaplab.abi.OnSignal;
import io.github.mmaplab.abi.Outcome;
import io.github.mmaplab.abi.ProcessId;
import io.github.mmaplab.kernel.SimulatedKernel;
import io.github.mmaplab.kernel.call.Load;
import io.github.mmaplab.kernel.machine.Machine;
import io.github.mmaplab.library.Library;
import io.github.mmaplab.picture.figure.Drawing;
import io.github.mmaplab.picture.figure.Figure;
import io.github.mmaplab.picture.figure.Ink;
import io.github.mmaplab.picture.figure.Shape;
import io.github.mmaplab.picture.figure.Svg;
import io.github.mmaplab.recording.Act;
import io.github.mmaplab.recording.Recording;
import io.github.mmaplab.scenario.ReadResult;
import io.github.mmaplab.scenario.ScenarioReader;
import io.github.mmaplab.scenario.model.Scenario;
import io.github.mmaplab.show.Storyboards;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is drawn of files whose end matters. */
class RulerTest {

    private static final Pattern ZONE = Pattern.compile("(?:: |, )([^,:]+) from (\\d+)");
    private static final int MOST_PAGES = 200;

    private static Storyboard storyboard(String... lines) {
        byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        ReadResult read = ScenarioReader.read("ruler.scenario.yaml", text);
        assertThat(read.diagnostics()).isEmpty();
        return Storyboards.of(read.scenarios().get(0));
    }

    private static List<Drawing> drawings(Storyboard storyboard) {
        Figure figure = Figure.of(storyboard);
        return IntStream.range(0, figure.count()).mapToObj(figure::bare).toList();
    }

    /** The titles of what is drawn of rulers, by their subjects. */
    private static Map<String, String> rulers(Drawing drawing) {
        Map<String, String> rulers = new TreeMap<>();
        for (Shape shape : drawing.shapes()) {
            if (shape instanceof Shape.Group group && group.subject().startsWith("ruler ")) {
                assertThat(rulers.put(group.subject(), group.title())).isNull();
            }
        }
        return rulers;
    }

    private static List<String> labels(Drawing drawing) {
        return drawing.shapes().stream()
                .filter(Shape.Label.class::isInstance)
                .map(shape -> ((Shape.Label) shape).text())
                .toList();
    }

    /** Where on the paper the lines of an ink are, from the left. */
    private static List<Integer> marks(Drawing drawing, Ink ink) {
        List<Integer> marks = new ArrayList<>();
        for (Shape shape : drawing.shapes()) {
            if (shape instanceof Shape.Arrow line && line.ink() == ink) {
                marks.add(line.points().get(0).x());
            }
        }
        return marks;
    }

    // ---- against the kernel

    private static NavigableMap<Long, String> zones(String title) {
        NavigableMap<Long, String> zones = new TreeMap<>();
        Matcher zone = ZONE.matcher(title);
        while (zone.find()) {
            zones.put(Long.parseUnsignedLong(zone.group(2)), zone.group(1));
        }
        return zones;
    }

    /** What a load gives, in the words of a ruler. */
    private static String loaded(Machine machine, ProcessId process, long address) {
        Outcome outcome = new SimulatedKernel(machine)
                .perform(new Load(process, address, 1, OnSignal.HANDLE))
                .outcome();
        return outcome instanceof Outcome.Signalled signalled
                ? signalled.signal().word()
                : "bytes";
    }

    private static String expected(String zone) {
        return zone.startsWith("SIG") ? zone.replaceAll(" .*", "") : "bytes";
    }

    @Test
    void each_zone_of_the_library_is_what_an_access_gives() throws Exception {
        Map<String, Integer> seen = new HashMap<>();
        for (Scenario scenario : Library.scenarios()) {
            Storyboard storyboard = Storyboards.of(scenario);
            Moment last = storyboard.moments().get(storyboard.moments().size() - 1);
            Recording recording = Recording.of(scenario);
            List<Act> acts = recording.acts();
            if (acts.isEmpty()) {
                continue;
            }
            Machine machine = acts.get(acts.size() - 1).after();
            Map<String, ProcessId> processes = recording.trace().processes().entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey, (one, other) -> other));
            List<Drawing> drawings = drawings(storyboard);
            Map<String, String> rulers = rulers(drawings.get(drawings.size() - 1));
            for (ProcessView process : last.processes()) {
                for (ProcessView.MappingView mapping : process.mappings()) {
                    String subject = "ruler " + mapping.file().orElse("") + " " + process.name() + " "
                            + Long.toHexString(mapping.start() - mapping.offset());
                    if (rulers.containsKey(subject)) {
                        check(
                                scenario,
                                machine,
                                Objects.requireNonNull(processes.get(process.name())),
                                mapping,
                                rulers.get(subject),
                                seen);
                    }
                }
            }
        }
        assertThat(seen.keySet())
                .contains("file", "zeros", "not zeros", "SIGBUS", "SIGSEGV", "SIGSEGV (---)")
                .anyMatch(zone -> zone.startsWith("copy #"));
        assertThat(seen.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(290);
    }

    private static void check(
            Scenario scenario,
            Machine machine,
            ProcessId process,
            ProcessView.MappingView mapping,
            String title,
            Map<String, Integer> seen) {
        NavigableMap<Long, String> zones = zones(title);
        int pageSize = scenario.pageSize();
        long base = mapping.start() - mapping.offset();
        for (long page = 0; page <= Math.min(mapping.pages(), MOST_PAGES); page++) {
            long offset = mapping.offset() + page * pageSize;
            String zone = zones.floorEntry(offset).getValue();
            String as = scenario.title() + ", " + title + ", at " + offset;
            if (page < mapping.pages() || zone.equals("SIGSEGV")) {
                assertThat(loaded(machine, process, base + offset)).as(as).isEqualTo(expected(zone));
                seen.merge(zone, 1, Integer::sum);
            }
        }
        zones.forEach((from, zone) -> {
            if (zone.endsWith("zeros") && from >= mapping.offset()) {
                long rest = pageSize - from % pageSize;
                Outcome outcome = new SimulatedKernel(machine)
                        .perform(new Load(process, base + from, rest, OnSignal.HANDLE))
                        .outcome();
                boolean zeros = ((Outcome.Done) outcome).data().equals(Data.of(new byte[(int) rest]));
                assertThat(zone).as(title).isEqualTo(zeros ? "zeros" : "not zeros");
                seen.merge(zone, 1, Integer::sum);
            }
        });
    }

    @Test
    void the_end_of_each_file_is_its_size() throws Exception {
        int ends = 0;
        for (Scenario scenario : Library.scenarios()) {
            Storyboard storyboard = Storyboards.of(scenario);
            Recording recording = Recording.of(scenario);
            List<Drawing> drawings = drawings(storyboard);
            Drawing last = drawings.get(drawings.size() - 1);
            List<Act> acts = recording.acts();
            for (Map.Entry<FileId, String> file : recording.trace().files().entrySet()) {
                if (rulers(last).containsKey("ruler " + file.getValue())) {
                    ends++;
                    long size = acts.get(acts.size() - 1)
                            .after()
                            .file(file.getKey())
                            .size();
                    assertThat(labels(last))
                            .as(scenario.title())
                            .anyMatch(label -> (label + ",").startsWith("end " + size + ","));
                }
            }
        }
        assertThat(ends).isGreaterThan(45);
    }

    // ---- what is drawn when

    @Test
    void a_truncation_moves_the_end_and_what_is_beyond_falls_off() {
        List<Drawing> drawings = drawings(storyboard(
                "scenario: cut",
                "files: { data.txt: { fill: x, length: 2 pages + 100 } }",
                "processes:",
                "  alice: { p: { file: data.txt, sharing: private, length: 4 pages } }",
                "steps:",
                "  - write: { alice.p + 2 pages: copied }",
                "  - truncate: { data.txt: 1 page + 200 }",
                "  - expect: { alice.p: x }"));
        assertThat(marks(drawings.get(1), Ink.END)).hasSize(1);
        assertThat(marks(drawings.get(1), Ink.END_MOVED)).isEmpty();
        assertThat(rulers(drawings.get(1)).values())
                .containsExactly(
                        "data.txt: file from 0, zeros from 8292; end 8292",
                        "alice.p private: file from 0, copy #4 from 8192, zeros from 8292, SIGBUS from 12288,"
                                + " SIGSEGV from 16384");
        Drawing cut = drawings.get(2);
        assertThat(marks(cut, Ink.END)).isEmpty();
        assertThat(marks(cut, Ink.END_BEFORE)).isEqualTo(marks(drawings.get(1), Ink.END));
        assertThat(marks(cut, Ink.END_MOVED).get(0))
                .isLessThan(marks(cut, Ink.END_BEFORE).get(0));
        assertThat(labels(cut)).contains("end 4296, was 8292", "alice.p loses private copy #4");
        assertThat(cut.description())
                .endsWith(" data.txt: file from 0, zeros from 4296; end 4296, was 8292."
                        + " alice.p private: file from 0, zeros from 4296, SIGBUS from 8192, SIGSEGV from 16384"
                        + " loses private copy #4.");
        assertThat(marks(drawings.get(3), Ink.END)).isEqualTo(marks(cut, Ink.END_MOVED));
        assertThat(labels(drawings.get(3))).contains("end 4296").noneMatch(label -> label.contains("loses"));
    }

    @Test
    void a_mapping_with_an_offset_is_below_its_pages() {
        Drawing drawing = drawings(storyboard(
                        "scenario: offset",
                        "files: { data.txt: { fill: x, length: 2 pages + 1 } }",
                        "processes:",
                        "  alice:",
                        "    p: { file: data.txt, sharing: shared, offset: 1 page, length: 3 pages }",
                        "    q: { file: data.txt, sharing: shared, prot: none, length: 4 pages }",
                        "steps:",
                        "  - munmap: { alice.p + 1 page: 1 page }",
                        "expect: { alice.p: x }"))
                .get(1);
        assertThat(rulers(drawing).values())
                .containsExactlyInAnyOrder(
                        "data.txt: file from 0, zeros from 8193; end 8193",
                        "alice.p shared: file from 4096, SIGSEGV from 8192, SIGBUS from 12288, SIGSEGV from 16384",
                        "alice.q shared: SIGSEGV (---) from 0, SIGSEGV from 16384");
    }

    @Test
    void a_file_of_whole_pages_and_shared_memory_have_no_ruler() {
        assertThat(rulers(drawings(storyboard(
                                "scenario: none",
                                "files: { data.txt: { fill: x, length: 2 pages }, other: hello }",
                                "processes:",
                                "  alice:",
                                "    p: { file: data.txt, sharing: shared }",
                                "    q: { sharing: shared, length: 3 pages }",
                                "expect: { alice.p: x }"))
                        .get(1)))
                .isEmpty();
    }

    @Test
    void a_file_of_another_size_has_a_ruler_if_the_story_is_about_its_end() {
        assertThat(rulers(last("expect: { alice.p: hello }"))).isEmpty();
        assertThat(rulers(last("steps: [ write: { alice.p: x } ]", "expect: { alice.p: x }")))
                .isEmpty();
        assertThat(rulers(last("expect: { alice.p + 5: { zeros: 1 } }"))).hasSize(2);
        assertThat(rulers(last("steps: [ write: { alice.p + 4: xy } ]", "expect: { alice.p: h }")))
                .containsEntry("ruler data.txt", "data.txt: file from 0, not zeros from 5; end 5");
        assertThat(rulers(last("steps: [ truncate: { data.txt: 4 } ]", "expect: { alice.p: h }")))
                .hasSize(2);
    }

    private static Drawing last(String... what) {
        List<String> lines = new ArrayList<>(List.of(
                "scenario: end",
                "files: { data.txt: hello }",
                "processes:",
                "  alice: { p: { file: data.txt, sharing: shared } }"));
        lines.addAll(List.of(what));
        List<Drawing> drawings = drawings(storyboard(lines.toArray(String[]::new)));
        return drawings.get(drawings.size() - 1);
    }

    @Test
    void a_figure_without_a_ruler_is_as_if_there_were_none() {
        assertThat(Svg.of(last("expect: { alice.p: hello }"))).doesNotContain("sigbus");
        assertThat(Svg.of(last("expect: { alice.p + 5: { zeros: 1 } }"))).contains("path.sigbus,");
    }

    @Test
    void signals_differ_from_the_file_by_their_lines_too() {
        String svg = Svg.of(drawings(storyboard(
                        "scenario: lines",
                        "files: { data.txt: hello }",
                        "processes:",
                        "  alice: { p: { file: data.txt, sharing: shared, length: 2 pages } }",
                        "expect: { alice.p: hello }"))
                .get(0));
        assertThat(svg).containsOnlyOnce("<path class=\"sigbus\"").containsOnlyOnce("<path class=\"sigsegv\"");
    }

    @Test
    void what_has_no_room_is_counted() {
        List<String> lines = new ArrayList<>(List.of(
                "scenario: many",
                "files: { a: { text: x, size: 4G + 1 }, b: x, c: x, d: x, e: x, f: x }",
                "processes:",
                "  alice:"));
        for (int i = 0; i < 30; i++) {
            lines.add("    p" + i + ": { file: a, sharing: shared, offset: " + 5000 * i + " pages, length: 2 pages }");
        }
        lines.add("    past: { file: a, sharing: shared, offset: 4G, length: 2 pages }");
        for (String file : List.of("b", "c", "d", "e", "f")) {
            lines.add("    " + file + ": { file: " + file + ", sharing: shared, length: 2 pages }");
        }
        lines.add("expect: { a: x }");
        Drawing drawing = drawings(storyboard(lines.toArray(String[]::new))).get(0);
        assertThat(labels(drawing))
                .contains("files without a ruler: 2")
                .anyMatch(label -> label.startsWith("mappings left out: 23; not shown from offset "));
        assertThat(labels(drawing)).contains("end 4294967297", "12288, 4997 pages");
        assertThat(drawing.width()).isLessThan(3000);
    }

    @Test
    void a_file_as_long_as_can_be_has_its_offsets() {
        Drawing drawing = drawings(storyboard(
                        "scenario: long",
                        "files: { a: { kind: memfd, text: x, size: 2 pages } }",
                        "processes:",
                        "  alice: { p: { file: a, sharing: shared, length: 2 pages } }",
                        "steps:",
                        "  - truncate: { a: 9223372036854775807 }",
                        "expect: { alice.p: x }"))
                .get(1);
        assertThat(labels(drawing)).contains("end 9223372036854775807, was 8192", "9223372036854771712");
        assertThat(rulers(drawing).values())
                .containsExactly(
                        "a: file from 0, zeros from 9223372036854775807; end 9223372036854775807, was 8192",
                        "alice.p shared: file from 0, SIGSEGV from 8192");
    }
}
