package io.github.mmaplab.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.Sharing;
import io.github.mmaplab.fuzz.sketch.Act;
import io.github.mmaplab.fuzz.sketch.Deed;
import io.github.mmaplab.fuzz.sketch.FileSketch;
import io.github.mmaplab.fuzz.sketch.MapSketch;
import io.github.mmaplab.fuzz.sketch.Sketch;
import io.github.mmaplab.kernel.KernelSource;
import io.github.mmaplab.kernel.machine.Rules;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class GeneratorTest {

    private static final int SCENARIOS = 1_000;
    private static final KernelSource LINUX = KernelSource.simulated(Rules.LINUX);

    @Test
    void a_scenario_follows_from_seed_and_index_alone() {
        Generator one = generator(7);
        Generator other = generator(7);
        Sketch late = other.sketch(123);
        for (int index = 0; index < 123; index++) {
            one.sketch(index);
        }
        assertThat(one.sketch(123)).isEqualTo(late);
    }

    @Test
    void scenarios_of_neighbouring_seeds_and_indices_have_nothing_in_common() {
        Set<Sketch> sketches = new HashSet<>();
        for (int seed = 0; seed < 20; seed++) {
            for (int index = 0; index < 20; index++) {
                sketches.add(generator(seed).sketch(index));
            }
        }
        assertThat(sketches).hasSize(400);
    }

    @Test
    void every_operation_is_done_and_most_pairs_of_them() throws Exception {
        Coverage coverage = campaign(EnumSet.allOf(Feature.class), 4096).coverage();
        assertThat(coverage.neverDone()).isEmpty();
        assertThat(coverage.neverConsecutive()).hasSizeLessThan(Coverage.pairs() / 5);
        assertThat(coverage.outcomes().get("mmap"))
                .containsKeys("ok", "EACCES", "EEXIST", "EINVAL", "ENOENT", "ENOMEM", "EOVERFLOW");
        assertThat(coverage.outcomes().get("load"))
                .containsKeys("ok", "SEGV_MAPERR", "SEGV_ACCERR", "BUS_ADRERR", "SI_KERNEL");
    }

    @ParameterizedTest
    @EnumSource
    void each_feature_alone_gives_scenarios_that_can_be_played(Feature feature) throws Exception {
        assertThat(campaign(Feature.only(List.of(feature)), 4096).scenarios()).isEqualTo(SCENARIOS);
    }

    @ParameterizedTest
    @ValueSource(ints = {16384, 65536})
    void pages_may_have_another_size(int pageSize) throws Exception {
        assertThat(campaign(EnumSet.allOf(Feature.class), pageSize).scenarios()).isEqualTo(SCENARIOS);
    }

    @Test
    void what_is_not_named_is_left_out() {
        Generator generator =
                new Generator(1, Feature.only(List.of(Feature.MEMFD, Feature.SHARED, Feature.FORK)), 4096);
        for (int index = 0; index < 500; index++) {
            Sketch sketch = generator.sketch(index);
            assertThat(sketch.files()).extracting(FileSketch::kind).containsOnly(FileKind.MEMFD);
            assertThat(mappings(sketch)).allMatch(mapping -> mapping.file().isPresent());
            assertThat(mappings(sketch)).extracting(MapSketch::sharing).doesNotContain(Sharing.PRIVATE);
            assertThat(sketch.deeds())
                    .extracting(Deed::act)
                    .noneMatch(act -> act instanceof Act.Mremap
                            || act instanceof Act.Madvise
                            || act instanceof Act.Truncate
                            || act instanceof Act.Exit);
        }
    }

    private static List<MapSketch> mappings(Sketch sketch) {
        List<MapSketch> mappings = new ArrayList<>();
        sketch.processes().forEach(process -> process.mappings().forEach(named -> mappings.add(named.mapping())));
        for (Deed deed : sketch.deeds()) {
            if (deed.act() instanceof Act.Mmap mmap) {
                mappings.add(mmap.mapping());
            }
        }
        return mappings;
    }

    private static Generator generator(long seed) {
        return new Generator(seed, EnumSet.allOf(Feature.class), 4096);
    }

    private static Campaign.Summary campaign(Set<Feature> features, int pageSize) throws Exception {
        Plan plan = new Plan(1, features, pageSize, SCENARIOS, 1, 1, 1, false);
        Campaign.Summary summary = new Campaign(plan, LINUX, () -> LINUX).run(() -> false, n -> {}, found -> {});
        assertThat(summary.discoveries()).isEmpty();
        return summary;
    }
}
