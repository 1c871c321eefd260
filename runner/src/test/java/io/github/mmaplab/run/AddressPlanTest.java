package io.github.mmaplab.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.mmaplab.abi.PageSize;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class AddressPlanTest {

    private static final long TEBIBYTE = 1L << 40;

    @Test
    void leaves_more_than_the_reach_between_two_mappings() {
        AddressPlan plan = new AddressPlan(PageSize.FOUR_K, List.of(), 5_000_000);
        long first = plan.choose("a target", 8192).orElseThrow();
        long second = plan.choose("a target", 1).orElseThrow();
        assertThat(second - (first + 8192)).isGreaterThan(5_000_000);
    }

    @Test
    void chooses_beginnings_of_pages() {
        AddressPlan plan = new AddressPlan(new PageSize(65536), List.of(), 1);
        plan.choose("a target", 100);
        assertThat(plan.choose("a target", 100).orElseThrow() % 65536).isZero();
    }

    @Test
    void has_a_place_for_a_length_that_no_address_space_has_room_for() {
        AddressPlan plan = new AddressPlan(PageSize.FOUR_K, List.of(), 0);
        assertThat(plan.choose("a target", -1)).isPresent();
        assertThat(plan.choose("a target", Long.MAX_VALUE)).isPresent();
    }

    @Test
    void gives_no_place_away_twice_that_a_name_stands_for() {
        AddressPlan plan = new AddressPlan(PageSize.FOUR_K, List.of(), 0);
        assertThat(plan.choose("a target", -1)).isNotEqualTo(plan.choose("a target", 4096));
    }

    @Test
    void is_exhausted_when_the_address_space_is_full() {
        AddressPlan plan = new AddressPlan(PageSize.FOUR_K, List.of(), TEBIBYTE);
        OptionalLong place = plan.choose("a target", 50 * TEBIBYTE);
        int placed = 0;
        while (place.isPresent()) {
            assertThat(place.getAsLong() + 50 * TEBIBYTE).isLessThan(PageSize.FOUR_K.taskSize());
            placed++;
            place = plan.choose("a target", 50 * TEBIBYTE);
        }
        assertThat(placed).isEqualTo(2);
    }
}
