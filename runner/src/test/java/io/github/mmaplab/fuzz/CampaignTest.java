package io.github.mmaplab.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.mmaplab.kernel.KernelLostException;
import io.github.mmaplab.kernel.KernelSource;
import io.github.mmaplab.kernel.machine.Rule;
import io.github.mmaplab.kernel.machine.Rules;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class CampaignTest {

    private static final KernelSource LINUX = KernelSource.simulated(Rules.LINUX);
    private static final Set<Feature> ALL = EnumSet.allOf(Feature.class);

    private static Campaign.Summary run(Campaign campaign) throws Exception {
        return campaign.run(() -> false, played -> {}, found -> {});
    }

    private static Set<Long> found(int shard, int shards) throws Exception {
        KernelSource broken = KernelSource.simulated(Rules.LINUX.without(Rule.PROTECTION_IS_ENFORCED));
        Plan plan = new Plan(1, ALL, 4096, 60, shard, shards, 1, true);
        Set<Long> indices = new TreeSet<>();
        run(new Campaign(plan, LINUX, () -> broken)).discoveries().forEach(one -> indices.add(one.index()));
        return indices;
    }

    @Test
    void shards_share_the_scenarios_of_a_campaign() throws Exception {
        long played = 0;
        for (int shard = 1; shard <= 3; shard++) {
            played += run(new Campaign(new Plan(1, ALL, 4096, 100, shard, 3, 1, false), LINUX, () -> LINUX))
                    .scenarios();
        }
        assertThat(played).isEqualTo(100);
        assertThat(found(1, 2)).allMatch(index -> index % 2 == 0);
        assertThat(found(2, 2)).allMatch(index -> index % 2 == 1);
    }

    @Test
    void a_lost_kernel_is_counted_and_another_one_taken() throws Exception {
        AtomicInteger sources = new AtomicInteger();
        AtomicInteger boots = new AtomicInteger();
        KernelSource fragile = pageSize -> {
            if (boots.incrementAndGet() % 10 == 0) {
                throw new KernelLostException("the agent was killed");
            }
            return LINUX.boot(pageSize);
        };
        Campaign.Summary summary = run(new Campaign(Plan.of(1, 50), LINUX, () -> {
            sources.incrementAndGet();
            return fragile;
        }));
        assertThat(summary.lost()).isEqualTo(5);
        assertThat(summary.scenarios()).isEqualTo(45);
        assertThat(sources).hasValueBetween(5, 6);
    }

    @Test
    void kernels_lost_again_and_again_end_the_campaign() {
        KernelSource none = pageSize -> {
            throw new KernelLostException("no process can be made");
        };
        assertThatThrownBy(() -> run(new Campaign(Plan.of(1, 50), LINUX, () -> none)))
                .isInstanceOf(CampaignException.class)
                .hasMessageContaining("no process can be made");
    }

    @Test
    void a_group_of_features_of_which_none_is_named_is_used_whole() {
        assertThat(Feature.only(List.of())).isEqualTo(ALL);
        assertThat(Feature.only(List.of(Feature.PRIVATE, Feature.FORK)))
                .contains(Feature.FILES, Feature.ANONYMOUS, Feature.PRIVATE, Feature.FORK)
                .doesNotContain(Feature.SHARED, Feature.MREMAP, Feature.ERRORS);
    }

    @Test
    void a_kernel_lost_in_an_order_is_counted() throws Exception {
        AtomicInteger boots = new AtomicInteger();
        KernelSource fragile = pageSize -> {
            if (boots.incrementAndGet() % 10 == 0) {
                throw new KernelLostException("the agent was killed");
            }
            return LINUX.boot(pageSize);
        };
        OrderCampaign.Summary summary =
                new OrderCampaign(Plan.of(1, 20), LINUX, () -> fragile).run(() -> false, played -> {}, found -> {});
        assertThat(summary.lost()).isEqualTo(boots.get() / 10).isPositive();
        assertThat(summary.orders()).isEqualTo(boots.get() - summary.lost() - summary.unplayable());
        assertThatThrownBy(() -> new OrderCampaign(Plan.of(1, 50), LINUX, () -> size -> {
                            throw new KernelLostException("no process can be made");
                        })
                        .run(() -> false, played -> {}, found -> {}))
                .isInstanceOf(CampaignException.class)
                .hasMessageContaining("no process can be made");
    }

    @Test
    void a_campaign_in_orders_goes_on_if_it_is_to() throws Exception {
        KernelSource broken = KernelSource.simulated(Rules.LINUX.without(Rule.PROTECTION_IS_ENFORCED));
        Plan first = Plan.of(1, 100);
        Plan all = new Plan(1, ALL, 4096, 100, 1, 1, 1, true);
        assertThat(new OrderCampaign(first, LINUX, () -> broken)
                        .run(() -> false, played -> {}, found -> {})
                        .found())
                .isEqualTo(1);
        assertThat(new OrderCampaign(all, LINUX, () -> broken)
                        .run(() -> false, played -> {}, found -> {})
                        .found())
                .isGreaterThan(1);
    }
}
