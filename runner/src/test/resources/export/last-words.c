/*
 * A process that is killed in the middle of a store leaves the first bytes
 *
 * The store continues past the end of the file. Its first bytes are in the file when the next
 * one raises SIGBUS and terminates the process: a shared mapping can be left half written, and
 * nothing undoes it.
 *
 * See mmap(2), ERRORS (SIGBUS).
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
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define PAGE ((size_t)4096)
#define SECONDS 20 /* the test gives up after this time */

/* The processes. Outside is the program itself, which is not a process of the scenario. */
static enum who { Outside, Alice, PROCESSES } me = Outside;

static int data_txt; /* data.txt, open for reading and writing */
static char folder[4096]; /* the folder of the files, once it exists */

/* Removes the files of the test. */
static void clean_up(void)
{
    if (chdir(folder) == 0) {
        unlink("data.txt");
        rmdir(folder);
    }
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

/* Waits for the end of a child, and records how it ended. */
static void wait_for(enum who child)
{
    must("wait", waitpid(board->pid[child], &board->status[child], 0) > 0);
    board->pid[child] = 0;
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

/* Stores byte by byte, upwards: the bytes before a fault are stored. */
static void store(volatile char *at, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        at[i] = bytes[i];
}

static void show(const char *label, const char *bytes, size_t length)
{
    printf("#   %s: \"", label);
    for (size_t i = 0; i < length && i < 40; i++)
        printf(bytes[i] >= ' ' && bytes[i] <= '~' ? "%c" : "\\x%02x", (unsigned char)bytes[i]);
    puts(length > 40 ? "\"..." : "\"");
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

static void check_size(const char *what, int file, off_t expected)
{
    struct stat status;

    fstat(file, &status);
    if (!check(status.st_size == expected, what))
        printf("#   seen: %lld\n", (long long)status.st_size);
}

static void check_killed_by(const char *what, enum who process, int expected)
{
    int status = board->status[process];
    int killed = board->pid[process] == 0 && WIFSIGNALED(status);

    if (!check(killed && WTERMSIG(status) == expected, what))
        printf("#   seen: %s\n", killed ? strsignal(WTERMSIG(status)) : "it was not killed");
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

/* Writes all bytes. */
static void put(int file, const char *bytes, size_t length, off_t offset)
{
    must("write to a file", pwrite(file, bytes, length, offset) == (ssize_t)length);
}

/* Writes one byte repeatedly. */
static void put_fill(int file, char byte, size_t length, off_t offset)
{
    for (size_t i = 0; i < length; i++)
        put(file, &byte, 1, offset + (off_t)i);
}

/* Goes to a new folder, on a disk if possible: in memory, the ends of files behave differently. */
static void make_folder(void)
{
    const char *parent = getenv("TMPDIR");

    snprintf(folder, sizeof folder, "%s/mmap-XXXXXX", parent != NULL && *parent == '/' ? parent : "/var/tmp");
    must("make a folder", mkdtemp(folder) != NULL && chdir(folder) == 0);
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
    char *alice_p = NULL;

    /* the mappings of alice */
    if (turn(Alice)) {
        alice_p = map_file(open("data.txt", O_RDWR), NULL, 2 * PAGE, PROT_READ | PROT_WRITE, MAP_SHARED,
            0);
        must("mmap alice.p", alice_p != MAP_FAILED);
    }

    /* step 1: write */
    if (turn(Alice)) {
        signal(SIGBUS, SIG_DFL);
        hand_over(Outside);
        store(alice_p + 4092, "goodbye", 7);
        _exit(EXIT_SUCCESS); /* if it survives that */
    }
    if (turn(Outside)) {
        wait_for(Alice);
        check_killed_by("write alice.p + 1 page - 4 kills alice by SIGBUS", Alice, SIGBUS);
    }

    /* at the end */
    if (turn(Outside)) {
        check_killed_by("alice was killed by SIGBUS", Alice, SIGBUS);
        check_holds("data.txt + 4091 holds \".good\"", data_txt, 4091, ".good", 5);
        check_size("data.txt is 4096 bytes long", data_txt, PAGE);
    }

    /* every process stays until here */
    turn(Outside);
}

int main(void)
{
    if ((size_t)sysconf(_SC_PAGESIZE) != PAGE) {
        puts("1..0 # SKIP the page size is not 4096 bytes");
        return EXIT_SUCCESS;
    }
    begin(4);
    make_folder();

    data_txt = open("data.txt", O_RDWR | O_CREAT | O_EXCL, 0666);
    must("make data.txt", data_txt >= 0);
    put_fill(data_txt, '.', PAGE, 0);

    fork_into(Alice); /* a child continues here */
    play();
    if (me != Outside)
        return EXIT_SUCCESS;
    while (wait(NULL) > 0)
        ;
    clean_up();
    return board->failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
