package io.github.mmaplab.kernel.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.mmaplab.abi.FrameId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PageTableTest {

    private static final int PAGE = 4096;

    private MemoryDraft memory = new MemoryDraft(PhysicalMemory.EMPTY);

    private FrameId frame() {
        return memory.allocate(PageContent.zeros(PAGE), false, 0);
    }

    private PageTable with(PageTable table, long... pages) {
        PageTable next = table;
        for (long page : pages) {
            next = next.with(memory, page, frame());
        }
        return next;
    }

    /** Counts all references from scratch, holds them against those that were kept, and returns the frames in use. */
    private int check(PageTable... tables) {
        ReferenceCount count = new ReferenceCount();
        for (PageTable table : tables) {
            count.add(table);
        }
        PhysicalMemory sealed = memory.seal();
        count.check(sealed);
        return sealed.frames().size();
    }

    private static List<Long> pages(PageTable table, long from, long to) {
        List<Long> pages = new ArrayList<>();
        table.forEach(from, to, (page, frame) -> pages.add(page));
        return pages;
    }

    @Test
    void is_empty_at_first() {
        assertThat(PageTable.EMPTY.frame(0)).isNull();
        assertThat(PageTable.EMPTY.find(memory, 7)).isNull();
        assertThat(PageTable.EMPTY.without(memory, 0, Long.MAX_VALUE)).isSameAs(PageTable.EMPTY);
    }

    @Test
    void finds_what_was_put_in_near_and_far() {
        long[] pages = {0, 1, 63, 64, 4095, 4096, (1L << 35) - 1, 1L << 34};
        PageTable table = with(PageTable.EMPTY, pages);

        for (long page : pages) {
            PageTable.Entry entry = table.find(memory, page);
            assertThat(entry).isNotNull();
            assertThat(table.frame(page)).isNotNull();
        }
        assertThat(table.frame(2)).isNull();
        assertThat(table.frame(1L << 33)).isNull();
        assertThat(check(table)).isEqualTo(pages.length);
    }

    @Test
    void does_not_find_a_page_under_the_number_of_another() {
        PageTable table = with(PageTable.EMPTY, 5);

        assertThat(table.frame(5 + (1L << 36))).isNull();
        assertThat(table.find(memory, 5 + (1L << 36))).isNull();
        assertThat(table.frame(-1)).isNull();
    }

    @Test
    void gives_a_replaced_frame_back() {
        PageTable table = with(PageTable.EMPTY, 5);
        FrameId first = table.frame(5);

        table = with(table, 5);

        assertThat(table.frame(5)).isNotEqualTo(first);
        assertThat(check(table)).isEqualTo(1);
    }

    @Test
    void tells_entries_in_order_within_a_range() {
        PageTable table = with(PageTable.EMPTY, 4096, 0, 64, 63, 1L << 34);

        assertThat(pages(table, 0, Long.MAX_VALUE)).containsExactly(0L, 63L, 64L, 4096L, 1L << 34);
        assertThat(pages(table, 1, 64)).containsExactly(63L);
        assertThat(pages(table, 64, 4097)).containsExactly(64L, 4096L);
        assertThat(pages(table, 64, 64)).isEmpty();
        assertThat(pages(table, 65, 64)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 63, 64, 65, 4095, 4096, 4097})
    void cuts_a_range_out(long from) {
        PageTable table = PageTable.EMPTY;
        for (long page = 0; page < 5000; page += 3) {
            table = with(table, page);
        }
        int all = pages(table, 0, Long.MAX_VALUE).size();
        int gone = pages(table, from, from + 100).size();

        table = table.without(memory, from, from + 100);

        assertThat(pages(table, from, from + 100)).isEmpty();
        assertThat(pages(table, 0, Long.MAX_VALUE)).hasSize(all - gone);
        assertThat(check(table)).isEqualTo(all - gone);
    }

    @Test
    void is_empty_again_when_all_is_cut_out() {
        PageTable table = with(PageTable.EMPTY, 0, 64, 1L << 34);

        table = table.without(memory, 0, Long.MAX_VALUE);

        assertThat(pages(table, 0, Long.MAX_VALUE)).isEmpty();
        assertThat(check(table)).isZero();
    }

    @Test
    void is_one_tree_for_parent_and_child_until_one_of_them_changes_it() {
        PageTable parent = with(PageTable.EMPTY, 0, 1, 64, 1L << 34);
        PageTable child = parent.fork(memory);
        assertThat(check(parent, child)).isEqualTo(4);
        assertShared(parent, 0, true);

        child = with(child, 0);

        assertThat(child.frame(0)).isNotEqualTo(parent.frame(0));
        assertThat(child.frame(1)).isEqualTo(parent.frame(1));
        assertThat(check(parent, child)).isEqualTo(5);
        assertShared(parent, 0, false);
        assertShared(parent, 64, true);
    }

    private void assertShared(PageTable table, long page, boolean shared) {
        PageTable.Entry entry = table.find(memory, page);
        assertThat(entry).isNotNull().matches(found -> found.shared() == shared, "stands in a shared node: " + shared);
    }

    @Test
    void cuts_out_of_a_shared_tree_for_one_side_alone() {
        PageTable parent = with(PageTable.EMPTY, 0, 1, 64, 128, 1L << 34);
        PageTable child = parent.fork(memory);

        child = child.without(memory, 1, 100);

        assertThat(pages(child, 0, Long.MAX_VALUE)).containsExactly(0L, 128L, 1L << 34);
        assertThat(pages(parent, 0, Long.MAX_VALUE)).hasSize(5);
        check(parent, child);

        parent = parent.without(memory, 0, Long.MAX_VALUE);
        assertThat(check(parent, child)).isEqualTo(3);
    }

    @Test
    void copies_no_node_for_a_range_without_entries() {
        PageTable parent = with(PageTable.EMPTY, 0, 1L << 34);
        PageTable child = parent.fork(memory);
        long nodes = memory.seal().nextNode();

        child = child.without(memory, 1, 1L << 33);

        assertThat(memory.seal().nextNode()).isEqualTo(nodes);
        check(parent, child);
    }

    @Test
    void gives_all_back_when_its_last_owner_goes() {
        PageTable parent = with(PageTable.EMPTY, 0, 64, 1L << 34);
        PageTable child = parent.fork(memory);
        PageTable grandchild = with(child.fork(memory), 64);

        parent.drop(memory);
        assertThat(check(child, grandchild)).isEqualTo(4);
        child.drop(memory);
        assertThat(check(grandchild)).isEqualTo(3);
        grandchild.drop(memory);
        assertThat(check()).isZero();
    }

    @Test
    void does_not_count_the_zero_page() {
        PageTable table = PageTable.EMPTY.with(memory, 3, FrameId.ZERO);

        assertThat(table.frame(3)).isEqualTo(FrameId.ZERO);
        assertThat(check(table)).isZero();
        table.drop(memory);
    }

    @Test
    void a_wrong_count_is_found() {
        PageTable table = with(PageTable.EMPTY, 0);
        FrameId frame = table.frame(0);
        assertThat(frame).isNotNull();
        memory.retain(frame == null ? FrameId.ZERO : frame);

        assertThatIllegalStateException().isThrownBy(() -> check(table)).withMessageContaining("1 references, not 2");
        assertThatIllegalStateException().isThrownBy(() -> check()).withMessageContaining("frames in use");
        memory.release(frame == null ? FrameId.ZERO : frame);
        assertThatIllegalStateException().isThrownBy(() -> check(table, table)).withMessageContaining("parents");
    }

    /** Many tables that descend from each other, changed at will, against plain maps. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void agrees_with_plain_maps_after_any_changes(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<PageTable> tables = new ArrayList<>(List.of(PageTable.EMPTY));
        List<NavigableMap<Long, FrameId>> maps = new ArrayList<>(List.of(new TreeMap<>()));
        for (int i = 0; i < 1500; i++) {
            memory = new MemoryDraft(memory.seal());
            int one = random.nextInt(tables.size());
            long page = page(random);
            switch (random.nextInt(12)) {
                case 0 -> {
                    if (tables.size() < 6) {
                        tables.add(tables.get(one).fork(memory));
                        maps.add(new TreeMap<>(maps.get(one)));
                    }
                }
                case 1 -> {
                    if (tables.size() > 1) {
                        tables.remove(one).drop(memory);
                        maps.remove(one);
                    }
                }
                case 2, 3, 4 -> {
                    long to = random.nextBoolean() ? page + random.nextInt(200) : page(random);
                    tables.set(one, tables.get(one).without(memory, page, to));
                    if (page < to) {
                        maps.get(one).subMap(page, to).clear();
                    }
                }
                default -> {
                    FrameId frame = frame();
                    tables.set(one, tables.get(one).with(memory, page, frame));
                    maps.get(one).put(page, frame);
                }
            }
            if (i % 5 == 0) {
                check(tables.toArray(PageTable[]::new));
            }
        }
        check(tables.toArray(PageTable[]::new));
        for (int i = 0; i < tables.size(); i++) {
            Map<Long, FrameId> seen = new TreeMap<>();
            tables.get(i).forEach(0, Long.MAX_VALUE, seen::put);
            assertThat(seen).isEqualTo(maps.get(i));
        }
    }

    /** Close together, at the borders of nodes, or anywhere. */
    private static long page(SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(20);
            case 1 -> random.nextInt(60, 70) + 64L * random.nextInt(3);
            case 2 -> 4090 + random.nextInt(12);
            default -> random.nextLong(1L << 35);
        };
    }
}
