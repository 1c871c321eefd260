/*
 * A forked child is a snapshot of its parent's memory
 *
 * A database wants to save everything in its memory without stopping. It forks: the child has
 * the private memory as it was at that moment, for the cost of a page table, and writes it out
 * while the parent continues. Only pages that the parent stores to in the meantime are copied.
 *
 * See fork(2), NOTES (copy-on-write pages).
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
#include <sys/wait.h>
#include <unistd.h>

#define PAGE ((size_t)4096)
#define SECONDS 20 /* the test gives up after this time */

/* The processes. Outside is the program itself, which is not a process of the scenario. */
static enum who { Outside, Database, Saver, PROCESSES } me = Outside;

/* Removes the files of the test. */
static void clean_up(void)
{
}

/* Shared by all processes: the count of checks, and the state of each process. */
static struct {
    int checks, failed;
    pid_t pid[PROCESSES];  /* 0 if there is no such process, or it has ended */
    int status[PROCESSES]; /* how it ended, as from waitpid */
    uint64_t frame;        /* of the page that was inspected last */
} *board;

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
    if (me != Outside) {
        kill(board->pid[Outside], SIGTERM);
        for (;;)
            pause();
    }
    if (signal == SIGALRM)
        puts("# the test timed out");
    for (int i = 0; i < PROCESSES; i++)
        if (i != Outside && board->pid[i] > 0)
            kill(board->pid[i], SIGKILL);
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

static int turns[PROCESSES][2]; /* one pipe per process, on which it waits for its turn */
static enum who holder = Outside;

/* Lets another process continue. */
static void hand_over(enum who next)
{
    must("hand over", write(turns[next][1], "", 1) == 1);
}

/*
 * All processes run the same steps, and each step is one process's turn. The process that had the
 * last turn hands over to the next one, which waits for it. Returns whether the turn is ours.
 */
static int turn(enum who next)
{
    char byte;

    if (me == holder && me != next)
        hand_over(next);
    if (me == next && me != holder)
        must("wait for the turn", read(turns[me][0], &byte, 1) == 1);
    holder = next;
    return me == next;
}

/* fork(2). Returns 1 in the child, which has its own name from here on. */
static int fork_into(enum who child)
{
    pid_t pid = fork();

    must("fork", pid >= 0);
    if (pid == 0) {
        me = child;
        alarm(SECONDS);
        return 1;
    }
    board->pid[child] = pid;
    return 0;
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
    board = mmap(NULL, sizeof *board, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (board == MAP_FAILED) {
        perror("mmap");
        _exit(EXIT_FAILURE);
    }
    board->pid[Outside] = getpid();
    for (int i = 0; i < PROCESSES; i++)
        must("make a pipe", pipe(turns[i]) == 0);
    signal(SIGALRM, stop);
    signal(SIGINT, stop);
    signal(SIGTERM, stop);
    alarm(SECONDS);
    catch_faults();
}

static void play(void)
{
    char *database_table = NULL, *saver_table = NULL;

    /* the mappings of database */
    if (turn(Database)) {
        database_table = mmap(NULL, 3 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1,
            0);
        must("mmap database.table", database_table != MAP_FAILED);
    }

    /* step 1: write */
    if (turn(Database)) {
        memcpy(database_table, "ann=1", 5);
        memcpy(database_table + PAGE, "ben=2", 5);
        memcpy(database_table + 2 * PAGE, "cat=3", 5);
    }

    /* step 2: fork */
    if (turn(Database)) {
        if (fork_into(Saver))
            saver_table = database_table;
    }

    /* step 3: write */
    if (turn(Database))
        memcpy(database_table + PAGE, "ben=7", 5);

    /* at the end */
    if (turn(Saver))
        check_reads("saver.table reads \"ann=1\"", saver_table, "ann=1", 5);
    if (turn(Database))
        board->frame = frame_of(database_table);
    if (turn(Saver)) {
        check_page("saver.table is the same page as database.table", frame_of(saver_table),
            board->frame, 1);
        check_reads("saver.table+1 page reads \"ben=2\"", saver_table + PAGE, "ben=2", 5);
    }
    if (turn(Database))
        board->frame = frame_of(database_table + PAGE);
    if (turn(Saver)) {
        check_page("saver.table+1 page is a different page from database.table+1 page",
            frame_of(saver_table + PAGE), board->frame, 0);
        check_reads("saver.table+2 pages reads \"cat=3\"", saver_table + 2 * PAGE, "cat=3", 5);
    }
    if (turn(Database))
        board->frame = frame_of(database_table + 2 * PAGE);
    if (turn(Saver)) {
        check_page("saver.table+2 pages is the same page as database.table+2 pages",
            frame_of(saver_table + 2 * PAGE), board->frame, 1);
    }
    if (turn(Database))
        check_reads("database.table+1 page reads \"ben=7\"", database_table + PAGE, "ben=7", 5);
    if (turn(Outside)) {
        skip("memory: pages in use: 4", "a program can't count physical pages");
        skip("memory: copies on write: 1", "a program can't count physical pages");
    }

    /* every process stays until here */
    turn(Database);
    turn(Saver);
    turn(Outside);
}

int main(void)
{
    if ((size_t)sysconf(_SC_PAGESIZE) != PAGE) {
        puts("1..0 # SKIP the page size is not 4096 bytes");
        return EXIT_SUCCESS;
    }
    begin(9);
    fork_into(Database); /* a child continues here */
    play();
    if (me != Outside)
        return EXIT_SUCCESS;
    while (wait(NULL) > 0)
        ;
    clean_up();
    return board->failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
