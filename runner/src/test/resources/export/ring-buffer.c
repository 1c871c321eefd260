/*
 * A buffer that is mapped twice, end to end, needs no wrapping
 *
 * The second mapping begins where the first one ends and shows the same pages. A message that
 * starts near the end of the buffer continues in the second mapping, and so at the start of the
 * buffer: one store is enough, although it wraps around.
 *
 * See mmap(2), MAP_FIXED; memfd_create(2), DESCRIPTION.
 *
 * Written by `mmaplab export c`. It prints TAP, and exits with 0 if all checks pass:
 *
 *     cc -std=c11 -o test this-file.c && ./test
 */
#define _GNU_SOURCE

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#define PAGE ((size_t)4096)
#define SECONDS 20 /* the test gives up after this time */
#define REACH (2 * PAGE) /* the farthest access from a mapping */

static int ring; /* ring, open for reading and writing */

/* Removes the files of the test. */
static void clean_up(void)
{
}

static struct {
    int checks, failed;
} tally, *board = &tally;

/* Prints a line of TAP. */
static int check(int holds, const char *what)
{
    board->checks++;
    board->failed += !holds;
    printf("%s %d - %s\n", holds ? "ok" : "not ok", board->checks, what);
    return holds;
}

/* Prints a line of TAP for a check that can't be made here. */
static void skip(const char *what, const char *why)
{
    printf("ok %d - %s # SKIP %s\n", ++board->checks, what, why);
}

/* Ends the test early. */
static void stop(int signal)
{
    if (signal == SIGALRM)
        puts("# the test timed out");
    clean_up();
    _exit(EXIT_FAILURE);
}

/* Ends the test if a call that must succeed has failed. */
static void must(const char *what, int holds)
{
    if (!holds) {
        const char *why = strerror(errno);

        check(0, what);
        printf("#   seen: %s\n", why);
        stop(0);
    }
}

static sigjmp_buf back;
static volatile sig_atomic_t catching, caught, caught_code;

/* Handles SIGSEGV and SIGBUS: records the signal, and returns to the code that catches it. */
static void on_fault(int signal, siginfo_t *info, void *context)
{
    (void)context;
    if (!catching) {
        check(0, "nothing else faults");
        printf("#   seen: %s\n", strsignal(signal));
        stop(signal);
    }
    caught = signal;
    caught_code = info->si_code;
    siglongjmp(back, 1);
}

static void catch_faults(void)
{
    struct sigaction action = { .sa_sigaction = on_fault, .sa_flags = SA_SIGINFO };

    sigaction(SIGSEGV, &action, NULL);
    sigaction(SIGBUS, &action, NULL);
}

/* Loads byte by byte. */
static void load(const volatile char *at, size_t length)
{
    for (size_t i = 0; i < length; i++)
        (void)at[i];
}

/* Loads, and returns the signal that this raises, or 0. */
static int try_load(const char *at, size_t length)
{
    caught = 0;
    if (sigsetjmp(back, 1) == 0) {
        catching = 1;
        load(at, length);
    }
    catching = 0;
    return caught;
}

/* Copies what can be read, and returns the signal that this raises, or 0. */
static int try_copy(char *to, const volatile char *from, size_t length)
{
    caught = 0;
    if (sigsetjmp(back, 1) == 0) {
        catching = 1;
        for (size_t i = 0; i < length; i++)
            to[i] = from[i];
    }
    catching = 0;
    return caught;
}

static void show(const char *label, const char *bytes, size_t length)
{
    printf("#   %s: \"", label);
    for (size_t i = 0; i < length && i < 40; i++)
        printf(bytes[i] >= ' ' && bytes[i] <= '~' ? "%c" : "\\x%02x", (unsigned char)bytes[i]);
    puts(length > 40 ? "\"..." : "\"");
}

/* What a process reads at an address. */
static void check_reads(const char *what, const char *at, const char *expected, size_t length)
{
    char seen[512];

    for (size_t done = 0, count; done < length; done += count) {
        count = length - done < sizeof seen ? length - done : sizeof seen;
        if (try_copy(seen, at + done, count) != 0) {
            check(0, what);
            printf("#   seen: %s\n", strsignal(caught));
            return;
        }
        if (memcmp(seen, expected + done, count) != 0) {
            check(0, what);
            show("expected", expected + done, count);
            show("seen", seen, count);
            return;
        }
    }
    check(1, what);
}

/* What read(2) finds in a file. */
static void check_holds(const char *what, int file, off_t offset, const char *expected, size_t length)
{
    char seen[512];

    for (size_t done = 0, count; done < length; done += count) {
        ssize_t got;

        count = length - done < sizeof seen ? length - done : sizeof seen;
        got = pread(file, seen, count, offset + (off_t)done);
        if (got != (ssize_t)count || memcmp(seen, expected + done, count) != 0) {
            check(0, what);
            show("expected", expected + done, count);
            show("seen", seen, got < 0 ? 0 : (size_t)got);
            return;
        }
    }
    check(1, what);
}

/* Maps a file that was opened for this purpose, and closes it. */
static void *map_file(int file, void *at, size_t length, int prot, int flags, off_t offset)
{
    void *mapping = MAP_FAILED;

    if (file >= 0) {
        int error;

        mapping = mmap(at, length, prot, flags, file, offset);
        error = errno;
        close(file);
        errno = error;
    }
    return mapping;
}

/* Opens a file in memory again. */
static int open_memfd(int file, int flags)
{
    char path[32];

    snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    return open(path, flags);
}

#define FIRST_ROOM ((uintptr_t)1 << 44)

/*
 * A place for a mapping, with nothing around it. Programs are below it, and libraries and stacks are
 * above; between the two are only our own mappings.
 */
static char *room(size_t length)
{
    static uintptr_t next = FIRST_ROOM;
    char *place = (char *)next;

    next += (length + REACH + 0xfffff) & ~(size_t)0xfffff;
    return place;
}

/* Whether the addresses of our mappings are free. */
static int room_is_free(void)
{
    int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED_NOREPLACE;
    void *memory = mmap((void *)FIRST_ROOM, 4 * FIRST_ROOM, PROT_NONE, flags, -1, 0);
    int taken = memory == MAP_FAILED && errno == EEXIST;

    if (memory != MAP_FAILED)
        munmap(memory, 4 * FIRST_ROOM);
    return !taken;
}

#define FAULTED UINT64_MAX

/* The number of the physical page at an address that was read before; 0 if we may not know it. */
static uint64_t frame_of(const char *at)
{
    uint64_t entry = 0;
    int pagemap;

    if (try_load(at, 1) != 0)
        return FAULTED;
    pagemap = open("/proc/self/pagemap", O_RDONLY);
    if (pagemap >= 0) {
        off_t place = (off_t)((uintptr_t)at / PAGE * sizeof entry);

        if (pread(pagemap, &entry, sizeof entry, place) != sizeof entry)
            entry = 0;
        close(pagemap);
    }
    return entry & (((uint64_t)1 << 55) - 1);
}

/* Whether two pages are the same physical one, or not. */
static void check_page(const char *what, uint64_t one, uint64_t other, int same)
{
    if (one == FAULTED || other == FAULTED) {
        check(0, what);
        puts("#   seen: reading faults");
    } else if (one == 0 || other == 0) {
        skip(what, "needs privilege to see frame numbers");
    } else {
        check((one == other) == same, what);
    }
}

static void begin(int checks)
{
    setvbuf(stdout, NULL, _IOLBF, 0);
    printf("TAP version 13\n1..%d\n", checks);
    signal(SIGALRM, stop);
    signal(SIGINT, stop);
    signal(SIGTERM, stop);
    alarm(SECONDS);
    catch_faults();
}

static void play(void)
{
    char *alice_again = NULL, *alice_buffer = NULL;

    /* the mappings of alice */
    alice_buffer = map_file(open_memfd(ring, O_RDWR), room(PAGE), PAGE, PROT_READ | PROT_WRITE,
        MAP_SHARED, 0);
    must("mmap alice.buffer", alice_buffer != MAP_FAILED);
    alice_again = map_file(open_memfd(ring, O_RDWR), alice_buffer + PAGE, PAGE, PROT_READ | PROT_WRITE,
        MAP_SHARED | MAP_FIXED, 0);
    must("mmap alice.again", alice_again != MAP_FAILED);

    /* step 1: write */
    memcpy(alice_again - 5, "HELLOworld", 10);

    /* at the end */
    check_reads("alice.again - 5 reads \"HELLOworld\"", alice_again - 5, "HELLOworld", 10);
    check_reads("alice.buffer reads \"world\"", alice_buffer, "world", 5);
    check_page("alice.buffer is the same page as alice.again", frame_of(alice_buffer),
        frame_of(alice_again), 1);
    check_holds("ring+0 holds \"world\"", ring, 0, "world", 5);
    check_holds("ring+4091 holds \"HELLO\"", ring, 4091, "HELLO", 5);
}

int main(void)
{
    if ((size_t)sysconf(_SC_PAGESIZE) != PAGE) {
        puts("1..0 # SKIP the page size is not 4096 bytes");
        return EXIT_SUCCESS;
    }
    if (!room_is_free()) {
        puts("1..0 # SKIP the addresses that this program needs are in use");
        return EXIT_SUCCESS;
    }
    begin(5);

    ring = memfd_create("ring", 0);
    must("make ring", ring >= 0);
    must("extend ring", ftruncate(ring, PAGE) == 0);

    play();
    clean_up();
    return board->failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
