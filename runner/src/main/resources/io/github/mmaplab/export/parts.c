//@include <errno.h> errno
//@include <fcntl.h> open fcntl O_RDWR O_RDONLY O_WRONLY fallocate AT_FDCWD
//@include <inttypes.h> SCNxPTR
//@include <setjmp.h> sigjmp_buf
//@include <signal.h> sigaction signal kill SIGSEGV
//@include <stdint.h> uint32_t uint64_t uintptr_t
//@include <stdio.h> printf puts fopen snprintf
//@include <stdlib.h> getenv mkdtemp exit EXIT_FAILURE EXIT_SUCCESS malloc free
//@include <string.h> memcpy strcpy strstr strncmp memset memcmp strcmp strlen strerror strsignal strrchr
//@include <sys/mman.h> mmap MAP_FAILED PROT_READ memfd_create shm_open mincore
//@include <sys/prctl.h> prctl
//@include <sys/ipc.h> IPC_PRIVATE IPC_CREAT IPC_RMID IPC_STAT IPC_SET
//@include <sys/resource.h> getrusage setrlimit getrlimit
//@include <sys/shm.h> shmget shmat shmdt shmctl
//@include <sys/stat.h> fstat fchmod
//@include <sys/syscall.h> SYS_mseal SYS_brk
//@include <sys/vfs.h> fstatfs
//@include <sys/wait.h> wait waitpid WIFEXITED
//@include <unistd.h> fork brk syscall pipe alarm pwrite pread close dup unlink sysconf chdir _exit ftruncate fsync setuid getpid lseek
//@ GIB
#define GIB ((size_t)1 << 30)
//@ mseal
#ifndef SYS_mseal
#define SYS_mseal 462
#endif

/* mseal(2), which older libraries of C do not declare. */
#define mseal(address, length, flags) ((int)syscall(SYS_mseal, address, length, flags))
//@ F_SEAL_EXEC
#ifndef F_SEAL_EXEC
#define F_SEAL_EXEC 0x20 /* since Linux 6.3 */
#endif
//@ MADV_GUARD_INSTALL
#ifndef MADV_GUARD_INSTALL
#define MADV_GUARD_INSTALL 102 /* since Linux 6.13 */
#endif
//@ MADV_GUARD_REMOVE
#ifndef MADV_GUARD_REMOVE
#define MADV_GUARD_REMOVE 103 /* since Linux 6.13 */
#endif
//@ board together
/* Shared by all processes: the count of checks, and the state of each process. */
static struct {
    int checks, failed;
    pid_t pid[PROCESSES];  /* 0 if there is no such process, or it has ended */
    int status[PROCESSES]; /* how it ended, as from waitpid */
    uint64_t frame;        /* of the page that was inspected last */
} *board;
//@ board alone
static struct {
    int checks, failed;
} tally, *board = &tally;
//@ check
/* Prints a line of TAP. */
static int check(int holds, const char *what)
{
    board->checks++;
    board->failed += !holds;
    printf("%s %d - %s\n", holds ? "ok" : "not ok", board->checks, what);
    return holds;
}
//@ skip
/* Prints a line of TAP for a check that can't be made here. */
static void skip(const char *what, const char *why)
{
    printf("ok %d - %s # SKIP %s\n", ++board->checks, what, why);
}
//@ skip_all
/* Prints the lines of TAP for a scenario that can't be played here. */
static void skip_all(int checks, const char *why)
{
    for (int i = 1; i <= checks; i++)
        printf("ok %d # SKIP %s\n", i, why);
}
//@ stop together
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
//@ stop alone
/* Ends the test early. */
static void stop(int signal)
{
    if (signal == SIGALRM)
        puts("# the test timed out");
    clean_up();
    _exit(EXIT_FAILURE);
}
//@ must
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
//@ hand_over turn
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
//@ fork_into
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
//@ wait_for
/* Waits for the end of a child, and records how it ended. */
static void wait_for(enum who child)
{
    must("wait", waitpid(board->pid[child], &board->status[child], 0) > 0);
    board->pid[child] = 0;
}
//@ on_fault catch_faults
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
//@ store
/* Stores byte by byte, upwards: the bytes before a fault are stored. */
static void store(volatile char *at, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        at[i] = bytes[i];
}
//@ store_fill
/* Stores one byte repeatedly, upwards: the bytes before a fault are stored. */
static void store_fill(volatile char *at, char byte, size_t length)
{
    for (size_t i = 0; i < length; i++)
        at[i] = byte;
}
//@ load
/* Loads byte by byte. */
static void load(const volatile char *at, size_t length)
{
    for (size_t i = 0; i < length; i++)
        (void)at[i];
}
//@ try_store
/* Stores, and returns the signal that this raises, or 0. */
static int try_store(char *at, const char *bytes, size_t length)
{
    caught = 0;
    if (sigsetjmp(back, 1) == 0) {
        catching = 1;
        store(at, bytes, length);
    }
    catching = 0;
    return caught;
}
//@ try_store_fill
/* Stores one byte repeatedly, and returns the signal that this raises, or 0. */
static int try_store_fill(char *at, char byte, size_t length)
{
    caught = 0;
    if (sigsetjmp(back, 1) == 0) {
        catching = 1;
        store_fill(at, byte, length);
    }
    catching = 0;
    return caught;
}
//@ try_load
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
//@ plus
/* The sum of bytes, as one number whose first byte is the least significant, and a number. It wraps around. */
static const char *plus(const char *bytes, size_t length, unsigned long long number)
{
    static char sum[4096];
    memcpy(sum, bytes, length);
    for (size_t i = 0; i < length && number != 0; i++) {
        unsigned low = (unsigned char)sum[i] + (unsigned)(number & 0xff);
        sum[i] = (char)low;
        number = (number >> 8) + (low >> 8);
    }
    return sum;
}
//@ try_copy
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
//@ check_raises
static void check_raises(const char *what, int raised, int signal, int code)
{
    if (!check(raised == signal && (code == 0 || caught_code == code), what))
        printf("#   seen: %s\n", raised == 0       ? "no signal"
                                 : raised == signal ? "the signal, with another code"
                                                    : strsignal(raised));
}
//@ check_fails
static void check_fails(const char *what, int failed, int error)
{
    int seen = failed ? errno : 0;

    if (!check(seen == error, what))
        printf("#   expected: %s\n#   seen: %s\n", strerror(error), strerror(seen));
}
//@ check_succeeds
static void check_succeeds(const char *what, int succeeded)
{
    const char *why = strerror(errno);

    if (!check(succeeded, what))
        printf("#   seen: %s\n", why);
}
//@ check_returns
static void check_returns(const char *what, ssize_t seen, ssize_t expected)
{
    const char *why = strerror(errno);

    if (!check(seen == expected, what))
        printf("#   expected: %zd\n#   seen: %zd%s%s\n", expected, seen, seen < 0 ? ", " : "", seen < 0 ? why : "");
}
//@ check_raises_nothing
static void check_raises_nothing(const char *what, int raised)
{
    if (!check(raised == 0, what))
        printf("#   seen: %s\n", strsignal(raised));
}
//@ reads
/* Whether a process reads these bytes at an address. */
static int reads(const char *at, const char *expected, size_t length)
{
    char seen;

    for (size_t i = 0; i < length; i++)
        if (try_copy(&seen, at + i, 1) != 0 || seen != expected[i])
            return 0;
    return 1;
}
//@ file_holds
/* Whether a file holds these bytes. */
static int file_holds(int file, off_t offset, const char *expected, size_t length)
{
    char seen;

    for (size_t i = 0; i < length; i++)
        if (pread(file, &seen, 1, offset + (off_t)i) != 1 || seen != expected[i])
            return 0;
    return 1;
}
//@ goes_on
/* The offset of the next byte of a file that is not zero, or -1; holes are skipped. */
static off_t goes_on(int file, off_t from)
{
    char seen[512];
    ssize_t got;

    while ((from = lseek(file, from, SEEK_DATA)) >= 0 && (got = pread(file, seen, sizeof seen, from)) > 0) {
        for (ssize_t i = 0; i < got; i++)
            if (seen[i] != 0)
                return from + i;
        from += got;
    }
    return -1;
}
//@ file_is
/* Whether a whole file holds this, followed by zero bytes only. */
static int file_is(int file, const char *expected, size_t length)
{
    return file_holds(file, 0, expected, length) && goes_on(file, (off_t)length) < 0;
}
//@ read_file
/* Reads from a file, and ignores what it holds. */
static void read_file(int file, size_t length, off_t offset)
{
    char byte;

    for (size_t i = 0; i < length; i++)
        must("read a file", pread(file, &byte, 1, offset + (off_t)i) >= 0);
}
//@ read_count
/* How many bytes one call reads; -1 if it fails. */
static ssize_t read_count(int file, size_t length, off_t offset)
{
    char *bytes = malloc(length + 1);
    ssize_t count = bytes ? pread(file, bytes, length, offset) : -1;

    free(bytes);
    return count;
}
//@ show
static void show(const char *label, const char *bytes, size_t length)
{
    printf("#   %s: \"", label);
    for (size_t i = 0; i < length && i < 40; i++)
        printf(bytes[i] >= ' ' && bytes[i] <= '~' ? "%c" : "\\x%02x", (unsigned char)bytes[i]);
    puts(length > 40 ? "\"..." : "\"");
}
//@ check_reads
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
//@ check_reads_fill
/* What a process reads at an address: the same byte repeatedly. */
static void check_reads_fill(const char *what, const char *at, char expected, size_t length)
{
    char seen[512];

    for (size_t done = 0, count; done < length; done += count) {
        count = length - done < sizeof seen ? length - done : sizeof seen;
        if (try_copy(seen, at + done, count) != 0) {
            check(0, what);
            printf("#   seen: %s\n", strsignal(caught));
            return;
        }
        for (size_t i = 0; i < count; i++)
            if (seen[i] != expected) {
                check(0, what);
                printf("#   seen: \\x%02x at byte %zu\n", (unsigned char)seen[i], done + i);
                return;
            }
    }
    check(1, what);
}
//@ check_holds
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
//@ check_holds_fill
/* What read(2) finds in a file: the same byte repeatedly. */
static void check_holds_fill(const char *what, int file, off_t offset, char expected, size_t length)
{
    char seen;

    for (size_t done = 0; done < length; done++)
        if (pread(file, &seen, 1, offset + (off_t)done) != 1 || seen != expected) {
            check(0, what);
            printf("#   seen: something else at byte %zu\n", done);
            return;
        }
    check(1, what);
}
//@ check_ends
/* Checks that a file has only zero bytes from an offset on. */
static int check_ends(const char *what, int file, size_t length)
{
    off_t more = goes_on(file, (off_t)length);

    if (more >= 0) {
        check(0, what);
        printf("#   seen: the file continues, at byte %lld\n", (long long)more);
    }
    return more < 0;
}
//@ check_file
/* What read(2) finds in a whole file: these bytes, followed by zero bytes only. */
static void check_file(const char *what, int file, const char *expected, size_t length)
{
    if (check_ends(what, file, length))
        check_holds(what, file, 0, expected, length);
}
//@ check_file_fill
/* What read(2) finds in a whole file: the same byte repeatedly, followed by zero bytes only. */
static void check_file_fill(const char *what, int file, char expected, size_t length)
{
    if (check_ends(what, file, length))
        check_holds_fill(what, file, 0, expected, length);
}
//@ check_size
static void check_size(const char *what, int file, off_t expected)
{
    struct stat status;

    fstat(file, &status);
    if (!check(status.st_size == expected, what))
        printf("#   seen: %lld\n", (long long)status.st_size);
}
//@ check_exists
static void check_exists(const char *what, const char *name, int expected)
{
    check((access(name, F_OK) == 0) == expected, what);
}
//@ check_attached
/* How often a segment is attached. */
static void check_attached(const char *what, int segment, unsigned long expected)
{
    struct shmid_ds status;
    int found = shmctl(segment, IPC_STAT, &status) == 0;

    if (!check(found && status.shm_nattch == expected, what))
        printf("#   seen: %s, %lu\n", found ? "a segment" : "no segment", found ? (unsigned long)status.shm_nattch : 0);
}
//@ check_segment_size
static void check_segment_size(const char *what, int segment, size_t expected)
{
    struct shmid_ds status;

    check(shmctl(segment, IPC_STAT, &status) == 0 && status.shm_segsz == expected, what);
}
//@ check_segment_exists
static void check_segment_exists(const char *what, int segment, int expected)
{
    struct shmid_ds status;

    check((shmctl(segment, IPC_STAT, &status) == 0) == expected, what);
}
//@ check_alive
static void check_alive(const char *what, enum who process, int expected)
{
    check((board->pid[process] > 0) == expected, what);
}
//@ check_exit_code
static void check_exit_code(const char *what, enum who process, int expected)
{
    int status = board->status[process];
    int exited = board->pid[process] == 0 && WIFEXITED(status);

    if (!check(exited && WEXITSTATUS(status) == expected, what))
        printf("#   seen: %s %d\n", exited ? "exit code" : "another ending, status", exited ? WEXITSTATUS(status) : status);
}
//@ check_killed_by
static void check_killed_by(const char *what, enum who process, int expected)
{
    int status = board->status[process];
    int killed = board->pid[process] == 0 && WIFSIGNALED(status);

    if (!check(killed && WTERMSIG(status) == expected, what))
        printf("#   seen: %s\n", killed ? strsignal(WTERMSIG(status)) : "it was not killed");
}
//@ map_file
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
//@ renew
/* Makes a variable hold another descriptor, which replaces the one that it had. */
static int renew(int *descriptor, int opened)
{
    if (opened < 0)
        return -1;
    if (*descriptor >= 0)
        close(*descriptor);
    *descriptor = opened;
    return 0;
}
//@ shut
/* Closes a descriptor, and keeps its number from being taken for another one. */
static int shut(int *descriptor)
{
    int closed = close(*descriptor);

    *descriptor = -1;
    return closed;
}
//@ set_soft_limit
/* Sets a soft limit. */
static int set_soft_limit(int resource, rlim_t bytes)
{
    struct rlimit now;

    if (getrlimit(resource, &now) != 0)
        return -1;
    now.rlim_cur = bytes;
    return setrlimit(resource, &now);
}
//@ heap_start
/* Where the heap begins: away from the memory that malloc(3) has already. NULL if it cannot be moved there. */
static char *heap_start(void)
{
    static char *start = NULL;
    uint64_t at = (uint64_t)3 << 42;
    struct prctl_mm_map map = {at - PAGE, at, at, at, at, at, at, at, at, at, at, NULL, 0, (uint32_t)-1};

    if (start == NULL && prctl(PR_SET_MM, PR_SET_MM_MAP, &map, sizeof map, 0) == 0 && brk((void *)(uintptr_t)at) == 0)
        start = (char *)(uintptr_t)at;
    return start;
}
//@ set_heap
/* brk(2). The C library does not report that the heap could not become shorter. */
static int set_heap(size_t length)
{
    char *end = heap_start() + length;
    char *is = (char *)syscall(SYS_brk, end);

    if (brk(is) == 0 && is == end) /* the library remembers the end */
        return 0;
    errno = ENOMEM;
    return -1;
}
//@ open_memfd
/* Opens a file in memory again. */
static int open_memfd(int file, int flags)
{
    char path[32];

    snprintf(path, sizeof path, "/proc/self/fd/%d", file);
    return open(path, flags);
}
//@ put
/* Writes all bytes. */
static void put(int file, const char *bytes, size_t length, off_t offset)
{
    must("write to a file", pwrite(file, bytes, length, offset) == (ssize_t)length);
}
//@ put_fill
/* Writes one byte repeatedly. */
static void put_fill(int file, char byte, size_t length, off_t offset)
{
    for (size_t i = 0; i < length; i++)
        put(file, &byte, 1, offset + (off_t)i);
}
//@ put_into_segment
/* Attaches a segment, stores bytes, and detaches it. */
static void put_into_segment(int segment, const char *bytes, size_t length, size_t offset)
{
    char *at = shmat(segment, NULL, 0);

    must("attach a segment", at != MAP_FAILED);
    memcpy(at + offset, bytes, length);
    shmdt(at);
}
//@ fill_segment
/* Attaches a segment, stores one byte repeatedly, and detaches it. */
static void fill_segment(int segment, char byte, size_t length, size_t offset)
{
    char *at = shmat(segment, NULL, 0);

    must("attach a segment", at != MAP_FAILED);
    memset(at + offset, byte, length);
    shmdt(at);
}
//@ copy_of
/* A file with the content of a segment, of which only the pages in memory are read. */
static int copy_of(int segment)
{
    static int copy = -1;
    struct shmid_ds status;
    char *at = shmat(segment, NULL, SHM_RDONLY);

    must("attach a segment", at != MAP_FAILED && shmctl(segment, IPC_STAT, &status) == 0);
    if (copy >= 0)
        close(copy);
    copy = memfd_create("copy", 0);
    must("copy a segment", copy >= 0 && ftruncate(copy, (off_t)status.shm_segsz) == 0);
    for (size_t done = 0; done < status.shm_segsz; done += PAGE) {
        size_t left = status.shm_segsz - done;
        unsigned char resident;

        if (mincore(at + done, PAGE, &resident) == 0 && (resident & 1) != 0)
            must("copy a page", pwrite(copy, at + done, left < PAGE ? left : PAGE, (off_t)done) > 0);
    }
    shmdt(at);
    return copy;
}
//@ make_read_only
/* Takes away the permission to write to a segment. */
static void make_read_only(int segment)
{
    struct shmid_ds status;

    must("look at a segment", shmctl(segment, IPC_STAT, &status) == 0);
    status.shm_perm.mode = 0444;
    must("protect a segment", shmctl(segment, IPC_SET, &status) == 0);
}
//@ FIRST_ROOM
#define FIRST_ROOM ((uintptr_t)1 << 44)
//@ room
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
//@ room_is_free
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
//@ remap
/* mremap(2) to a free place, if the mapping moves. */
static void *remap(char *old, size_t old_length, size_t new_length, int flags)
{
    char *place = room(new_length);
    char *moved = mremap(old, old_length, new_length, flags, place);

    if (moved != MAP_FAILED && moved != old && moved != place) /* the kernel chose another place */
        moved = mremap(moved, new_length, new_length, MREMAP_MAYMOVE | MREMAP_FIXED, place);
    return moved;
}
//@ next_mapping
/* A line of /proc/self/maps; in an expected line, a field that is not given matches anything. */
struct mapping {
    const char *at;
    size_t length;
    char perms[5];
    char file[300]; /* how its path ends */
    int has_offset;
    unsigned long long offset;
};

static int next_mapping(FILE *maps, struct mapping *found)
{
    char line[4400], path[4200] = "";
    uintptr_t start, end;
    size_t length;

    if (fgets(line, sizeof line, maps) == NULL)
        return 0;
    sscanf(line, "%" SCNxPTR "-%" SCNxPTR " %4s %llx %*s %*s %4199[^\n]", &start, &end, found->perms,
           &found->offset, path);
    length = strlen(path);
    if (length > 10 && strcmp(path + length - 10, " (deleted)") == 0)
        path[length -= 10] = '\0';
    strcpy(found->file, length < sizeof found->file ? path : path + length - sizeof found->file + 1);
    found->at = (char *)start;
    found->length = end - start;
    return 1;
}
//@ mapping_at
/* The permissions of the mapping at an address, as in /proc/self/maps; empty if there is no mapping. */
static const char *mapping_at(const char *at)
{
    static char perms[5];
    struct mapping mapping;
    FILE *maps = fopen("/proc/self/maps", "r");

    must("open /proc/self/maps", maps != NULL);
    perms[0] = '\0';
    while (next_mapping(maps, &mapping))
        if (at >= mapping.at && at < mapping.at + mapping.length)
            strcpy(perms, mapping.perms);
    fclose(maps);
    return perms;
}
//@ lacks_zero_page
/*
 * Whether a first load of private memory gives us a page of our own. A store to it then does not
 * fault.
 */
static int lacks_zero_page(void)
{
    struct rusage before, after;
    volatile char *memory = mmap(NULL, 16 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

    must("map memory", memory != MAP_FAILED);
    for (size_t i = 0; i < 16; i++)
        (void)memory[i * PAGE];
    getrusage(RUSAGE_SELF, &before);
    for (size_t i = 0; i < 16; i++)
        memory[i * PAGE] = 1;
    getrusage(RUSAGE_SELF, &after);
    munmap((void *)memory, 16 * PAGE);
    return after.ru_minflt - before.ru_minflt < 8;
}
//@ lacks_executable_is_readable
/* Whether execute-only memory can't be read. */
static int lacks_executable_is_readable(void)
{
    char *memory = mmap(NULL, PAGE, PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    int raised = memory == MAP_FAILED ? 0 : try_load(memory, 1);

    if (memory != MAP_FAILED)
        munmap(memory, PAGE);
    return raised != 0;
}
//@ lacks_canonical_addresses
/* Whether a non-canonical address behaves like an unmapped one. */
static int lacks_canonical_addresses(void)
{
    return try_load((char *)((uintptr_t)1 << 62), 1) != 0 && caught_code != SI_KERNEL;
}
//@ lacks_four_levels
/* Whether there are addresses above 2^47. */
static int lacks_four_levels(void)
{
    void *place = (void *)((uintptr_t)1 << 47);
    void *memory = mmap(place, PAGE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0);

    if (memory != MAP_FAILED)
        munmap(memory, PAGE);
    return memory == place;
}
//@ lacks_remap_moves_several
/* Whether MREMAP_FIXED moves only one mapping at a time. */
static int lacks_remap_moves_several(void)
{
    char *memory = mmap(NULL, 4 * PAGE, PROT_READ, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    void *moved;

    must("map memory", memory != MAP_FAILED && mprotect(memory, PAGE, PROT_NONE) == 0);
    moved = mremap(memory, 2 * PAGE, 2 * PAGE, MREMAP_MAYMOVE | MREMAP_FIXED, memory + 2 * PAGE);
    munmap(memory, 4 * PAGE);
    return moved == MAP_FAILED;
}
//@ lacks_remap_checks_first
/* Whether MREMAP_FIXED unmaps the new range before it checks the old one. */
static int lacks_remap_checks_first(void)
{
    char *memory = mmap(NULL, PAGE, PROT_READ, MAP_SHARED | MAP_ANONYMOUS, -1, 0);

    must("map memory", memory != MAP_FAILED);
    return mremap(memory, -PAGE, PAGE, MREMAP_MAYMOVE | MREMAP_FIXED, memory) == MAP_FAILED && errno != EFAULT;
}
//@ lacks_attachments_merge
static int lacks_attachments_merge(void)
{
    struct shmid_ds status;
    int segment = shmget(IPC_PRIVATE, 3 * PAGE, IPC_CREAT | 0600);
    char *at = shmat(segment, NULL, 0);
    int lacks = mprotect(at, 2 * PAGE, PROT_READ) == 0 && mprotect(at + PAGE, PAGE, PROT_READ | PROT_WRITE) == 0
                && shmctl(segment, IPC_STAT, &status) == 0 && status.shm_nattch != 2;

    shmctl(segment, IPC_RMID, NULL);
    shmdt(at);
    return lacks;
}
//@ lacks_removes_read_only
/* Whether MADV_REMOVE needs a writable mapping. */
static int lacks_removes_read_only(void)
{
    void *memory = mmap(NULL, PAGE, PROT_READ, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    int refused;

    must("map memory", memory != MAP_FAILED);
    refused = madvise(memory, PAGE, MADV_REMOVE) != 0 && errno == EACCES;
    munmap(memory, PAGE);
    return refused;
}
//@ is_unknown_advice
/* Whether madvise(2) refuses an advice for anonymous memory with EINVAL. */
static int is_unknown_advice(int advice, int sharing)
{
    void *memory = mmap(NULL, PAGE, PROT_READ, sharing | MAP_ANONYMOUS, -1, 0);
    int unknown;

    must("map memory", memory != MAP_FAILED);
    unknown = madvise(memory, PAGE, advice) != 0 && errno == EINVAL;
    munmap(memory, PAGE);
    return unknown;
}
//@ lacks_drops_locked
/* Whether MADV_DONTNEED_LOCKED, which is 24, is unknown. */
static int lacks_drops_locked(void)
{
    return is_unknown_advice(24, MAP_PRIVATE);
}
//@ lacks_guards
/* Whether MADV_GUARD_INSTALL, which is 102, is unknown. */
static int lacks_guards(void)
{
    return is_unknown_advice(102, MAP_PRIVATE);
}
//@ lacks_guards_on_files
/* Whether MADV_GUARD_INSTALL, which is 102, is for private anonymous memory alone. */
static int lacks_guards_on_files(void)
{
    return is_unknown_advice(102, MAP_SHARED);
}
//@ lacks_merges_pages
/* Whether MADV_MERGEABLE and MADV_UNMERGEABLE are unknown. */
static int lacks_merges_pages(void)
{
    return is_unknown_advice(MADV_UNMERGEABLE, MAP_SHARED);
}
//@ lacks_huge_pages
/* Whether MADV_HUGEPAGE and MADV_NOHUGEPAGE are unknown. */
static int lacks_huge_pages(void)
{
    return is_unknown_advice(MADV_NOHUGEPAGE, MAP_SHARED);
}
//@ lacks_splits_before_limits
/* Whether mmap looks at RLIMIT_AS before it splits mappings, so that a call that fails leaves them whole. */
static int lacks_splits_before_limits(void)
{
    struct rlimit usual, none;
    char *memory = mmap(NULL, 2 * PAGE, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    char line[512];
    FILE *maps;
    int split = 0;

    must("map memory", memory != MAP_FAILED && getrlimit(RLIMIT_AS, &usual) == 0);
    none = usual;
    none.rlim_cur = 0;
    setrlimit(RLIMIT_AS, &none);
    mmap(memory, PAGE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
    setrlimit(RLIMIT_AS, &usual);
    maps = fopen("/proc/self/maps", "r");
    must("open /proc/self/maps", maps != NULL);
    while (fgets(line, sizeof line, maps))
        split |= strtoull(line, NULL, 16) == (uintptr_t)memory + PAGE;
    fclose(maps);
    munmap(memory, 2 * PAGE);
    return !split;
}
//@ probe_file
/* An unnamed file, in the folder of the scenario's files. */
static int probe_file(void)
{
    int file = open("probe", O_RDWR | O_CREAT | O_EXCL, 0600);

    must("make a file", file >= 0 && unlink("probe") == 0);
    return file;
}
//@ keeps_the_tail
/* Whether a store past the end of a file is kept when the file grows or is written back. */
static int keeps_the_tail(int grown)
{
    int file = probe_file(), done, kept;
    volatile char *memory;

    must("extend a file", ftruncate(file, 5) == 0);
    memory = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    must("map a file", memory != MAP_FAILED);
    memory[6] = 1;
    done = grown ? ftruncate(file, 8) : msync((void *)memory, PAGE, MS_SYNC);
    kept = done == 0 && memory[6] == 1;
    munmap((void *)memory, PAGE);
    close(file);
    return kept;
}
//@ lacks_cleared_when_grown
static int lacks_cleared_when_grown(void)
{
    return keeps_the_tail(1);
}
//@ lacks_cleared_when_synced
static int lacks_cleared_when_synced(void)
{
    return keeps_the_tail(0);
}
//@ lacks_disk
/* Whether files are in memory: on tmpfs or ramfs. */
static int lacks_disk(void)
{
    struct statfs system;
    int file = probe_file(), known = fstatfs(file, &system) == 0;

    close(file);
    return known && ((uint32_t)system.f_type == 0x01021994 || (uint32_t)system.f_type == 0x858458f6);
}
//@ lacks_largest_file
/* Whether files can be larger than on ext4. */
static int lacks_largest_file(void)
{
    int file = probe_file(), larger = ftruncate(file, (off_t)1 << 44) == 0;

    close(file);
    return larger;
}
//@ check_mapped
static void check_mapped(const char *what, const char *at, int expected)
{
    const char *perms = mapping_at(at);

    if (!check((perms[0] != '\0') == expected, what) && !expected)
        printf("#   seen: a mapping with %s\n", perms);
}
//@ check_prot
static void check_prot(const char *what, const char *at, const char *expected)
{
    const char *perms = mapping_at(at);

    if (!check(strncmp(perms, expected, 3) == 0, what))
        printf("#   seen: %s\n", perms[0] == '\0' ? "no mapping" : perms);
}
//@ check_sharing
static void check_sharing(const char *what, const char *at, char expected)
{
    const char *perms = mapping_at(at);

    if (!check(perms[0] != '\0' && perms[3] == expected, what))
        printf("#   seen: %s\n", perms[0] == '\0' ? "no mapping" : perms);
}
//@ check_resident
static void check_resident(const char *what, char *at, int expected)
{
    unsigned char resident = 0;
    char *page = (char *)((uintptr_t)at & ~(uintptr_t)(PAGE - 1));

    if (mincore(page, PAGE, &resident) != 0) {
        check(0, what);
        puts("#   seen: no mapping");
    } else {
        check((resident & 1) == expected, what);
    }
}
//@ check_locked
static void check_locked(const char *what, const char *at, int expected)
{
    char line[4400];
    uintptr_t start, end;
    int here = 0, locked = -1;
    FILE *smaps = fopen("/proc/self/smaps", "r");

    must("open /proc/self/smaps", smaps != NULL);
    while (fgets(line, sizeof line, smaps) != NULL) {
        if (sscanf(line, "%" SCNxPTR "-%" SCNxPTR " ", &start, &end) == 2)
            here = (uintptr_t)at >= start && (uintptr_t)at < end;
        else if (here && strncmp(line, "VmFlags:", 8) == 0)
            locked = strstr(line, " lo") != NULL;
    }
    fclose(smaps);
    if (!check(locked == expected, what) && locked < 0)
        puts("#   seen: no mapping");
}
//@ our_mappings
/* The mappings of this process, without those of the program itself. */
static size_t our_mappings(struct mapping *found, size_t most)
{
    size_t count = 0;
    FILE *maps = fopen("/proc/self/maps", "r");

    must("open /proc/self/maps", maps != NULL);
    while (count < most && next_mapping(maps, &found[count]))
        if ((uintptr_t)found[count].at >= FIRST_ROOM / 2 && (uintptr_t)found[count].at < FIRST_ROOM * 5)
            count++;
    fclose(maps);
    return count;
}
//@ check_maps
static int fits(const struct mapping *row, const struct mapping *seen)
{
    size_t tail = strlen(row->file), whole = strlen(seen->file);

    return (row->at == NULL || row->at == seen->at) && (row->length == 0 || row->length == seen->length)
           && (row->perms[0] == '\0' || strcmp(row->perms, seen->perms) == 0)
           && tail <= whole && strcmp(row->file, seen->file + whole - tail) == 0
           && (!row->has_offset || row->offset == seen->offset);
}

/* Whether each row can be matched with a different mapping. */
static int all_fit(const struct mapping *rows, struct mapping *seen, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (fits(&rows[0], &seen[i])) {
            struct mapping taken = seen[i];

            seen[i] = seen[count - 1];
            if (all_fit(rows + 1, seen, count - 1))
                return 1;
            seen[count - 1] = seen[i];
            seen[i] = taken;
        }
    return count == 0;
}

static void check_maps(const char *what, const struct mapping *rows, size_t count)
{
    struct mapping seen[64];
    size_t found = our_mappings(seen, 64);

    if (!check(found == count && all_fit(rows, seen, count), what))
        for (size_t i = 0; i < found; i++)
            printf("#   seen: %p, 0x%zx bytes, %s, 0x%llx %s\n", (const void *)seen[i].at,
                   seen[i].length, seen[i].perms, seen[i].offset, seen[i].file);
}
//@ check_vm_size
static void check_vm_size(const char *what, size_t expected)
{
    struct mapping seen[64];
    size_t found = our_mappings(seen, 64), size = 0;

    for (size_t i = 0; i < found; i++)
        size += seen[i].length;
    if (!check(size == expected, what))
        printf("#   seen: %zu bytes\n", size);
}
//@ check_locked_size
static void check_locked_size(const char *what, size_t expected)
{
    char line[4400];
    uintptr_t start, end;
    size_t length = 0, size = 0;
    FILE *smaps = fopen("/proc/self/smaps", "r");

    must("open /proc/self/smaps", smaps != NULL);
    while (fgets(line, sizeof line, smaps) != NULL)
        if (sscanf(line, "%" SCNxPTR "-%" SCNxPTR " ", &start, &end) == 2)
            length = start >= FIRST_ROOM / 2 && start < FIRST_ROOM * 5 ? end - start : 0;
        else if (strncmp(line, "VmFlags:", 8) == 0 && strstr(line, " lo") != NULL)
            size += length;
    fclose(smaps);
    if (!check(size == expected, what))
        printf("#   seen: %zu bytes\n", size);
}
//@ rss_between compare_rss
#define NOT_DETERMINED (SIZE_MAX - 1)

/* How much is in memory of the mappings in a range; SIZE_MAX without any, NOT_DETERMINED of files and shared memory. */
static size_t rss_between(uintptr_t from, uintptr_t to)
{
    char line[4400], perms[5];
    uintptr_t start, end;
    unsigned long inode, kilobytes;
    int here = 0, determined = 0;
    size_t size = SIZE_MAX;
    FILE *smaps = fopen("/proc/self/smaps", "r");

    must("open /proc/self/smaps", smaps != NULL);
    while (size != NOT_DETERMINED && fgets(line, sizeof line, smaps) != NULL)
        if (sscanf(line, "%" SCNxPTR "-%" SCNxPTR " %4s %*s %*s %lu", &start, &end, perms, &inode) == 4) {
            here = start < to && end > from;
            determined = inode == 0 && perms[3] == 'p';
        } else if (here && sscanf(line, "Rss: %lu kB", &kilobytes) == 1) {
            size = determined ? (size == SIZE_MAX ? 0 : size) + kilobytes * 1024 : NOT_DETERMINED;
        }
    fclose(smaps);
    return size;
}

static void compare_rss(const char *what, size_t seen, size_t expected)
{
    if (seen == NOT_DETERMINED)
        skip(what, "Linux may map more of a file or of shared memory than what was touched");
    else if (!check(seen == expected, what))
        printf("#   seen: %zu bytes\n", seen);
}
//@ check_rss
static void check_rss(const char *what, const char *at, size_t expected)
{
    size_t seen = rss_between((uintptr_t)at, (uintptr_t)at + 1);

    if (seen != SIZE_MAX) {
        compare_rss(what, seen, expected);
    } else {
        check(0, what);
        puts("#   seen: no mapping");
    }
}
//@ check_rss_of
static void check_rss_of(const char *what, size_t expected)
{
    size_t seen = rss_between(FIRST_ROOM / 2, FIRST_ROOM * 5);

    compare_rss(what, seen == SIZE_MAX ? 0 : seen, expected);
}
//@ frame_of
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
//@ check_page
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
//@ make_folder
/* Goes to a new folder, on a disk if possible: in memory, the ends of files behave differently. */
static void make_folder(void)
{
    const char *parent = getenv("TMPDIR");

    snprintf(folder, sizeof folder, "%s/mmap-XXXXXX", parent != NULL && *parent == '/' ? parent : "/var/tmp");
    must("make a folder", mkdtemp(folder) != NULL && chdir(folder) == 0);
}
//@ be_ordinary
/* Permissions do not bind root. */
static void be_ordinary(void)
{
    if (geteuid() == 0)
        must("become an ordinary user", setuid(65534) == 0 && prctl(PR_SET_DUMPABLE, 1) == 0);
}
//@ limit_locking
/* RLIMIT_MEMLOCK does not bind root. */
static int limit_locking(void)
{
    const struct rlimit limit = {8 << 20, 8 << 20};

    if (setrlimit(RLIMIT_MEMLOCK, &limit) != 0)
        return 0;
    be_ordinary();
    return 1;
}
//@ begin together
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
//@ begin alone
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
