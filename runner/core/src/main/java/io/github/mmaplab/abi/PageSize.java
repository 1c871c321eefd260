package io.github.mmaplab.abi;

/**
 * The size of a page, and the arithmetic of addresses that goes with it. Addresses and lengths are unsigned 64-bit
 * numbers in a {@code long}.
 *
 * @param bytes a power of two: 4096, 16384 or 65536
 */
public record PageSize(int bytes) {

    /** The page size of x86, and the usual one elsewhere. */
    public static final PageSize FOUR_K = new PageSize(4096);

    /** The first address that user space does not have (x86-64 with four-level page tables, TASK_SIZE_MAX). */
    public long taskSize() {
        return (1L << 47) - bytes;
    }

    /** Whether {@code address} is the beginning of a page. */
    public boolean aligned(long address) {
        return offset(address) == 0;
    }

    /** The distance of {@code address} from the beginning of its page. */
    public int offset(long address) {
        return (int) (address & (bytes - 1));
    }

    /** The beginning of the page that {@code address} is in. */
    public long floor(long address) {
        return address & -bytes;
    }

    /** The length rounded up to whole pages; 0 when that is more than 2^64-1 (the kernel's PAGE_ALIGN). */
    public long ceil(long length) {
        return (length + bytes - 1) & -bytes;
    }

    /** The number of the page that {@code address} is in. */
    public long number(long address) {
        return address >>> Integer.numberOfTrailingZeros(bytes);
    }

    /** The address at which page {@code number} begins. */
    public long address(long number) {
        return number << Integer.numberOfTrailingZeros(bytes);
    }
}
