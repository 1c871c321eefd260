// Plays scenarios of mmaplab on the real kernel.
//
// One program, two roles. The supervisor is what mmaplab starts: it takes requests on standard input and answers on
// standard output, makes files, starts processes, and inspects them through /proc. A scenario process executes one call
// or access at a time, and nothing else. All scenario processes are children of the supervisor (fork is a clone with
// CLONE_PARENT), so that it alone waits for them.
//
// The supervisor writes each command for a process to a page that they share ("the box"), and waits for the answer, for
// the end of the process, or for PATIENCE seconds. Like all of the agent's own memory, the box is below LOW_END or above
// HIGH_START, where no scenario maps anything.
//
// When standard input ends, mmaplab is gone: all processes are killed and all files removed. When the supervisor is
// killed, so are the processes (PR_SET_PDEATHSIG).
//
// Requests and answers are words of 8 bytes in native order; see struct request and struct answer.
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <limits.h>
#include <linux/futex.h>
#include <pthread.h>
#include <sched.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/shm.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#ifndef FALLOC_FL_KEEP_SIZE
#define FALLOC_FL_KEEP_SIZE 1
#define FALLOC_FL_PUNCH_HOLE 2
#endif

#ifndef SYS_mseal
#define SYS_mseal 462
#endif

#ifndef F_SEAL_EXEC
#define F_SEAL_EXEC 32
#endif

#ifndef MADV_GUARD_INSTALL
#define MADV_GUARD_INSTALL 102
#endif

#ifndef SHM_EXEC
#define SHM_EXEC 0100000
#endif

#ifndef SHM_NORESERVE
#define SHM_NORESERVE 010000
#endif

#ifndef MADV_POPULATE_READ
#define MADV_POPULATE_READ 22
#endif

#ifndef MADV_DONTNEED_LOCKED
#define MADV_DONTNEED_LOCKED 24
#endif

#define LOW_END 0x40000000ull
#define HIGH_START 0x7e0000000000ull
#define BOX_ADDRESS ((void *) 0x20000000ull)
#define DATA_BYTES (4u << 20)
#define SLOTS 64
#define IDLE 8               // processes that are kept for the next scenario
#define LANES (SLOTS + IDLE)  // each process has its own, in any slot
#define FILES 64
#define PATIENCE_SECONDS 10
#define DESCRIPTORS 64  // descriptors of a scenario, which a process has from FIRST_DESCRIPTOR on
#define FIRST_DESCRIPTOR 512
#define MOST_PAGES (1u << 18)   // maximum that is populated
#define MOST_LOADED (1u << 20)  // maximum number of bytes that a load returns
#define MOST_SEARCHED (1ll << 30)  // bytes of a file that are searched for a nonzero one
#define REST_BYTES 256             // returned with it; as in Rest.java
#define WIDEST_LOOK 1024        // maximum number of pages of a mapping in a snapshot

// Operations of a scenario process.
enum { MMAP = 1, RANGE, MREMAP, STORE, FILL, LOAD, FORK, EXEC, EXIT, MINCORE, OPEN, CLOSE, DUP, ON_PROCESS, ON_DESCRIPTOR,
       PREAD, PWRITE, FINGERPRINT, CLEAR, TAKE_PART };
// Operations of the supervisor.
enum { CREATE = 101, WRITE, WRITE_FILL, READ, ON_FILE, UNLINK, SIZE, REST, ATTACHED, RENAME, LINK, MAKE, NAMED, SYNC_FOLDER,
       SPAWN, KILL, PAGEMAP, MAPPINGS, LOCKED, RSS, SNAPSHOT, RESET, RACE };
enum { REGULAR, MEMFD, SHM, SYSV };

// The path of a segment, with its identifier.
#define SEGMENT_PATH "sysv:"

struct request {
    uint64_t op, slot, a[8], bytes, look;  // size of the data that follows; whether to add a snapshot
};

// state: 0 done, 1 the process has ended (status as in wait(2)), 2 lost (the data is the reason)
struct answer {
    uint64_t state, value, error, signal, code, count, status;
    uint64_t bytes, looked;  // size of the data, and of the snapshot after it
};

// Branches of operations that run at once: see RACE. The deeds are in the data of the box, branch by branch, and then
// the bytes that they store or load.
#define BRANCHES 16
#define OUTSIDE ~0ull  // the executor is a thread of the supervisor

struct deed {
    uint64_t branch, executor, flags;
    uint64_t at, room;   // the bytes of this deed in the data of the box
    uint64_t performed;  // 0 no, 1 yes
    struct request request;
    struct answer answer;
};

// Flags of a deed: the first and the last of its step; whether the step excludes all other branches; whether the step goes
// on if this deed does not succeed.
enum { BEGINS = 1, ENDS = 2, ALONE = 4, GOES_ON = 8 };

struct race {
    uint32_t ready, start, ended;  // futexes: threads that are ready; whether to start; branches that have ended
    uint32_t at[BRANCHES];         // futexes: the deed that each branch has reached
    uint32_t first[BRANCHES], end[BRANCHES];
    uint32_t branches, deeds, locks;
    int32_t lock;  // the number of steps that share it, -1 for a step that excludes all others
    uint64_t seed;
    uint64_t slots[LANES];  // the slot of the process in each lane
    uint32_t quiet[SLOTS];  // futexes: whether the process of a slot does nothing more in this race
    cpu_set_t all, home;    // the processors of the machine, and the one where all else runs
};

struct box {
    struct race race;
    uint32_t done;       // futex: 0 waiting, 1 done, 2 some process has ended
    uint32_t go[LANES];  // futexes: 1 when the process of that lane has something to do
    struct request request;
    struct answer answer;
    unsigned char data[DATA_BYTES];
};

static struct box *box;
static int box_fd, exe_fd;
static int lock_fd = -1;  // the folder, locked while the supervisor runs
static size_t page;

// Traits that this machine has and the agent does not use, for tests.
enum { NO_ZERO_PAGE = 1, NO_FRAME_NUMBERS = 2, NO_PAGE_TABLES = 4 };
static int without;

static long futex(uint32_t *word, int op, uint32_t value, const struct timespec *patience) {
    return syscall(SYS_futex, word, op, value, patience, NULL, 0);
}

// ---------------------------------------------------------------- a scenario process

static __thread sigjmp_buf on_fault;
static __thread volatile uint64_t accessed;        // bytes of the access that were done
static __thread volatile int take_default_action;  // whether to repeat the access, which then kills
static __thread struct answer *fault;              // where the fault is written: in the box

// Writes the fault to the box, which outlives the process. Then the access is over, or is repeated without a handler for
// the signal.
static void faulted(int number, siginfo_t *info, void *context) {
    (void) context;
    fault->signal = (uint64_t) number;
    fault->code = (uint64_t) (int64_t) info->si_code;
    fault->count = accessed;
    if (take_default_action) {
        signal(number, SIG_DFL);
    } else {
        siglongjmp(on_fault, 1);
    }
}

static void handle_faults(void) {
    fault = &box->answer;
    struct sigaction action = {0};
    action.sa_sigaction = faulted;
    action.sa_flags = SA_SIGINFO | SA_NODEFER;
    sigaction(SIGSEGV, &action, NULL);
    sigaction(SIGBUS, &action, NULL);
}

// ---- a machine without a shared zero page

// Finds the mapping at an address in /proc/self/maps: its permissions, and whether it is private anonymous memory.
static int find_mapping(uint64_t address, char perms[5], int *anonymous) {
    char line[512];
    int found = 0;
    FILE *maps = fopen("/proc/self/maps", "re");
    while (maps && !found && fgets(line, sizeof line, maps)) {
        unsigned long long start, end, offset, inode;
        if (sscanf(line, "%llx-%llx %4s %llx %*s %llu", &start, &end, perms, &offset, &inode) == 5
            && start <= address && address < end) {
            found = 1;
            *anonymous = perms[3] == 'p' && !inode;
        }
    }
    if (maps) {
        fclose(maps);
    }
    return found;
}

static uint64_t entry_of(uint64_t address) {
    uint64_t entry = 0;
    int pagemap = open("/proc/self/pagemap", O_RDONLY | O_CLOEXEC);
    ssize_t count = pagemap < 0 ? 0 : pread(pagemap, &entry, 8, (off_t) (address / page * 8));
    if (pagemap >= 0) {
        close(pagemap);
    }
    return count == 8 ? entry : 0;
}

static int has_entry(uint64_t address) {
    return entry_of(address) >> 62 != 0;
}

// Documentation/admin-guide/mm/pagemap.rst: since Linux 6.15
static int has_guard(uint64_t address) {
    return entry_of(address) >> 58 & 1;
}

// Does what a load of untouched private anonymous memory does where there is no zero page (mm/memory.c,
// do_anonymous_page): it gives the process a page of its own.
static void load_without_zero_page(uint64_t address) {
    char perms[5];
    int anonymous;
    if (!find_mapping(address, perms, &anonymous) || !anonymous || !strncmp(perms, "---", 3) || has_entry(address)) {
        return;
    }
    if (perms[1] == 'w') {
        *(volatile unsigned char *) address = 0;
        return;
    }
    int memory = open("/proc/self/mem", O_RDWR | O_CLOEXEC);
    if (memory < 0 || pwrite(memory, "", 1, (off_t) address) != 1) {
        _exit(1);  // what is seen could not be reported
    }
    close(memory);
}

// Populates like the kernel (mm/gup.c): MAP_POPULATE if any access is allowed, MADV_POPULATE_READ only with PROT_READ.
static void populate_without_zero_page(uint64_t address, uint64_t length, int only_readable) {
    uint64_t pages = (length + page - 1) / page;
    for (uint64_t i = 0; address % page == 0 && i < pages && i < MOST_PAGES; i++) {
        char perms[5];
        int anonymous;
        if (!find_mapping(address + i * page, perms, &anonymous) || has_guard(address + i * page)
            || (only_readable ? perms[0] != 'r' : !strncmp(perms, "---", 3))) {
            break;
        }
        load_without_zero_page(address + i * page);
    }
}

static void expect_fault(struct request *r, struct answer *at) {
    accessed = 0;
    take_default_action = (int) r->a[2];
    fault = at;
    *fault = (struct answer) {0};
}

// Faults occur as if bytes were stored from the lowest up: the first byte of each page is stored first.
static void access_memory(struct request *r, struct answer *answer, struct answer *at_fault, unsigned char *data) {
    uint64_t length = r->a[1];
    unsigned pages = 0;
    expect_fault(r, at_fault);
    if (sigsetjmp(on_fault, 0) == 0) {
        while (accessed < length) {
            uint64_t done = accessed;
            volatile unsigned char *at = (volatile unsigned char *) (r->a[0] + done);
            uint64_t count = page - (r->a[0] + done) % page;
            count = count < length - done ? count : length - done;
            if (++pages > r->a[4]) {
                answer->error = E2BIG;
                break;
            }
            if (r->op == LOAD) {
                if (without & NO_ZERO_PAGE) {
                    load_without_zero_page(r->a[0] + done);
                }
                unsigned char first = *at;
                uint64_t kept = done >= MOST_LOADED ? 0 : MOST_LOADED - done < count ? MOST_LOADED - done : count;
                if (kept) {
                    data[done] = first;
                    memcpy(data + done + 1, (unsigned char *) at + 1, kept - 1);
                }
            } else if (r->op == STORE) {
                *at = data[done];
                memcpy((unsigned char *) at + 1, data + done + 1, count - 1);
            } else {
                *at = (unsigned char) r->a[3];
                memset((unsigned char *) at + 1, (int) r->a[3], count - 1);
            }
            accessed = done + count;
        }
    } else {
        answer->signal = fault->signal;
        answer->code = fault->code;
    }
    answer->count = accessed;
    answer->bytes = r->op == LOAD ? (accessed < MOST_LOADED ? accessed : MOST_LOADED) : 0;
}

static void returned(struct answer *answer, long value) {
    answer->value = (uint64_t) value;
    answer->error = value == -1 ? (uint64_t) errno : 0;
}

// The calls on a file descriptor, by their index in FILE_CALLS, which mmaplab inserts before this file.
static const long file_calls[] = {
#define CALL(name) SYS_##name,
    FILE_CALLS
#undef CALL
};

static void call_on_file(int fd, struct request *r, struct answer *answer) {
    if (r->a[1] >= sizeof file_calls / sizeof *file_calls) {
        answer->error = ENOSYS;
        return;
    }
    returned(answer, syscall(file_calls[r->a[1]], fd, r->a[2], r->a[3], r->a[4]));
}

// Opens the file for this mapping alone.
static void open_descriptor(struct request *r, struct answer *answer, const unsigned char *path) {
    int fd = open((const char *) path, (int) r->a[5]);
    if (fd < 0) {
        returned(answer, -1);
        return;
    }
    returned(answer, dup2(fd, FIRST_DESCRIPTOR + (int) r->a[0]));
    close(fd);
}

// shmat(2). What mmaplab places is at a free address, where it needs no SHM_REMAP.
static void attach(struct request *r, struct answer *answer, int segment) {
    int flags = (r->a[2] & PROT_WRITE ? 0 : SHM_RDONLY) | (r->a[2] & PROT_EXEC ? SHM_EXEC : 0)
        | (r->a[3] & MAP_FIXED ? SHM_REMAP : 0) | (int) (r->a[3] & SHM_RND);
    returned(answer, (long) shmat(segment, (void *) r->a[0], flags));
}

static void map(struct request *r, struct answer *answer, const unsigned char *path) {
    int fd = -1;
    if (r->bytes && !strncmp((const char *) path, SEGMENT_PATH, strlen(SEGMENT_PATH))) {
        attach(r, answer, atoi((const char *) path + strlen(SEGMENT_PATH)));
        return;
    }
    if (r->a[7]) {
        returned(answer, syscall(SYS_mmap, r->a[0], r->a[1], r->a[2], r->a[3], FIRST_DESCRIPTOR + (int) r->a[7] - 1, r->a[4]));
        return;
    }
    if (r->bytes) {
        fd = open((const char *) path, (int) r->a[5]);
        if (fd < 0) {
            returned(answer, -1);
            return;
        }
    }
    int loads = (without & NO_ZERO_PAGE) && fd < 0 && !(r->a[2] & PROT_WRITE) ? MAP_POPULATE : 0;
    returned(answer, syscall(SYS_mmap, r->a[0], r->a[1], r->a[2], r->a[3] & ~(uint64_t) loads, fd, r->a[4]));
    if (fd >= 0) {
        close(fd);
    }
    if ((r->a[3] & (uint64_t) loads) && !(r->a[3] & MAP_NONBLOCK) && !answer->error) {
        populate_without_zero_page(answer->value, r->a[1], 0);
    }
}

// What a process may lock (include/uapi/linux/resource.h, MLOCK_LIMIT).
#define LOCKABLE (8ull << 20)

// ---- limits

// What is limited, in the order of abi.Resource.
enum { MAPPED, DATA, LOCKED_BYTES, RESOURCES };
static const int resources[RESOURCES] = {RLIMIT_AS, RLIMIT_DATA, RLIMIT_MEMLOCK};

// The limits of the scenario for this process: they are in force during its calls, together with what the agent itself
// has mapped or locked at that moment.
static uint64_t limits[RESOURCES] = {UINT64_MAX, UINT64_MAX, LOCKABLE};
static int limited;  // whether a limit was set, or all memory was locked
static uint64_t own[RESOURCES];  // what the agent itself has, when it was counted last
static int clipped;  // whether a limit in force is lower than that, because of a hard limit of the machine

// What the scenario has mapped and locked: everything between LOW_END and HIGH_START.
static void count_use(uint64_t use[RESOURCES]) {
    char line[512], perms[5];
    unsigned long long start, end, length = 0;
    FILE *smaps = fopen("/proc/self/smaps", "re");
    memset(use, 0, RESOURCES * sizeof *use);
    while (smaps && fgets(line, sizeof line, smaps)) {
        if (sscanf(line, "%llx-%llx %4s ", &start, &end, perms) == 3) {
            length = LOW_END <= start && start < HIGH_START ? end - start : 0;
            use[MAPPED] += length;
            use[DATA] += perms[1] == 'w' && perms[3] == 'p' ? length : 0;
        } else if (!strncmp(line, "VmFlags:", 8) && strstr(line, " lo")) {
            use[LOCKED_BYTES] += length;
        }
    }
    if (!smaps) {
        _exit(1);  // no limit could be kept
    }
    fclose(smaps);
}

// The value of a line of /proc/self/status, in bytes.
static uint64_t status_of(const char *status, const char *name) {
    const char *line = strstr(status, name);
    return line ? strtoull(line + strlen(name), NULL, 10) << 10 : 0;
}

// Counts what the agent itself has mapped and locked. To lock all its memory, a process must be allowed to lock that, too.
static void count_own(int locks_all) {
    uint64_t use[RESOURCES];
    char status[4096];
    count_use(use);
    int fd = open("/proc/self/status", O_RDONLY | O_CLOEXEC);
    ssize_t length = fd < 0 ? 0 : read(fd, status, sizeof status - 1);
    close(fd);
    status[length > 0 ? length : 0] = 0;
    own[MAPPED] = status_of(status, "VmSize:") - use[MAPPED];
    own[DATA] = status_of(status, "VmData:") - use[DATA];
    own[LOCKED_BYTES] = locks_all ? own[MAPPED] : status_of(status, "VmLck:") - use[LOCKED_BYTES];
}

// Puts the limits in force, with what was counted.
static void put_limits(void) {
    clipped = 0;
    for (int i = 0; limited && i < RESOURCES; i++) {
        struct rlimit now;
        getrlimit((__rlimit_resource_t) resources[i], &now);
        // 0 has a meaning of its own, for data and for locked memory
        uint64_t sum = limits[i] || i == MAPPED ? limits[i] + own[i] : 0;
        sum = sum < limits[i] ? RLIM_INFINITY : sum;
        clipped |= sum > now.rlim_max;
        now.rlim_cur = sum < now.rlim_max ? sum : now.rlim_max;
        setrlimit((__rlimit_resource_t) resources[i], &now);
    }
}

static void limit(int locks_all) {
    if (limited) {
        count_own(locks_all);
    }
    put_limits();
}

// Lets the agent do what it has to do until the next call. Reports whether this call may have failed for a lower limit.
static void unlimit(struct answer *answer) {
    answer->code = (uint64_t) (limited && clipped && (answer->error == ENOMEM || answer->error == EAGAIN));
    for (int i = 0; limited && i < RESOURCES; i++) {
        struct rlimit now;
        getrlimit((__rlimit_resource_t) resources[i], &now);
        now.rlim_cur = now.rlim_max;
        setrlimit((__rlimit_resource_t) resources[i], &now);
    }
}

// The calls over a range, by their index in RANGE_CALLS, which mmaplab inserts before this file.
static const struct {
    const char *name;
    long number;
} range_calls[] = {
#define CALL(name) {#name, SYS_##name},
    RANGE_CALLS
#undef CALL
};

static void call_over_range(struct request *r, struct answer *answer) {
    if (r->a[0] >= sizeof range_calls / sizeof *range_calls) {
        answer->error = ENOSYS;
        return;
    }
    long call = range_calls[r->a[0]].number;
    if ((without & NO_ZERO_PAGE) && call == SYS_madvise && r->a[3] == MADV_POPULATE_READ) {
        populate_without_zero_page(r->a[1], r->a[2], 1);
    }
    // where it would succeed, mlock faults the pages in
    if ((without & NO_ZERO_PAGE) && call == SYS_mlock && !syscall(SYS_mlock2, r->a[1], r->a[2], MLOCK_ONFAULT)) {
        populate_without_zero_page(r->a[1] & -page, r->a[2] + r->a[1] % page, 1);
    }
    returned(answer, syscall(call, r->a[1], r->a[2], r->a[3]));
}

// If the kernel moved the pages to a place of its choice, moves them to the place that mmaplab chose.
static void remap(struct request *r, struct answer *answer) {
    long at = syscall(SYS_mremap, r->a[0], r->a[1], r->a[2], r->a[3], r->a[4]);
    if (at != -1 && (uint64_t) at != r->a[0] && !(r->a[3] & MREMAP_FIXED) && (uint64_t) at != r->a[4]) {
        uint64_t length = (r->a[2] + page - 1) & -page;
        at = syscall(SYS_mremap, at, length, length, MREMAP_MAYMOVE | MREMAP_FIXED, r->a[4]);
    }
    returned(answer, at);
}

// ---- the heap

static uint64_t heap;  // the length of the scenario's heap

// Finds where the kernel has the parts of this program, in /proc/self/stat: see proc_pid_stat(5).
static int find_parts(struct prctl_mm_map *parts) {
    enum { START_CODE = 26, END_CODE, START_STACK, START_DATA = 45, END_DATA, START_BRK, ARG_START, ARG_END, ENV_START, ENV_END, FIELDS };
    uint64_t fields[FIELDS] = {0};
    char stat[2048];
    int fd = open("/proc/self/stat", O_RDONLY | O_CLOEXEC);
    ssize_t length = fd < 0 ? 0 : read(fd, stat, sizeof stat - 1);
    close(fd);
    stat[length > 0 ? length : 0] = 0;
    char *at = strrchr(stat, ')');
    for (int i = 2; at && i < FIELDS; i++) {
        fields[i] = strtoull(at + 1, NULL, 10);
        at = strchr(at + 1, ' ');
    }
    *parts = (struct prctl_mm_map) {
        .start_code = fields[START_CODE], .end_code = fields[END_CODE], .start_stack = fields[START_STACK],
        .start_data = fields[START_DATA], .end_data = fields[END_DATA], .start_brk = fields[START_BRK],
        .brk = (uint64_t) syscall(SYS_brk, 0), .arg_start = fields[ARG_START], .arg_end = fields[ARG_END],
        .env_start = fields[ENV_START], .env_end = fields[ENV_END], .exe_fd = (uint32_t) -1};
    return at ? 0 : -1;
}

static int put_parts(const struct prctl_mm_map *parts) {
    return prctl(PR_SET_MM, PR_SET_MM_MAP, parts, sizeof *parts, 0);
}

// Sets the length of the heap, which begins at a[2]. The agent's own heap is elsewhere: during the call, the kernel takes the
// scenario's for that of the program. The data of the program counts with the heap, so it is as long as what the limit is
// raised by. No memory is allocated meanwhile.
static void set_heap(struct request *r, struct answer *answer) {
    struct prctl_mm_map parts, others;
    uint64_t start = r->a[2];
    if (limited) {
        count_own(0);
    }
    if (find_parts(&parts)) {
        answer->error = ENOSYS;
        return;
    }
    others = parts;
    others.start_brk = start;
    others.brk = start + heap;
    others.start_data = start;
    others.end_data = start + (limited && limits[DATA] ? own[DATA] : 0);
    if (put_parts(&others)) {
        answer->error = ENOSYS;
        return;
    }
    put_limits();
    uint64_t end = (uint64_t) syscall(SYS_brk, start + r->a[1]);
    answer->error = end == start + r->a[1] ? 0 : ENOMEM;
    unlimit(answer);
    heap = end - start;
    if (put_parts(&parts)) {
        _exit(1);  // the agent could not go on
    }
}

// The calls for all memory of a process, in the order of abi.ProcessCall.
static void call_for_all(struct request *r, struct answer *answer) {
    enum { LIMIT, LOCK_ALL, UNLOCK_ALL, SET_HEAP };
    struct rlimit hard;
    if (r->a[0] == LIMIT) {
        getrlimit((__rlimit_resource_t) resources[r->a[2]], &hard);
        answer->error = r->a[1] > hard.rlim_max && hard.rlim_max != RLIM_INFINITY ? EPERM : 0;
        limits[r->a[2]] = answer->error ? limits[r->a[2]] : r->a[1];
        limited = 1;
    } else if (r->a[0] == LOCK_ALL) {
        limited = 1;
        limit(1);
        returned(answer, mlockall((int) r->a[1]));
    } else if (r->a[0] == UNLOCK_ALL) {
        returned(answer, munlockall());
    } else {
        set_heap(r, answer);
    }
}

static uint64_t mixed_word(size_t index, uint64_t word) {
    uint64_t mixed = word + 0x9e3779b97f4a7c15ull * (index + 1);
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9ull;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebull;
    return mixed ^ (mixed >> 31);
}

static uint64_t fingerprint(const uint64_t *words) {
    uint64_t sum = 0;
    for (size_t i = 0; i < page / 8; i++) {
        sum += words[i] ? mixed_word(i, words[i]) : 0;
    }
    return sum;
}

// Replaces the addresses of pages in the box by their fingerprints.
static void take_fingerprints(struct request *r) {
    uint64_t *pages = (uint64_t *) box->data;
    for (uint64_t i = 0; i < r->a[0]; i++) {
        pages[i] = fingerprint((const uint64_t *) pages[i]);
    }
}

static void be_process(int lane, pid_t supervisor) __attribute__((noreturn));
static void take_part(int lane, pid_t supervisor);

static void bind_to(pid_t supervisor) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != supervisor) {
        _exit(1);
    }
}

// A child of the supervisor.
static long fork_beside(pid_t supervisor) {
    long child = syscall(SYS_clone, CLONE_PARENT | SIGCHLD, 0, 0, 0, 0);
    if (child == 0) {
        bind_to(supervisor);
    }
    return child;
}

static void replace_program(int lane, pid_t supervisor) {
    enum { NUMBERS = 9 };
    char numbers[NUMBERS][24];
    long values[NUMBERS] = {lane, supervisor, box_fd, exe_fd, without, limited,
                            (long) limits[MAPPED], (long) limits[DATA], (long) limits[LOCKED_BYTES]};
    char *arguments[NUMBERS + 2] = {"mmaplab-agent"};
    char *environment[] = {NULL};
    for (int i = 0; i < NUMBERS; i++) {
        snprintf(numbers[i], sizeof numbers[i], "%ld", values[i]);
        arguments[i + 1] = numbers[i];
    }
    syscall(SYS_execveat, exe_fd, "", arguments, environment, AT_EMPTY_PATH);
}

// ---- a process, or the supervisor, in a race

static struct deed *deeds(void) {
    return (struct deed *) box->data;
}

static void wake(uint32_t *word) {
    futex(word, FUTEX_WAKE, INT_MAX, NULL);
}

static void pause_a_little(void) {
#if defined(__x86_64__)
    __builtin_ia32_pause();
#else
    __asm__ volatile("" ::: "memory");
#endif
}

// Most pauses are short, some are as long as a fork takes.
static void pause_at_random(uint64_t *random) {
    *random ^= *random << 13;
    *random ^= *random >> 7;
    *random ^= *random << 17;
    uint64_t turns = (*random >> 20) & ((1u << (*random >> 8) % 13) - 1);
    for (uint64_t i = 0; i < turns; i++) {
        pause_a_little();
    }
}

// A step that one access or one call does shares the lock, any other step has it alone: no step sees half of another. It is
// a word and no lock of a library, because a process may end while its step has the lock: then the supervisor returns it.
// Threads that only yield can keep what the holder waits for from running, so they soon sleep.
static void lock_for(struct deed *deed) {
    struct timespec moment = {0, 50000};
    for (int turns = 0;; turns++) {
        int32_t holders = __atomic_load_n(&box->race.lock, __ATOMIC_RELAXED);
        int32_t next = deed->flags & ALONE ? -1 : holders + 1;
        if ((deed->flags & ALONE ? holders == 0 : holders >= 0)
            && __atomic_compare_exchange_n(&box->race.lock, &holders, next, 0, __ATOMIC_SEQ_CST, __ATOMIC_RELAXED)) {
            return;
        }
        if (turns < 200) {
            pause_a_little();
        } else {
            nanosleep(&moment, NULL);
        }
    }
}

static void unlock_after(struct deed *deed) {
    if (deed->flags & ALONE) {
        __atomic_store_n(&box->race.lock, 0, __ATOMIC_SEQ_CST);
    } else {
        __atomic_fetch_sub(&box->race.lock, 1, __ATOMIC_SEQ_CST);
    }
}

// Lets a branch reach its next deed, or its next step if this one stops.
static void advance(uint32_t index) {
    struct race *race = &box->race;
    struct deed *deed = &deeds()[index];
    int stops = (deed->answer.error || deed->answer.signal) && !(deed->flags & GOES_ON);
    while (stops && !(deeds()[index].flags & ENDS)) {
        index++;
    }
    if (race->locks && deeds()[index].flags & ENDS) {
        unlock_after(deed);
    }
    __atomic_thread_fence(__ATOMIC_SEQ_CST);
    __atomic_store_n(&race->at[deed->branch], index + 1, __ATOMIC_SEQ_CST);
    wake(&race->at[deed->branch]);
    if (index + 1 == race->end[deed->branch]) {
        __atomic_fetch_add(&race->ended, 1, __ATOMIC_SEQ_CST);
        wake(&race->ended);
    }
}

// Waits until a branch has reached a deed. Returns whether the deed is to be performed.
static int await_turn(uint32_t index) {
    struct race *race = &box->race;
    uint32_t *at = &race->at[deeds()[index].branch];
    for (;;) {
        uint32_t now = __atomic_load_n(at, __ATOMIC_SEQ_CST);
        if (now >= index) {
            return now == index;
        }
        futex(at, FUTEX_WAIT, now, NULL);
    }
}

// An access of 1, 2, 4 or 8 aligned bytes, with one instruction.
static int access_at_once(struct request *r, struct answer *answer, struct answer *at_fault, unsigned char *data) {
    uint64_t length = r->a[1];
    if ((r->op != LOAD && r->op != STORE) || length == 0 || length > 8 || length & (length - 1) || r->a[0] % length
        || without & NO_ZERO_PAGE) {
        return 0;
    }
    expect_fault(r, at_fault);
    if (sigsetjmp(on_fault, 0) == 0) {
#define ACCESS(type) \
        case sizeof(type): { \
            type value; \
            if (r->op == LOAD) { \
                value = *(volatile type *) r->a[0]; \
                memcpy(data, &value, sizeof value); \
            } else { \
                memcpy(&value, data, sizeof value); \
                *(volatile type *) r->a[0] = value; \
            } \
            break; \
        }
        switch (length) {
            ACCESS(uint8_t)
            ACCESS(uint16_t)
            ACCESS(uint32_t)
            ACCESS(uint64_t)
        }
#undef ACCESS
        accessed = length;
    } else {
        answer->signal = fault->signal;
        answer->code = fault->code;
    }
    answer->count = accessed;
    answer->bytes = r->op == LOAD ? accessed : 0;
    return 1;
}

static void perform(struct deed *deed, struct answer *answer) {
    struct request *r = &deed->request;
    unsigned char *data = box->data + deed->at;
    switch (r->op) {
        case MMAP: map(r, answer, data); break;
        case RANGE: call_over_range(r, answer); break;
        case MREMAP: remap(r, answer); break;
        case EXIT: _exit((int) r->a[0]);
        default:
            if (!access_at_once(r, answer, &deed->answer, data)) {
                access_memory(r, answer, &deed->answer, data);
            }
    }
}

static void perform_outside(struct deed *deed, struct answer *answer);

// What a child does that a process has made in a race: its part of the branch, and then what each process does.
static void be_child(uint32_t index, pid_t supervisor) __attribute__((noreturn));

// Performs the deeds of a branch that a process executes, from one of them on.
static void run_branch(uint32_t index, uint64_t executor, int lane, pid_t supervisor) {
    struct race *race = &box->race;
    uint64_t branch = deeds()[index].branch;
    uint64_t random = race->seed + 0x9e3779b97f4a7c15ull * (branch + 1);
    for (; index < race->end[branch]; index++) {
        struct deed *deed = &deeds()[index];
        if (deed->executor != executor || !await_turn(index)) {
            continue;
        }
        if (deed->flags & BEGINS) {
            random += index;
            pause_at_random(&random);
            if (race->locks) {
                lock_for(deed);
            }
        }
        struct answer answer = {0};
        if (executor == OUTSIDE) {
            perform_outside(deed, &answer);
        } else if (deed->request.op == FORK) {
            long child = fork_beside(supervisor);
            if (child == 0) {
                be_child(index, supervisor);
            }
            returned(&answer, child);
        } else if (deed->request.op == EXEC) {
            replace_program(lane, supervisor);
            returned(&answer, -1);
        } else {
            perform(deed, &answer);
        }
        deed->answer = answer;
        deed->performed = 1;
        advance(index);
    }
}

static void be_quiet(uint64_t slot) {
    sched_setaffinity(0, sizeof box->race.home, &box->race.home);
    __atomic_store_n(&box->race.quiet[slot], 1, __ATOMIC_SEQ_CST);
    wake(&box->race.quiet[slot]);
}

static void be_child(uint32_t index, pid_t supervisor) {
    int lane = (int) deeds()[index].request.a[7];
    uint64_t slot = deeds()[index].request.a[0];
    run_branch(index, slot, lane, supervisor);
    be_quiet(slot);
    be_process(lane, supervisor);
}

// After an exec in a race.
static void go_on(int lane, pid_t supervisor) {
    struct race *race = &box->race;
    for (uint32_t branch = 0; branch < race->branches; branch++) {
        uint32_t index = race->at[branch];
        struct deed *deed = &deeds()[index];
        if (index < race->end[branch] && deed->request.op == EXEC && deed->executor == race->slots[lane]) {
            deed->performed = 1;
            advance(index);
            run_branch(index + 1 < race->end[branch] ? index + 1 : index, race->slots[lane], lane, supervisor);
        }
    }
    be_quiet(race->slots[lane]);
}

struct part {
    pthread_t thread;
    uint32_t branch;
    uint64_t executor;
    int lane;
    pid_t supervisor;
};

// Each branch has a processor of its own, if there are enough.
static void pin(uint32_t branch) {
    struct race *race = &box->race;
    cpu_set_t one;
    int number = (int) ((branch + race->seed) % (uint64_t) CPU_COUNT(&race->all));
    for (int cpu = 0; cpu < CPU_SETSIZE; cpu++) {
        if (CPU_ISSET(cpu, &race->all) && number-- == 0) {
            CPU_ZERO(&one);
            CPU_SET(cpu, &one);
            sched_setaffinity(0, sizeof one, &one);
        }
    }
}

static void *run_part(void *argument) {
    struct part *part = argument;
    struct race *race = &box->race;
    pin(part->branch);
    __atomic_fetch_add(&race->ready, 1, __ATOMIC_SEQ_CST);
    wake(&race->ready);
    for (int turns = 0; !__atomic_load_n(&race->start, __ATOMIC_SEQ_CST); turns++) {
        if (turns < 200) {
            pause_a_little();
        } else if (turns < 1000) {
            sched_yield();
        } else {
            futex(&race->start, FUTEX_WAIT, 0, NULL);
        }
    }
    if (race->start == 1) {
        run_branch(race->first[part->branch], part->executor, part->lane, part->supervisor);
    }
    return NULL;
}

static int has_part(uint32_t branch, uint64_t executor) {
    for (uint32_t i = box->race.first[branch]; i < box->race.end[branch]; i++) {
        if (deeds()[i].executor == executor) {
            return 1;
        }
    }
    return 0;
}

// Starts a thread for each branch that has something to do for an executor. Returns how many there are.
static int start_parts(struct part *parts, uint64_t executor, int lane, pid_t supervisor) {
    int count = 0;
    for (uint32_t branch = 0; branch < box->race.branches; branch++) {
        if (has_part(branch, executor)) {
            parts[count] = (struct part) {.branch = branch, .executor = executor, .lane = lane, .supervisor = supervisor};
            count++;
        }
    }
    // the first thread of a process that is no supervisor takes the first part itself
    for (int i = executor == OUTSIDE ? 0 : 1; i < count; i++) {
        if (pthread_create(&parts[i].thread, NULL, run_part, &parts[i])) {
            return -1;
        }
    }
    return count;
}

static void take_part(int lane, pid_t supervisor) {
    struct part parts[BRANCHES];
    int count = start_parts(parts, box->race.slots[lane], lane, supervisor);
    if (count < 0) {
        _exit(1);
    }
    run_part(&parts[0]);
    for (int i = 1; i < count; i++) {
        pthread_join(parts[i].thread, NULL);
    }
    be_quiet(box->race.slots[lane]);
}

static void be_process(int lane, pid_t supervisor) {
    for (;;) {
        while (__atomic_load_n(&box->go[lane], __ATOMIC_ACQUIRE) == 0) {
            futex(&box->go[lane], FUTEX_WAIT, 0, NULL);
        }
        box->go[lane] = 0;
        struct request *r = &box->request;
        struct answer answer = {0};
        switch (r->op) {
            case MMAP:
                limit(0);
                map(r, &answer, box->data);
                unlimit(&answer);
                break;
            case RANGE:
                limit(0);
                call_over_range(r, &answer);
                unlimit(&answer);
                break;
            case MREMAP:
                limit(0);
                remap(r, &answer);
                unlimit(&answer);
                break;
            case OPEN: open_descriptor(r, &answer, box->data); break;
            case CLOSE: returned(&answer, close(FIRST_DESCRIPTOR + (int) r->a[0])); break;
            case DUP:
                returned(&answer, dup2(FIRST_DESCRIPTOR + (int) r->a[0], FIRST_DESCRIPTOR + (int) r->a[1]));
                break;
            case ON_DESCRIPTOR: call_on_file(FIRST_DESCRIPTOR + (int) r->a[0], r, &answer); break;
            case PREAD:
            case PWRITE:
                returned(&answer, syscall(r->op == PREAD ? SYS_pread64 : SYS_pwrite64, FIRST_DESCRIPTOR + (int) r->a[0],
                                          r->a[1], r->a[2], r->a[3]));
                break;
            case ON_PROCESS:
                call_for_all(r, &answer);
                unlimit(&answer);
                break;
            case MINCORE:
                returned(&answer, syscall(SYS_mincore, r->a[0], page, box->data));
                answer.count = box->data[0] & 1;
                break;
            case FINGERPRINT: take_fingerprints(r); break;
            case STORE:
            case FILL:
            case LOAD: access_memory(r, &answer, &box->answer, box->data); break;
            case TAKE_PART: take_part(lane, supervisor); continue;
            case FORK: {
                int child_lane = (int) r->a[0];
                long child = fork_beside(supervisor);
                if (child == 0) {
                    lane = child_lane;
                    continue;
                }
                returned(&answer, child);
                break;
            }
            case EXEC:
                replace_program(lane, supervisor);
                returned(&answer, -1);
                break;
            case CLEAR:
                for (int i = 0; i < DESCRIPTORS; i++) {
                    close(FIRST_DESCRIPTOR + i);
                }
                if (limited) {
                    answer.error = EBUSY;  // it is not what a new process is
                } else {
                    heap = 0;
                    returned(&answer, syscall(SYS_munmap, LOW_END, HIGH_START - LOW_END));
                }
                break;
            case EXIT: _exit((int) r->a[0]);
            default: answer.error = ENOSYS;
        }
        box->answer = answer;
        __atomic_store_n(&box->done, 1, __ATOMIC_RELEASE);
        futex(&box->done, FUTEX_WAKE, 1, NULL);
    }
}

// ---------------------------------------------------------------- the supervisor

// A page with an entry in a page table.
struct seen {
    uint64_t address, entry, fingerprint;
    uint64_t readable;  // whether it can have a fingerprint
};

// A line of /proc/PID/maps.
struct mapping {
    uint64_t start, end, offset;
    uint64_t bits;  // protection as in mmap(2), and 8 for shared
    int64_t file;   // -1: no file of the scenario
    uint64_t inode;
};

struct process {
    pid_t pid;  // 0 if there is no process, or it has ended
    int lane;
    int has_memfds;       // whether it has open memfds of the scenario
    int is_of_race;       // whether a race has made it, so that it has the stack of a thread
    int maps, pagemap;    // file descriptors of its files under /proc, -1 if not open
    int acted, remapped;  // since the last snapshot: whether it did anything, and whether its mappings may differ
    size_t mappings, pages;
    struct mapping *mapping;
    struct seen *page;
};

static struct process processes[SLOTS];
static struct process idle[IDLE];  // processes without mappings, for the next scenario
static unsigned char lane_taken[LANES];

static struct {
    int kind, fd, linked;  // a segment has no descriptor, and -1
    ino_t inode;
    char path[128];
    int segment;           // its identifier
    uint64_t size;         // of a segment
    unsigned char *kept;   // where the supervisor has a segment attached
} files[FILES];

static int has_new_names;  // whether a file has a name that it was not made with

static const char *prefix;  // the prefix of names of shared memory
static uid_t uid;
static gid_t gid;
static int drops;  // whether processes run as uid and gid
static uint64_t zero_page;
static struct request request;
static struct answer answer;

// The data and the snapshot after an answer.
static unsigned char *out;
static size_t out_length, out_room;

static void *grown(void *memory, size_t bytes) {
    memory = realloc(memory, bytes);
    if (!memory) {
        _exit(1);
    }
    return memory;
}

static void *room_for(size_t bytes) {
    if (out_length + bytes > out_room) {
        out_room = (out_length + bytes) * 2;
        out = grown(out, out_room);
    }
    void *at = out + out_length;
    out_length += bytes;
    return at;
}

static void put(uint64_t word) {
    memcpy(room_for(8), &word, 8);
}

static void child_ended(int signal) {
    (void) signal;
    uint32_t waiting = 0;
    __atomic_compare_exchange_n(&box->done, &waiting, 2, 0, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE);
}

static void lost(const char *format, ...) {
    char text[256];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    answer.state = 2;
    out_length = 0;
    memcpy(room_for(strlen(text)), text, strlen(text));
}

// ---- processes

static void closed(int *fd) {
    if (*fd >= 0) {
        close(*fd);
    }
    *fd = -1;
}

static void begin(struct process *process, pid_t pid, int lane) {
    process->pid = pid;
    process->lane = lane;
    process->is_of_race = 0;
    process->maps = process->pagemap = -1;
    process->acted = process->remapped = 1;
    process->mappings = process->pages = 0;
}

// Closes the files under /proc, which after an exec still refer to the old memory.
static void look_anew(struct process *process) {
    closed(&process->maps);
    closed(&process->pagemap);
}

static int free_lane(void) {
    int lane = 0;
    while (lane_taken[lane]) {
        lane++;
    }
    lane_taken[lane] = 1;
    box->go[lane] = 0;
    return lane;
}

// Whether a process has ended; if so, it is reaped.
static int has_ended(struct process *process, int options) {
    int status;
    pid_t pid;
    do {
        pid = waitpid(process->pid, &status, options);
    } while (pid < 0 && errno == EINTR);
    if (pid == 0) {
        return 0;
    }
    answer.state = 1;
    answer.status = (uint64_t) status;
    answer.signal = box->answer.signal;
    answer.code = box->answer.code;
    answer.count = box->answer.count;
    look_anew(process);
    lane_taken[process->lane] = 0;
    process->pid = 0;
    return 1;
}

static void finish(struct process *process) {
    kill(process->pid, SIGKILL);
    has_ended(process, 0);
}

// Waits until the process with a command is done or has ended, or PATIENCE is over.
static void await(struct process *process) {
    struct timespec deadline, now, left;
    clock_gettime(CLOCK_MONOTONIC, &deadline);
    deadline.tv_sec += PATIENCE_SECONDS;
    for (;;) {
        uint32_t done = __atomic_load_n(&box->done, __ATOMIC_ACQUIRE);
        if (done == 1) {
            answer = box->answer;
            return;
        }
        if (done == 2) {
            // reset before checking, so that no end is missed
            uint32_t ended = 2;
            __atomic_compare_exchange_n(&box->done, &ended, 0, 0, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE);
            if (__atomic_load_n(&box->done, __ATOMIC_ACQUIRE) != 1 && has_ended(process, WNOHANG)) {
                return;
            }
            continue;
        }
        clock_gettime(CLOCK_MONOTONIC, &now);
        left.tv_sec = deadline.tv_sec - now.tv_sec;
        left.tv_nsec = deadline.tv_nsec - now.tv_nsec;
        if (left.tv_nsec < 0) {
            left.tv_nsec += 1000000000;
            left.tv_sec--;
        }
        if (left.tv_sec < 0) {
            finish(process);
            lost("a process did not answer within %d seconds", PATIENCE_SECONDS);
            return;
        }
        futex(&box->done, FUTEX_WAIT, 0, &left);
    }
}

// Lets a process execute the command in the box, and waits for it.
static void let(struct process *process) {
    box->done = 0;
    if (has_ended(process, WNOHANG)) {
        return;
    }
    __atomic_store_n(&box->go[process->lane], 1, __ATOMIC_RELEASE);
    futex(&box->go[process->lane], FUTEX_WAKE, 1, NULL);
    await(process);
}

static void let_do(struct process *process, uint64_t op, uint64_t argument) {
    box->request = (struct request) {.op = op, .a = {argument}};
    let(process);
}

static int any_memfd(void) {
    for (int id = 0; id < FILES; id++) {
        if (files[id].fd && files[id].kind == MEMFD) {
            return 1;
        }
    }
    return 0;
}

// A process of an earlier scenario, unless the new one has to inherit files.
static int take_idle(struct process *process) {
    for (int i = 0; i < IDLE && !any_memfd(); i++) {
        if (idle[i].pid) {
            begin(process, idle[i].pid, idle[i].lane);
            process->maps = idle[i].maps;
            process->pagemap = idle[i].pagemap;
            process->has_memfds = 0;
            idle[i].pid = 0;
            return 1;
        }
    }
    return 0;
}

static void spawn(struct process *process) {
    if (take_idle(process)) {
        return;
    }
    pid_t supervisor = getpid();
    int lane = free_lane();
    pid_t pid = fork();
    if (pid == 0) {
        struct sigaction standard = {0};
        standard.sa_handler = SIG_DFL;
        sigaction(SIGCHLD, &standard, NULL);
        if (drops && (setgroups(0, NULL) || setresgid(gid, gid, gid) || setresuid(uid, uid, uid))) {
            _exit(1);
        }
        prctl(PR_SET_DUMPABLE, 1, 0, 0, 0);
        close(0);
        close(1);
        close(lock_fd);
        bind_to(supervisor);
        handle_faults();
        be_process(lane, supervisor);
    }
    if (pid < 0) {
        lane_taken[lane] = 0;
        lost("no process can be started: %s", strerror(errno));
        return;
    }
    begin(process, pid, lane);
    process->has_memfds = any_memfd();
}

static void fork_process(struct process *parent, struct process *child) {
    int lane = free_lane();
    let_do(parent, FORK, (uint64_t) lane);
    if (answer.state != 0 || answer.error) {
        lane_taken[lane] = 0;
        return;
    }
    begin(child, (pid_t) answer.value, lane);
    child->has_memfds = parent->has_memfds;
    answer.value = 0;
}

// Keeps a process for the next scenario if it can be reset completely.
static void retire(struct process *process) {
    for (int i = 0; i < IDLE && !process->has_memfds && !process->is_of_race; i++) {
        if (!idle[i].pid) {
            let_do(process, CLEAR, 0);
            if (answer.state == 0 && !answer.error) {
                idle[i] = *process;
                process->pid = 0;
                return;
            }
            break;
        }
    }
    if (process->pid) {
        finish(process);
    }
}

// ---- files

static ino_t inode_of_file(int fd) {
    struct stat status;
    return fstat(fd, &status) ? 0 : status.st_ino;
}

// A segment is marked for removal at once, so that the kernel destroys it even if the supervisor is killed. Until the
// scenario removes it, the supervisor has it attached.
static void create_segment(int id) {
    struct shmid_ds status;
    int segment = shmget(IPC_PRIVATE, request.a[3], IPC_CREAT | 0600 | SHM_NORESERVE);
    void *kept = segment < 0 ? (void *) -1 : shmat(segment, NULL, 0);
    if (segment >= 0 && shmctl(segment, IPC_STAT, &status) == 0) {
        status.shm_perm.uid = drops ? uid : status.shm_perm.uid;
        status.shm_perm.gid = drops ? gid : status.shm_perm.gid;
        status.shm_perm.mode = request.a[2] ? 0666 : 0444;
        shmctl(segment, IPC_SET, &status);
        shmctl(segment, IPC_RMID, NULL);
    }
    if (kept == (void *) -1) {
        lost("a segment cannot be made: %s", strerror(errno));
        return;
    }
    madvise(kept, request.a[3], MADV_DONTFORK);
    files[id].fd = -1;
    files[id].kind = SYSV;
    files[id].linked = 1;
    files[id].segment = segment;
    files[id].inode = (ino_t) segment;
    files[id].size = request.a[3];
    files[id].kept = kept;
    snprintf(files[id].path, sizeof files[id].path, SEGMENT_PATH "%d", segment);
}

// How often the scenario has a segment attached; -1 if it is destroyed.
static long attachments(int id) {
    struct shmid_ds status;
    return shmctl(files[id].segment, IPC_STAT, &status) ? -1 : (long) status.shm_nattch - (files[id].kept != NULL);
}

// IPC_RMID. The segment goes with its last attachment, which may be that of the supervisor.
static void remove_segment(struct answer *answer, int id) {
    returned(answer, shmctl(files[id].segment, IPC_RMID, NULL));
    if (files[id].kept) {
        shmdt(files[id].kept);
        files[id].kept = NULL;
    }
}

// Copies bytes of a segment without touching a page that is not in memory, and so is zero. Returns how many there are.
static long read_segment(int id, unsigned char *into, uint64_t from, uint64_t length) {
    unsigned char *at = files[id].kept ? files[id].kept : shmat(files[id].segment, NULL, SHM_RDONLY);
    if (at == (void *) -1) {
        return -1;
    }
    uint64_t count = from >= files[id].size ? 0 : files[id].size - from < length ? files[id].size - from : length;
    for (uint64_t done = 0, part; done < count; done += part) {
        unsigned char resident;
        part = page - (from + done) % page < count - done ? page - (from + done) % page : count - done;
        if (!mincore(at + (from + done) / page * page, page, &resident) && (resident & 1)) {
            memcpy(into + done, at + from + done, part);
        } else {
            memset(into + done, 0, part);
        }
    }
    if (!files[id].kept) {
        shmdt(at);
    }
    return (long) count;
}

// As find_rest, for a segment.
static void find_rest_of_segment(int id) {
    enum { PAGES = 1 << 16 };
    static unsigned char resident[PAGES];
    unsigned char *at = files[id].kept ? files[id].kept : shmat(files[id].segment, NULL, SHM_RDONLY);
    uint64_t from = request.a[1];
    if (at == (void *) -1) {
        returned(&answer, -1);
        return;
    }
    for (uint64_t first = from / page; first * page < files[id].size && !answer.value; first += PAGES) {
        uint64_t left = (files[id].size + page - 1) / page - first;
        mincore(at + first * page, (left < PAGES ? left : PAGES) * page, resident);
        for (uint64_t i = 0; i < left && i < PAGES && !answer.value; i++) {
            uint64_t byte = (first + i) * page < from ? from : (first + i) * page;
            for (; resident[i] & 1 && byte < (first + i + 1) * page && byte < files[id].size; byte++) {
                if (at[byte]) {
                    answer.value = byte + 1;
                    break;
                }
            }
        }
    }
    if (!files[id].kept) {
        shmdt(at);
    }
    if (answer.value) {
        answer.value--;
        out_length = (size_t) read_segment(id, room_for(REST_BYTES), answer.value, REST_BYTES);
    }
}

static void fill_segment(int id) {
    uint64_t length = request.op == WRITE ? request.bytes : request.a[3];
    if (request.op == WRITE) {
        memcpy(files[id].kept + request.a[1], box->data, length);
    } else {
        memset(files[id].kept + request.a[1], (int) request.a[2], length);
    }
    answer.value = length;
}

static void serve_segment(int id) {
    switch (request.op) {
        case WRITE:
        case WRITE_FILL: fill_segment(id); break;
        case READ: {
            uint64_t length = request.a[2] < MOST_LOADED ? request.a[2] : MOST_LOADED;
            long count = read_segment(id, room_for(length), request.a[1], length);
            out_length = count > 0 ? (size_t) count : 0;
            returned(&answer, count);
            break;
        }
        case UNLINK: remove_segment(&answer, id); break;
        case SIZE: answer.value = files[id].size; break;
        case REST: find_rest_of_segment(id); break;
        case ATTACHED: returned(&answer, attachments(id)); break;
        default: answer.error = ENOSYS;
    }
}

static void create(void) {
    int id = (int) request.a[0];
    int kind = (int) request.a[1];
    char *path = files[id].path;
    int fd;
    if (kind == SYSV) {
        create_segment(id);
        return;
    }
    if (kind == MEMFD) {
        char name[16];
        snprintf(name, sizeof name, "f%d", id);
        fd = memfd_create(name, MFD_ALLOW_SEALING);
        snprintf(path, sizeof files[id].path, "/proc/self/fd/%d", fd);
    } else {
        snprintf(path, sizeof files[id].path, kind == SHM ? "/dev/shm/%s-f%d" : "f%.0s%d", prefix, id);
        fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    }
    if (fd < 0) {
        lost("the file %s cannot be made: %s", path, strerror(errno));
        return;
    }
    files[id].fd = fd;
    files[id].kind = kind;
    files[id].linked = kind != MEMFD;
    files[id].inode = inode_of_file(fd);
    if ((drops && fchown(fd, uid, gid)) || fchmod(fd, request.a[2] ? 0644 : 0444)) {
        lost("the permissions of %s cannot be set: %s", path, strerror(errno));
    }
}

// ---- names: name N of a regular file is fN in the folder

static const char *name_path(uint64_t name) {
    static char paths[2][16];
    static int next;
    next = !next;
    snprintf(paths[next], sizeof paths[next], "f%d", (int) name);
    return paths[next];
}

// The regular file that has a name; -1 if there is none. All files of the folder are on one file system.
static int file_with(uint64_t name) {
    struct stat status;
    if (!stat(name_path(name), &status)) {
        for (int id = 0; id < FILES; id++) {
            if (files[id].fd && files[id].kind == REGULAR && files[id].inode == status.st_ino) {
                return id;
            }
        }
    }
    return -1;
}

// Finds a name of each regular file again, for mappings that are still to come.
static void look_up_names(void) {
    has_new_names = 1;
    for (int id = 0; id < FILES; id++) {
        if (files[id].fd && files[id].kind == REGULAR) {
            files[id].linked = 0;
            strcpy(files[id].path, "without-a-name");
        }
    }
    for (int name = 0; name < FILES; name++) {
        int id = file_with((uint64_t) name);
        if (id >= 0 && !files[id].linked) {
            files[id].linked = 1;
            strcpy(files[id].path, name_path((uint64_t) name));
        }
    }
}

// open(2) with O_CREAT and O_EXCL
static void make_file(int id, uint64_t name) {
    int fd = open(name_path(name), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (fd < 0) {
        returned(&answer, -1);
        return;
    }
    files[id].fd = fd;
    files[id].kind = REGULAR;
    files[id].inode = inode_of_file(fd);
    if (drops && fchown(fd, uid, gid)) {
        lost("the permissions of a file cannot be set: %s", strerror(errno));
    }
    look_up_names();
}

static void give_name(uint64_t name, uint64_t other) {
    const char *from = name_path(name), *to = name_path(other);
    returned(&answer, request.op == RENAME ? rename(from, to) : link(from, to));
    look_up_names();
}

static void find_named(uint64_t name) {
    int id = file_with(name);
    if (id < 0 && files[name].fd
        && ((files[name].kind == SHM && files[name].linked) || (files[name].kind == SYSV && attachments((int) name) >= 0))) {
        id = (int) name;
    }
    answer.value = (uint64_t) id;
}

static void sync_folder(void) {
    int fd = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    returned(&answer, fd < 0 ? -1 : fsync(fd));
    if (fd >= 0) {
        close(fd);
    }
}

static void serve_name(void) {
    switch (request.op) {
        case MAKE: make_file((int) request.a[0], request.a[1]); break;
        case NAMED: find_named(request.a[0]); break;
        default: give_name(request.a[1], request.a[2]);
    }
}

static void write_file(int fd) {
    uint64_t done = 0, length = request.op == WRITE ? request.bytes : request.a[3];
    uint64_t offset = request.a[1];
    if (request.op == WRITE_FILL) {
        memset(box->data, (int) request.a[2], length < DATA_BYTES ? length : DATA_BYTES);
    }
    do {
        uint64_t part = length - done < DATA_BYTES ? length - done : DATA_BYTES;
        ssize_t count = pwrite(fd, box->data, part, (off_t) (offset + done));
        if (count < 0) {
            if (done == 0) {
                returned(&answer, -1);
            }
            break;
        }
        done += (uint64_t) count;
        answer.value = done;
        if ((uint64_t) count < part) {
            break;
        }
    } while (done < length);
}

static void read_file(int fd) {
    uint64_t length = request.a[2] < MOST_LOADED ? request.a[2] : MOST_LOADED;
    unsigned char *into = room_for(length);
    // The kernel refuses what is too large for any buffer or file (fs/read_write.c, vfs_read).
    int too_large = request.a[2] >= 1ull << 47 || (int64_t) (request.a[1] + request.a[2]) < 0;
    ssize_t count = pread(fd, into, too_large ? request.a[2] : length, (off_t) request.a[1]);
    out_length = count > 0 ? (size_t) count : 0;
    returned(&answer, count);
}

// The offset of the first nonzero byte at or after an offset, and the bytes from there on; no bytes if there is none.
// Holes are skipped, so that the cost depends on what was written, not on the size of the file.
static void find_rest(int fd) {
    unsigned char chunk[1 << 14];
    off_t at = (off_t) request.a[1];
    int64_t searched = 0;
    while ((at = lseek(fd, at, SEEK_DATA)) >= 0) {
        ssize_t count = pread(fd, chunk, sizeof chunk, at);
        ssize_t i = 0;
        if (count <= 0) {
            errno = count == 0 ? ENXIO : errno;
            break;
        }
        while (i < count && !chunk[i]) {
            i++;
        }
        at += i;
        if (i < count) {
            ssize_t rest = pread(fd, room_for(REST_BYTES), REST_BYTES, at);
            out_length = rest > 0 ? (size_t) rest : 0;
            returned(&answer, at);
            return;
        }
        searched += count;
        if (searched > MOST_SEARCHED) {
            errno = EFBIG;
            break;
        }
    }
    returned(&answer, errno == ENXIO ? 0 : -1);
}

static void unlink_file(struct answer *answer, int id, uint64_t name) {
    if (files[id].kind == SYSV) {
        remove_segment(answer, id);
        return;
    }
    if (files[id].kind == MEMFD) {
        answer->value = ~0ull;
        answer->error = ENOENT;
        return;
    }
    returned(answer, unlink(files[id].kind == REGULAR ? name_path(name) : files[id].path));
    files[id].linked = 0;
    if (has_new_names) {
        look_up_names();
    }
}

static void remove_file(int id) {
    if (files[id].kind == SYSV) {
        struct answer ignored;
        remove_segment(&ignored, id);
    } else if (files[id].linked) {
        unlink(files[id].path);
    }
    if (files[id].fd >= 0) {
        close(files[id].fd);
    }
    memset(&files[id], 0, sizeof files[id]);
}

static void reset(void) {
    for (int slot = 0; slot < SLOTS; slot++) {
        if (processes[slot].pid) {
            retire(&processes[slot]);
        }
    }
    for (int id = 0; id < FILES; id++) {
        if (files[id].fd) {
            remove_file(id);
        }
    }
    for (int name = 0; has_new_names && name < FILES; name++) {
        unlink(name_path((uint64_t) name));
    }
    has_new_names = 0;
    memset(&answer, 0, sizeof answer);
    out_length = 0;
}

// ---- looking

static int open_of(struct process *process, const char *name, int *fd) {
    if (*fd < 0) {
        char path[64];
        snprintf(path, sizeof path, "/proc/%d/%s", (int) process->pid, name);
        *fd = open(path, O_RDONLY | O_CLOEXEC);
        if (*fd < 0) {
            lost("%s cannot be read: %s", path, strerror(errno));
        }
    }
    return *fd;
}

static int is_own(uint64_t start) {
    return start < LOW_END || start >= HIGH_START;
}

// The number of the file in a line of maps; -1 if it is none.
static int64_t file_named(const char *path) {
    const char *name = strrchr(path, '/');
    if (!name) {
        return -1;
    }
    name++;
    if (!strncmp(name, "memfd:", 6)) {
        name += 6;
    } else if (!strncmp(name, prefix, strlen(prefix))) {
        name += strlen(prefix) + 1;
    }
    return name[0] == 'f' ? atoll(name + 1) : -1;
}

// The number of a segment; its identifier is shown as its inode.
static int64_t segment_with(uint64_t identifier) {
    for (int id = 0; id < FILES; id++) {
        if (files[id].fd && files[id].kind == SYSV && (uint64_t) files[id].segment == identifier) {
            return id;
        }
    }
    return -1;
}

static void read_line(struct mapping *mapping, const char *line) {
    char *at;
    mapping->start = strtoull(line, &at, 16);
    mapping->end = strtoull(at + 1, &at, 16);
    const char *perms = at + 1;
    mapping->bits = (perms[0] == 'r') | (perms[1] == 'w') << 1 | (perms[2] == 'x') << 2 | (perms[3] == 's') << 3;
    mapping->offset = strtoull(perms + 5, &at, 16);
    strtoull(at + 1, &at, 16);
    strtoull(at + 1, &at, 16);
    mapping->inode = strtoull(at + 1, &at, 10);
    mapping->file = mapping->inode ? file_named(at) : -1;
    if (strstr(at, "/SYSV")) {
        mapping->file = segment_with(mapping->inode);
    }
    for (int id = 0; has_new_names && mapping->file >= 0 && id < FILES; id++) {
        if (files[id].fd && files[id].kind == REGULAR && files[id].inode == mapping->inode) {
            mapping->file = id;
        }
    }
}

static int read_mappings(struct process *process) {
    static char text[1 << 18];
    size_t length = 0;
    ssize_t count;
    if (open_of(process, "maps", &process->maps) < 0) {
        return 0;
    }
    while ((count = pread(process->maps, text + length, sizeof text - 1 - length, (off_t) length)) > 0) {
        length += (size_t) count;
    }
    if (count < 0 || length == sizeof text - 1) {
        lost("the mappings of a process cannot be read: %s", count < 0 ? strerror(errno) : "there are too many");
        return 0;
    }
    text[length] = 0;
    process->mappings = 0;
    for (char *line = text, *end; (end = strchr(line, '\n')); line = end + 1) {
        struct mapping mapping;
        *end = 0;
        read_line(&mapping, line);
        if (!is_own(mapping.start)) {
            process->mapping = grown(process->mapping, (process->mappings + 1) * sizeof mapping);
            process->mapping[process->mappings++] = mapping;
        }
    }
    process->remapped = 0;
    return 1;
}

// Fingerprints since the last operation, by the number of the page.
static struct {
    uint64_t number, fingerprint, look;
} taken[8192];

static uint64_t looks;

static uint64_t *taken_of(uint64_t entry) {
    uint64_t number = entry & ((1ull << 55) - 1);
    size_t places = sizeof taken / sizeof *taken;
    for (size_t i = 0; number && i < 8; i++) {
        size_t at = (number + i) % places;
        if (taken[at].look != looks) {
            taken[at].look = looks;
            taken[at].number = number;
            taken[at].fingerprint = 0;
            return &taken[at].fingerprint;
        }
        if (taken[at].number == number) {
            return &taken[at].fingerprint;
        }
    }
    return NULL;
}

#define OF_FILE (1ull << 61)
#define TO_DO ~0ull

// The fingerprint if it is known without asking the process: private pages are changed only by their own process, and
// other pages may have been read in another process.
static uint64_t known_fingerprint(struct process *process, struct seen *page, size_t *before) {
    if (page->entry & OF_FILE) {
        uint64_t *one = taken_of(page->entry);
        return one && *one ? *one : TO_DO;
    }
    while (*before < process->pages && process->page[*before].address < page->address) {
        (*before)++;
    }
    struct seen *old = &process->page[*before];
    return !process->acted && *before < process->pages && old->address == page->address
            && old->entry == page->entry && old->readable
        ? old->fingerprint : TO_DO;
}

// The process itself reads its pages. Reading another's memory holds a reference to the page for a while, which decides
// whether the next store to it copies (mm/memory.c, wp_can_reuse_anon_folio; mm/gup.c, gup_must_unshare).
static int take_fingerprints_of(struct process *process, struct seen *pages, size_t count) {
    uint64_t *addresses = (uint64_t *) box->data;
    uint64_t asked = 0;
    struct answer before = answer;
    for (size_t i = 0; i < count; i++) {
        if (pages[i].readable && pages[i].fingerprint == TO_DO) {
            addresses[asked++] = pages[i].address;
        }
    }
    if (asked == 0) {
        return 1;
    }
    let_do(process, FINGERPRINT, asked);
    if (answer.state != 0) {
        lost("a process has ended while it was inspected");
        return 0;
    }
    answer = before;
    for (size_t i = 0; i < count; i++) {
        if (pages[i].readable && pages[i].fingerprint == TO_DO) {
            pages[i].fingerprint = *addresses++;
            uint64_t *one = pages[i].entry & OF_FILE ? taken_of(pages[i].entry) : NULL;
            if (one) {
                *one = pages[i].fingerprint;
            }
        }
    }
    return 1;
}

// Whether the page table of a process can be read.
static int open_pagemap(struct process *process) {
    if (process->pagemap < 0 && !(without & NO_PAGE_TABLES)) {
        char path[64];
        snprintf(path, sizeof path, "/proc/%d/pagemap", (int) process->pid);
        process->pagemap = open(path, O_RDONLY | O_CLOEXEC);
    }
    return process->pagemap >= 0;
}

static uint64_t shown_bits(void) {
    return without & NO_FRAME_NUMBERS ? ~((1ull << 55) - 1) : ~0ull;
}

static int look_at(struct process *process) {
    static uint64_t entries[WIDEST_LOOK];
    struct seen *pages = NULL;
    size_t count = 0, room = 0, before = 0;
    if (process->remapped && !read_mappings(process)) {
        return 0;
    }
    int shown = open_pagemap(process);
    for (size_t i = 0; shown && i < process->mappings; i++) {
        struct mapping *mapping = &process->mapping[i];
        uint64_t wide = (mapping->end - mapping->start) / page;
        if (wide > WIDEST_LOOK) {
            continue;
        }
        ssize_t read = pread(process->pagemap, entries, wide * 8, (off_t) (mapping->start / page * 8));
        for (ssize_t at = 0; at < read / 8; at++) {
            entries[at] &= shown_bits();
            if (entries[at] >> 63) {
                if (count == room) {
                    room = room ? room * 2 : 32;
                    pages = grown(pages, room * sizeof *pages);
                }
                struct seen *seen = &pages[count++];
                *seen = (struct seen) {mapping->start + (uint64_t) at * page, entries[at], 0, mapping->bits & 1};
                seen->fingerprint = seen->readable ? known_fingerprint(process, seen, &before) : 0;
            }
        }
    }
    if (!take_fingerprints_of(process, pages, count)) {
        free(pages);
        return 0;
    }
    free(process->page);
    process->page = pages;
    process->pages = count;
    process->acted = 0;
    return 1;
}

static void put_mappings(struct process *process) {
    size_t bytes = process->mappings * sizeof *process->mapping;
    memcpy(room_for(bytes), process->mapping, bytes);
}

// For each running process: slot, number of mappings, the mappings, number of pages, the pages; then ~0; then for each
// file its number and size; then ~0. Processes that have acted come first, because others may have the same pages.
static void put_snapshot(void) {
    looks++;
    for (int acted = 1; acted >= 0; acted--) {
        for (int slot = 0; slot < SLOTS; slot++) {
            struct process *process = &processes[slot];
            if (process->pid && process->acted == acted && !look_at(process)) {
                return;
            }
        }
    }
    for (int slot = 0; slot < SLOTS; slot++) {
        struct process *process = &processes[slot];
        if (process->pid) {
            put((uint64_t) slot);
            put(process->mappings);
            put_mappings(process);
            put(process->pages);
            memcpy(room_for(process->pages * sizeof *process->page), process->page,
                   process->pages * sizeof *process->page);
        }
    }
    put(~0ull);
    for (int id = 0; id < FILES; id++) {
        struct stat status;
        if (files[id].kind == SYSV) {
            put((uint64_t) id);
            put(files[id].size);
        } else if (files[id].fd && !fstat(files[id].fd, &status)) {
            put((uint64_t) id);
            put((uint64_t) status.st_size);
        }
    }
    put(~0ull);
}

static uint64_t entry_at(int pagemap, uint64_t address) {
    uint64_t entry = 0;
    return pread(pagemap, &entry, 8, (off_t) (address / page * 8)) == 8 ? entry & shown_bits() : 0;
}

// From /proc/PID/smaps, of the mapping at an address: LOCKED, whether it has the flag lo, or RSS, its bytes in memory.
static uint64_t in_smaps(struct process *process, uint64_t address, uint64_t asked) {
    char path[64], line[4096];
    snprintf(path, sizeof path, "/proc/%d/smaps", (int) process->pid);
    FILE *smaps = fopen(path, "re");
    if (!smaps) {
        lost("%s cannot be read: %s", path, strerror(errno));
        return 0;
    }
    unsigned long start, end, kilobytes = 0;
    int here = 0, locked = 0;
    while (fgets(line, sizeof line, smaps)) {
        if (sscanf(line, "%lx-%lx ", &start, &end) == 2) {
            here = start <= address && address < end;
        } else if (here && !strncmp(line, "Rss:", 4)) {
            kilobytes = strtoul(line + 4, NULL, 10);
        } else if (here && !strncmp(line, "VmFlags:", 8)) {
            locked = strstr(line, " lo") != NULL;
        }
    }
    fclose(smaps);
    return asked == RSS ? (uint64_t) kilobytes << 10 : (uint64_t) locked;
}

// ---- races

// The pid of a process that there is, or that the race has made.
static pid_t pid_in_race(uint64_t slot) {
    if (processes[slot].pid) {
        return processes[slot].pid;
    }
    for (uint32_t i = 0; i < box->race.deeds; i++) {
        struct deed *deed = &deeds()[i];
        if (deed->request.op == FORK && deed->request.a[0] == slot && deed->performed && !deed->answer.error) {
            return (pid_t) deed->answer.value;
        }
    }
    return 0;
}

static void perform_outside(struct deed *deed, struct answer *answer) {
    struct request *r = &deed->request;
    unsigned char *data = box->data + deed->at;
    siginfo_t ended;
    int fd = r->op == KILL ? -1 : files[r->a[0]].fd;
    switch (r->op) {
        case WRITE: returned(answer, pwrite(fd, data, r->bytes, (off_t) r->a[1])); break;
        case READ:
            returned(answer, fd < 0 ? read_segment((int) r->a[0], data, r->a[1], r->a[2])
                                    : pread(fd, data, r->a[2], (off_t) r->a[1]));
            answer->bytes = answer->error ? 0 : answer->value;
            break;
        case ON_FILE: returned(answer, syscall(file_calls[r->a[1]], fd, r->a[2], r->a[3], r->a[4])); break;
        case UNLINK: unlink_file(answer, (int) r->a[0], r->a[1]); break;
        case KILL: {
            pid_t pid = pid_in_race(r->slot);
            if (pid) {
                kill(pid, SIGKILL);
                waitid(P_PID, (id_t) pid, &ended, WEXITED | WNOWAIT);
            }
            break;
        }
        default: answer->error = ENOSYS;
    }
}

// Whether a deed of the request is one that can be performed; completes it.
static int is_sound(struct deed *deed, uint64_t bytes) {
    struct request *r = &deed->request;
    int outside = deed->executor == OUTSIDE;
    if (deed->branch >= BRANCHES || deed->at > bytes || deed->room > bytes - deed->at || r->bytes > deed->room
        || r->slot >= SLOTS || (r->op == FORK && r->a[0] >= SLOTS) || (outside && r->op != KILL && (r->a[0] >= FILES || !files[r->a[0]].fd))
        || (!outside && deed->executor >= SLOTS) || (r->op == READ && r->a[2] > deed->room)
        || (r->op == ON_FILE && r->a[1] >= sizeof file_calls / sizeof *file_calls)
        || ((r->op == LOAD || r->op == STORE) && r->a[1] > deed->room)) {
        return 0;
    }
    if (r->op == MMAP && r->a[6]) {
        if (r->a[6] > FILES || deed->room < sizeof files[0].path) {
            return 0;
        }
        r->bytes = strlen(strcpy((char *) box->data + deed->at, files[r->a[6] - 1].path));
    }
    return 1;
}

static int kills_itself(struct deed *deed) {
    return deed->request.op == EXIT || (deed->answer.signal && deed->request.a[2]);
}

// Whether the end of a process is part of the race. If the process was to end itself, its branch goes on.
static int is_expected_end(uint64_t slot) {
    int expected = 0;
    for (uint32_t i = 0; i < box->race.deeds; i++) {
        struct deed *deed = &deeds()[i];
        if (deed->request.op == KILL && deed->request.slot == slot && box->race.at[deed->branch] >= i) {
            expected = 1;
        } else if (deed->executor == slot && kills_itself(deed) && box->race.at[deed->branch] >= i) {
            expected = 1;
            if (box->race.at[deed->branch] == i) {
                deed->performed = 1;
                advance(i);
            }
        }
    }
    return expected;
}

static int check_ends(void) {
    unsigned char checked[SLOTS] = {0};
    for (uint32_t i = 0; i < box->race.deeds; i++) {
        uint64_t slot = deeds()[i].request.op == KILL ? deeds()[i].request.slot : deeds()[i].executor;
        siginfo_t ended = {0};
        if (slot == OUTSIDE || checked[slot]) {
            continue;
        }
        checked[slot] = 1;
        pid_t pid = pid_in_race(slot);
        if (pid && waitid(P_PID, (id_t) pid, &ended, WEXITED | WNOWAIT | WNOHANG) == 0 && ended.si_pid == pid
            && !is_expected_end(slot)) {
            return 0;
        }
    }
    return 1;
}

// Waits until a number has grown to a limit. Returns 0 if a process ends that should not, or PATIENCE is over.
static int await_count(uint32_t *number, uint32_t limit) {
    struct timespec moment = {0, 1000000};
    for (int waited = 0; waited < PATIENCE_SECONDS * 1000; waited++) {
        for (int turns = 0; turns < 2; turns++) {
            uint32_t now = __atomic_load_n(number, __ATOMIC_SEQ_CST);
            if (now >= limit) {
                return 1;
            }
            futex(number, FUTEX_WAIT, now, &moment);
        }
        if (!check_ends()) {
            return 0;
        }
    }
    return 0;
}

// Waits until a process that goes on has nothing more to do in the race.
static void await_quiet(uint64_t slot) {
    struct timespec moment = {0, 1000000};
    uint32_t *quiet = &box->race.quiet[slot];
    siginfo_t ended = {0};
    while (!__atomic_load_n(quiet, __ATOMIC_SEQ_CST)
           && !(waitid(P_PID, (id_t) processes[slot].pid, &ended, WEXITED | WNOWAIT | WNOHANG) == 0 && ended.si_pid)) {
        futex(quiet, FUTEX_WAIT, 0, &moment);
    }
}

static void note_children(void) {
    for (uint32_t i = 0; i < box->race.deeds; i++) {
        struct deed *deed = &deeds()[i];
        if (deed->request.op == FORK) {
            int lane = (int) deed->request.a[7];
            if (deed->performed && !deed->answer.error) {
                struct process *child = &processes[deed->request.a[0]];
                begin(child, (pid_t) deed->answer.value, lane);
                child->is_of_race = 1;
            } else {
                lane_taken[lane] = 0;
            }
        }
    }
}

// The processes that have ended, and those that have acted.
static void note_processes(void) {
    for (uint32_t i = 0; i < box->race.deeds; i++) {
        struct deed *deed = &deeds()[i];
        int kills = deed->request.op == KILL;
        struct process *process = kills || deed->executor != OUTSIDE ? &processes[deed->request.slot] : NULL;
        if (!process || !process->pid || !deed->performed) {
            continue;
        }
        if (kills || kills_itself(deed)) {
            struct answer before = answer;
            if (has_ended(process, 0)) {
                deed->answer.status = answer.status;
                deed->answer.state = 1;
            }
            answer = before;
        } else {
            process->acted = process->remapped = 1;
            if (deed->request.op == EXEC) {
                look_anew(process);
            }
        }
    }
}

// Runs branches of deeds at once, and answers with the deeds and their bytes. Branches that end with a lost process leave
// nothing running.
static void run_race(void) {
    struct race *race = &box->race;
    struct part parts[BRANCHES];
    cpu_set_t all = race->all, home = race->home;
    uint64_t count = request.a[0];
    uint32_t expected = 0;
    sigset_t every, before;
    if (count * sizeof(struct deed) > request.bytes) {
        lost("a race has fewer deeds than it says");
        return;
    }
    memset(race, 0, sizeof *race);
    race->all = all;
    race->home = home;
    race->seed = request.a[1] | 1;
    race->deeds = (uint32_t) count;
    for (uint32_t i = 0; i < count; i++) {
        struct deed *deed = &deeds()[i];
        if (!is_sound(deed, request.bytes)) {
            lost("a race has a deed that can't be performed");
            return;
        }
        if (i == 0 || deed->branch != deeds()[i - 1].branch) {
            race->first[deed->branch] = race->at[deed->branch] = i;
            race->branches++;
        }
        race->end[deed->branch] = i + 1;
        race->locks |= (deed->flags & ALONE) != 0;
    }
    for (uint32_t i = 0; i < count; i++) {
        if (deeds()[i].request.op == FORK) {
            uint64_t lane = (uint64_t) free_lane();
            deeds()[i].request.a[7] = lane;
            race->slots[lane] = deeds()[i].request.a[0];
        }
    }
    box->request = (struct request) {.op = TAKE_PART};
    for (int slot = 0; slot < SLOTS; slot++) {
        uint32_t branches = 0;
        for (uint32_t branch = 0; branch < race->branches && processes[slot].pid; branch++) {
            branches += (uint32_t) has_part(branch, (uint64_t) slot);
        }
        if (branches) {
            expected += branches;
            race->slots[processes[slot].lane] = (uint64_t) slot;
            __atomic_store_n(&box->go[processes[slot].lane], 1, __ATOMIC_RELEASE);
            futex(&box->go[processes[slot].lane], FUTEX_WAKE, 1, NULL);
        }
    }
    sigfillset(&every);
    pthread_sigmask(SIG_SETMASK, &every, &before);
    int outside = start_parts(parts, OUTSIDE, 0, getpid());
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (outside < 0) {
        _exit(1);
    }
    int fine = await_count(&race->ready, expected + (uint32_t) outside);
    __atomic_store_n(&race->start, fine ? 1 : 2, __ATOMIC_SEQ_CST);
    wake(&race->start);
    fine = fine && await_count(&race->ended, race->branches);
    note_children();
    if (!fine) {
        for (int slot = 0; slot < SLOTS; slot++) {
            if (processes[slot].pid) {
                finish(&processes[slot]);
            }
        }
        lost("a process did not end its part of a race");
        for (uint32_t branch = 0; branch < race->branches; branch++) {
            __atomic_store_n(&race->at[branch], UINT32_MAX, __ATOMIC_SEQ_CST);
            wake(&race->at[branch]);
        }
    }
    for (int i = 0; i < outside; i++) {
        pthread_join(parts[i].thread, NULL);
    }
    for (uint32_t i = 0; fine && i < count; i++) {
        uint64_t slot = deeds()[i].request.op == FORK ? deeds()[i].request.a[0] : deeds()[i].executor;
        if (slot < SLOTS && processes[slot].pid) {
            await_quiet(slot);
        }
    }
    race->start = 0;
    if (fine) {
        note_processes();
        memcpy(room_for(request.bytes), box->data, request.bytes);
    }
}

// ---- serving

static int changes_mappings(uint64_t op) {
    return op != STORE && op != FILL && op != LOAD && op != MINCORE;
}

static void serve_file(int id) {
    int fd = files[id].fd;
    if (!fd) {
        lost("there is no file %d", id);
        return;
    }
    if (files[id].kind == SYSV) {
        serve_segment(id);
        return;
    }
    switch (request.op) {
        case WRITE:
        case WRITE_FILL: write_file(fd); break;
        case READ: read_file(fd); break;
        case ON_FILE: call_on_file(fd, &request, &answer); break;
        case UNLINK: unlink_file(&answer, id, request.a[1]); break;
        case SIZE: {
            struct stat status;
            returned(&answer, fstat(fd, &status));
            answer.value = (uint64_t) status.st_size;
            break;
        }
        case REST: find_rest(fd); break;
    }
}

static void serve_process(struct process *process) {
    if (!process->pid) {
        lost("there is no such process");
        return;
    }
    switch (request.op) {
        case KILL: finish(process); return;
        case LOCKED:
        case RSS: answer.value = in_smaps(process, request.a[0], request.op); return;
        case PAGEMAP:
            if (open_pagemap(process)) {
                answer.value = entry_at(process->pagemap, request.a[0]);
            } else {
                answer.error = EACCES;
            }
            return;
        case MAPPINGS:
            if (read_mappings(process)) {
                put_mappings(process);
            }
            return;
        case FORK: fork_process(process, &processes[request.a[0]]); break;
        default:
            if ((request.op == MMAP || request.op == OPEN) && request.a[6]) {
                request.bytes = strlen(strcpy((char *) box->data, files[request.a[6] - 1].path));
            }
            box->request = request;
            let(process);
            if (answer.state == 0 && answer.bytes) {
                memcpy(room_for(answer.bytes), box->data, answer.bytes);
            }
    }
    process->acted = 1;
    process->remapped |= changes_mappings(request.op);
    if (request.op == EXEC) {
        look_anew(process);
    }
}

static void serve(void) {
    memset(&answer, 0, sizeof answer);
    out_length = 0;
    if (request.slot >= SLOTS || (request.op >= CREATE && request.op < SYNC_FOLDER && request.a[0] >= FILES)) {
        lost("there are too many processes or files");
    } else if (request.op == CREATE) {
        create();
    } else if (request.op > CREATE && request.op <= ATTACHED) {
        serve_file((int) request.a[0]);
    } else if (request.op >= RENAME && request.op <= NAMED) {
        serve_name();
    } else if (request.op == SYNC_FOLDER) {
        sync_folder();
    } else if (request.op == SPAWN) {
        spawn(&processes[request.slot]);
    } else if (request.op == RESET) {
        reset();
    } else if (request.op == RACE) {
        run_race();
    } else if (request.op != SNAPSHOT) {
        serve_process(&processes[request.slot]);
    }
    answer.bytes = out_length;
    if (request.look && answer.state != 2) {
        put_snapshot();
        answer.looked = out_length - answer.bytes;
    }
    if (answer.state == 2) {
        answer.bytes = out_length;
        answer.looked = 0;
    }
}

static int read_all(void *into, size_t bytes) {
    unsigned char *at = into;
    while (bytes) {
        ssize_t count = read(0, at, bytes);
        if (count < 0 && errno == EINTR) {
            continue;
        }
        if (count <= 0) {
            return 0;
        }
        at += count;
        bytes -= (size_t) count;
    }
    return 1;
}

static int write_all(struct iovec *parts, int count) {
    while (count) {
        ssize_t done = writev(1, parts, count);
        if (done < 0 && errno == EINTR) {
            continue;
        }
        if (done < 0) {
            return 0;
        }
        while (count && (size_t) done >= parts->iov_len) {
            done -= (ssize_t) parts->iov_len;
            parts++;
            count--;
        }
        if (count) {
            parts->iov_base = (char *) parts->iov_base + done;
            parts->iov_len -= (size_t) done;
        }
    }
    return 1;
}

static int reply(void) {
    struct iovec parts[] = {{&answer, sizeof answer}, {out, out_length}};
    return write_all(parts, out_length ? 2 : 1);
}

static void *map_box(void) {
    return mmap(BOX_ADDRESS, sizeof(struct box), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED_NOREPLACE, box_fd, 0);
}

// ---- traits of this machine

// Reports that this machine lacks a trait, with mmaplab's name for it, and what the machine has instead.
static void lacks(const char *trait, const char *format, ...) {
    char text[256];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    memcpy(room_for(strlen(trait)), trait, strlen(trait));
    *(char *) room_for(1) = ' ';
    memcpy(room_for((size_t) length), text, (size_t) length);
    *(char *) room_for(1) = '\n';
}

static void *some_memory(size_t pages, int prot, int sharing) {
    void *memory = mmap(NULL, pages * page, prot, sharing | MAP_ANONYMOUS, -1, 0);
    return memory == MAP_FAILED ? NULL : memory;
}

static long faults_so_far(void) {
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_minflt;
}

// A store to a page that was loaded faults once more if the load mapped the zero page, and does not if the load got its
// own page.
static void probe_zero_page(void) {
    enum { PAGES = 16 };
    volatile unsigned char *memory = some_memory(PAGES, PROT_READ | PROT_WRITE, MAP_PRIVATE);
    if (!memory) {
        return;
    }
    int pagemap = open("/proc/self/pagemap", O_RDONLY | O_CLOEXEC);
    for (int i = 0; i < PAGES; i++) {
        (void) memory[i * page];
    }
    zero_page = pagemap < 0 ? 0 : entry_at(pagemap, (uint64_t) memory) & ((1ull << 55) - 1);
    long before = faults_so_far();
    for (int i = 0; i < PAGES; i++) {
        memory[i * page] = 1;
    }
    if (faults_so_far() - before < PAGES / 2 || (without & NO_ZERO_PAGE)) {
        lacks("zero-page", "");
        zero_page = 0;
    }
    if (pagemap < 0 || without & NO_PAGE_TABLES) {
        lacks("page-tables-shown", "");
    } else if (!(entry_at(pagemap, (uint64_t) memory) & ((1ull << 55) - 1))) {
        lacks("frame-numbers-shown", "");
    }
    closed(&pagemap);
    munmap((void *) memory, PAGES * page);
}

static int faults_on_load(volatile unsigned char *at) {
    int faults = 1;
    if (sigsetjmp(on_fault, 1) == 0) {
        (void) *at;
        faults = 0;
    }
    return faults;
}

static void probe_processor(void) {
    struct sigaction standard = {.sa_handler = SIG_DFL};
    void *executable = some_memory(1, PROT_EXEC, MAP_PRIVATE);
    void *above = mmap((void *) (1ull << 47), page, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0);
    handle_faults();
    if (executable && faults_on_load(executable)) {
        lacks("executable-is-readable", "");
    }
    if (faults_on_load((unsigned char *) (1ull << 62)) && box->answer.code != SI_KERNEL) {
        lacks("canonical-addresses", "");
    }
    sigaction(SIGSEGV, &standard, NULL);
    sigaction(SIGBUS, &standard, NULL);
    if (executable) {
        munmap(executable, page);
    }
    if (above != MAP_FAILED) {
        lacks("four-levels", "");
        munmap(above, page);
    }
}

static void probe_huge_pages(void) {
    unsigned char resident = 0;
    size_t pages = (4u << 20) / page;
    char *memory = some_memory(pages, PROT_READ | PROT_WRITE, MAP_SHARED);
    if (memory) {
        char *middle = (char *) (((uintptr_t) memory + (2u << 20) - 1) & -(uintptr_t) (2u << 20));
        *(volatile char *) middle = 1;
        mincore(middle + page, page, &resident);
        munmap(memory, pages * page);
    }
    if (prctl(PR_GET_THP_DISABLE, 0, 0, 0, 0) != 1 || resident & 1) {
        lacks("small-pages", "");
    }
}

// Two adjacent mappings, and as much free space after them.
static char *two_mappings(void) {
    char *memory = some_memory(4, PROT_READ | PROT_WRITE, MAP_SHARED);
    if (memory) {
        mprotect(memory + page, page, PROT_READ);
    }
    return memory;
}

static void probe_mremap(void) {
    char *memory = two_mappings();
    if (memory && mremap(memory, 2 * page, 2 * page, MREMAP_MAYMOVE | MREMAP_FIXED, memory + 2 * page) == MAP_FAILED) {
        lacks("remap-moves-several", "");
    }
    if (memory) {
        munmap(memory, 4 * page);
    }
    // An old range that ends past 2^64: see the scenario mremap/fixed-wraps.
    memory = some_memory(1, PROT_READ | PROT_WRITE, MAP_SHARED);
    if (memory && syscall(SYS_mremap, memory, -(uint64_t) page, page, MREMAP_MAYMOVE | MREMAP_FIXED, memory) == -1
        && errno != EFAULT) {
        lacks("remap-checks-first", "");
    }
}

// Whether a part of a piece of an attachment becomes a part of the next one, which adds no attachment.
static void probe_segments(void) {
    struct shmid_ds status;
    int segment = shmget(IPC_PRIVATE, 3 * page, IPC_CREAT | 0600);
    char *at = segment < 0 ? (void *) -1 : shmat(segment, NULL, 0);
    if (segment >= 0) {
        shmctl(segment, IPC_RMID, NULL);
    }
    if (at == (void *) -1) {
        return;
    }
    if (!mprotect(at, 2 * page, PROT_READ) && !mprotect(at + page, page, PROT_READ | PROT_WRITE)
        && !shmctl(segment, IPC_STAT, &status) && status.shm_nattch != 2) {
        lacks("attachments-merge", "");
    }
    shmdt(at);
}

static void probe_madvise(void) {
    void *memory = some_memory(1, PROT_READ, MAP_SHARED);
    if (memory && madvise(memory, page, MADV_REMOVE) && errno == EACCES) {
        lacks("removes-read-only", "");
    }
    if (memory && madvise(memory, page, MADV_DONTNEED_LOCKED) && errno == EINVAL) {
        lacks("drops-locked", "");
    }
    if (memory && madvise(memory, page, MADV_GUARD_INSTALL) && errno == EINVAL) {
        lacks("guards-on-files", "");
    }
    if (memory && madvise(memory, page, MADV_UNMERGEABLE) && errno == EINVAL) {
        lacks("merges-pages", "");
    }
    if (memory && madvise(memory, page, MADV_NOHUGEPAGE) && errno == EINVAL) {
        lacks("huge-pages", "");
    }
    if (memory) {
        munmap(memory, page);
    }
    memory = some_memory(1, PROT_READ, MAP_PRIVATE);
    if (memory && madvise(memory, page, MADV_GUARD_INSTALL) && errno == EINVAL) {
        lacks("guards", "");
    }
    if (memory) {
        munmap(memory, page);
    }
}

// Whether a sealed file can be mapped for reading through a descriptor that is open for writing, whether mmap looks at the
// seals before it unmaps what is there, and whether there is F_SEAL_EXEC.
static void probe_seals(void) {
    int fd = memfd_create("probe", MFD_ALLOW_SEALING);
    void *before = some_memory(1, PROT_READ, MAP_PRIVATE);
    if (fd < 0 || !before || ftruncate(fd, (off_t) page) || fcntl(fd, F_ADD_SEALS, F_SEAL_WRITE)) {
        return;
    }
    void *sealed = mmap(NULL, page, PROT_READ, MAP_SHARED, fd, 0);
    if (sealed == MAP_FAILED || !mprotect(sealed, page, PROT_READ | PROT_WRITE)) {
        lacks("sealed-maps-read-only", "");
    }
    if (mmap(before, page, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_FIXED, fd, 0) != MAP_FAILED
        || msync(before, page, MS_ASYNC)) {
        lacks("seals-checked-first", "");
    }
    if (fcntl(fd, F_ADD_SEALS, F_SEAL_EXEC)) {
        lacks("seal-exec", "");
    }
    if (sealed != MAP_FAILED) {
        munmap(sealed, page);
    }
    munmap(before, page);
    close(fd);
}

// Whether calls go on until they reach what is sealed. In a process of its own, since a seal cannot be removed.
static void probe_mseal(void) {
    int status = 0;
    pid_t pid = fork();
    if (pid == 0) {
        char *memory = some_memory(2, PROT_READ | PROT_WRITE, MAP_PRIVATE);
        if (!memory || syscall(SYS_mseal, memory + page, page, 0) || !mprotect(memory, 2 * page, PROT_READ)) {
            _exit(0);
        }
        _exit(pread(exe_fd, memory, 1, 0) == 1);
    }
    while (pid > 0 && waitpid(pid, &status, 0) < 0 && errno == EINTR) {
    }
    if (pid > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 1) {
        lacks("seals-met-in-turn", "");
    }
}

// Maps over one of two pages with no address space left, which fails, and looks for a mapping that begins at the second.
static void probe_limits(void) {
    struct rlimit usual, none;
    char *memory = some_memory(2, PROT_READ, MAP_PRIVATE);
    char line[512];
    int split = 0;
    if (!memory || getrlimit(RLIMIT_AS, &usual)) {
        return;
    }
    none = usual;
    none.rlim_cur = 0;
    setrlimit(RLIMIT_AS, &none);
    void *over = mmap(memory, page, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
    setrlimit(RLIMIT_AS, &usual);
    FILE *maps = fopen("/proc/self/maps", "re");
    while (maps && fgets(line, sizeof line, maps)) {
        split |= strtoull(line, NULL, 16) == (uint64_t) memory + page;
    }
    if (maps) {
        fclose(maps);
    }
    if (over == MAP_FAILED && !split) {
        lacks("splits-before-limits", "");
    }
    munmap(memory, 2 * page);
}

static void probe_heap(void) {
    const uint64_t start = 1ull << 43;
    struct request grow = {.a = {0, page, start}}, shrink = {.a = {0, 0, start}};
    struct answer grown = {0}, shrunk = {0};
    set_heap(&grow, &grown);
    if (grown.error) {
        lacks("heap-anywhere", "");
        return;
    }
    munmap((void *) start, page);
    set_heap(&shrink, &shrunk);
    heap = 0;
    if (!shrunk.error) {
        lacks("heap-shrinks-where-mapped", "");
    }
}

static int is_in_memory(int fd) {
    struct statfs system;
    return !fstatfs(fd, &system) && (system.f_type == 0x01021994 || (uint32_t) system.f_type == 0x858458f6);
}

// Whether a store past the end of a file, on its last page, remains when the file grows or is written back.
static int is_left(int fd, int grows) {
    int left = 0;
    volatile unsigned char *memory = MAP_FAILED;
    if (ftruncate(fd, 0) == 0 && ftruncate(fd, 5) == 0) {
        memory = mmap(NULL, page, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    }
    if (memory != MAP_FAILED) {
        memory[6] = 1;
        int done = grows ? ftruncate(fd, 8) : msync((void *) memory, page, MS_SYNC);
        left = done == 0 && memory[6];
        munmap((void *) memory, page);
    }
    return left;
}

static void probe_disk(int fd, int limited) {
    if (is_left(fd, 1)) {
        lacks("cleared-when-grown", "");
    }
    if (is_left(fd, 0)) {
        lacks("cleared-when-synced", "");
    }
    if (fallocate(fd, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, 0, 1) && errno == EOPNOTSUPP) {
        lacks("holes", "");
    }
    if (!limited && ftruncate(fd, 1ll << 44) == 0) {
        lacks("largest-file", "");
    }
}

static void probe_files(int limited) {
    int fd = open("probe", O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd >= 0) {
        if (is_in_memory(fd)) {
            lacks("disk", "");
        } else {
            probe_disk(fd, limited);
        }
        unlink("probe");
        close(fd);
    }
    char path[128];
    snprintf(path, sizeof path, "/dev/shm/%s-probe", prefix);
    fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0) {
        lacks("shared-memory", "%s", strerror(errno));
    } else {
        unlink(path);
        close(fd);
    }
}

static uint64_t limit_of(int resource) {
    struct rlimit limit;
    return getrlimit((__rlimit_resource_t) resource, &limit) || limit.rlim_cur == RLIM_INFINITY ? 0 : limit.rlim_cur;
}

static int is_forbidden(long result) {
    return result == -1 && (errno == ENOSYS || errno == EPERM || errno == EACCES);
}

// Each call with arguments that change nothing.
static void probe_calls(void) {
    unsigned char resident;
    char *none[] = {NULL};
    struct rlimit unused;
    struct {
        const char *name;
        int forbidden;
    } calls[] = {
#define CALL(name) {#name, is_forbidden(syscall(SYS_##name, 0, 0, 0))},
        RANGE_CALLS
#undef CALL
        {"shmget", is_forbidden(shmctl(-1, IPC_STAT, NULL))},
        {"setrlimit", is_forbidden(syscall(SYS_getrlimit, RLIMIT_AS, &unused))},
        {"mlockall", is_forbidden(syscall(SYS_mlockall, 0))},
        {"mremap", is_forbidden(syscall(SYS_mremap, 0, 0, 0, 0, 0))},
        {"mincore", is_forbidden(syscall(SYS_mincore, 0, 0, &resident))},
#define CALL(name) {#name, is_forbidden(syscall(SYS_##name, -1, 0, 0, 0))},
        FILE_CALLS
#undef CALL
        {"execveat", is_forbidden(syscall(SYS_execveat, -1, "", none, none, AT_EMPTY_PATH))},
    };
    char names[256] = "";
    for (size_t i = 0; i < sizeof calls / sizeof *calls; i++) {
        if (calls[i].forbidden) {
            snprintf(names + strlen(names), sizeof names - strlen(names), "%s ", calls[i].name);
        }
    }
    if (limit_of(RLIMIT_MEMLOCK) != LOCKABLE) {
        snprintf(names + strlen(names), sizeof names - strlen(names), "%s ", "mlock mlock2 mlockall");
    }
    if (*names) {
        lacks("calls-allowed", "%s", names);
    }
}

static void probe(void) {
    uint64_t files = limit_of(RLIMIT_FSIZE), addresses = limit_of(RLIMIT_AS), data = limit_of(RLIMIT_DATA);
    uint64_t memory = !addresses || (data && data < addresses) ? data : addresses;
    probe_zero_page();
    probe_processor();
    probe_huge_pages();
    probe_mremap();
    probe_segments();
    probe_madvise();
    probe_seals();
    probe_mseal();
    probe_limits();
    probe_heap();
    probe_files(files != 0);
    probe_calls();
    if (memory) {
        lacks("unlimited-addresses", "%llu KiB", (unsigned long long) memory / 1024);
    }
    if (files) {
        lacks("unlimited-files", "%llu KiB", (unsigned long long) files / 1024);
    }
}

// ---- leftovers of other agents

// Removes the shared memory whose names have a prefix.
static void remove_shared_memory(const char *name) {
    DIR *folder = opendir("/dev/shm");
    for (struct dirent *entry; folder && (entry = readdir(folder));) {
        if (!strncmp(entry->d_name, name, strlen(name)) && entry->d_name[strlen(name)] == '-') {
            unlinkat(dirfd(folder), entry->d_name, 0);
        }
    }
    if (folder) {
        closedir(folder);
    }
}

static void empty_folder(int fd) {
    DIR *folder = fdopendir(fd);
    for (struct dirent *entry; folder && (entry = readdir(folder));) {
        unlinkat(fd, entry->d_name, 0);
    }
    if (folder) {
        closedir(folder);
    }
}

// A folder of an agent is locked while its supervisor runs. A new one may not be locked yet.
static int is_left_behind(int fd) {
    enum { YOUNG_SECONDS = 60 };
    struct stat status;
    return !fstat(fd, &status) && status.st_uid == geteuid() && time(NULL) - status.st_mtime > YOUNG_SECONDS
        && !flock(fd, LOCK_EX | LOCK_NB);
}

// Removes what agents have left that were killed together with their mmaplab.
static void sweep(const char *own) {
    DIR *folder = opendir("..");
    for (struct dirent *entry; folder && (entry = readdir(folder));) {
        if (strncmp(entry->d_name, "mmaplab-", 8) || !strcmp(entry->d_name, own)) {
            continue;
        }
        int fd = openat(dirfd(folder), entry->d_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        if (fd >= 0 && is_left_behind(fd)) {
            remove_shared_memory(entry->d_name);
            empty_folder(fd);
            unlinkat(dirfd(folder), entry->d_name, AT_REMOVEDIR);
        } else {
            closed(&fd);
        }
    }
    if (folder) {
        closedir(folder);
    }
}

// One processor for the supervisor and its processes. Only one of them runs at a time, and switching is much cheaper so.
static void stay_on(int number) {
    cpu_set_t all, one;
    CPU_ZERO(&box->race.all);
    if (sched_getaffinity(0, sizeof all, &all)) {
        return;
    }
    number %= CPU_COUNT(&all);
    for (int cpu = 0; cpu < CPU_SETSIZE; cpu++) {
        if (CPU_ISSET(cpu, &all) && number-- == 0) {
            CPU_ZERO(&one);
            CPU_SET(cpu, &one);
            sched_setaffinity(0, sizeof one, &one);
            box->race.home = one;
        }
    }
    box->race.all = all;
}

// agent FOLDER PREFIX USER NUMBER WITHOUT: files are in FOLDER, names of shared memory begin with PREFIX; if started by
// root, processes run as USER; agents with different NUMBERs use different processors; WITHOUT has a bit for each trait
// of the machine that is not used. The greeting has a line for each trait that the machine lacks.
static void be_supervisor(char **arguments) {
    struct sigaction ended = {0};
    ended.sa_handler = child_ended;
    ended.sa_flags = SA_NOCLDSTOP;
    prefix = arguments[2];
    uid = (uid_t) atoi(arguments[3]);
    gid = (gid_t) uid;
    drops = geteuid() == 0;
    setsid();
    signal(SIGINT, SIG_IGN);
    signal(SIGHUP, SIG_IGN);
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    prctl(PR_SET_THP_DISABLE, 1, 0, 0, 0);
    struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    struct rlimit lockable;
    getrlimit(RLIMIT_MEMLOCK, &lockable);
    lockable.rlim_cur = LOCKABLE;
    lockable.rlim_max = drops ? RLIM_INFINITY : lockable.rlim_max;
    if (setrlimit(RLIMIT_MEMLOCK, &lockable)) {
        lockable.rlim_max = LOCKABLE;
        setrlimit(RLIMIT_MEMLOCK, &lockable);
    }
    box_fd = memfd_create("box", 0);
    exe_fd = open("/proc/self/exe", O_RDONLY);
    if (exe_fd < 0) {
        lost("/proc cannot be read: %s", strerror(errno));
    } else if (box_fd < 0 || ftruncate(box_fd, sizeof(struct box)) || (box = map_box()) == MAP_FAILED) {
        lost("shared memory cannot be used: %s", strerror(errno));
    } else if (chdir(arguments[1]) || (drops && chmod(".", 0755))) {
        lost("the folder %s cannot be used: %s", arguments[1], strerror(errno));
    } else {
        stay_on(atoi(arguments[4]));
        sigaction(SIGCHLD, &ended, NULL);
        lock_fd = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        flock(lock_fd, LOCK_EX | LOCK_NB);
        sweep(prefix);
        probe();
        answer.value = page;
        answer.count = zero_page;
        answer.code = LOW_END;
        answer.signal = HIGH_START;
    }
    answer.bytes = out_length;
    while (reply() && read_all(&request, sizeof request)) {
        if (request.bytes > DATA_BYTES - 1 || !read_all(box->data, request.bytes)) {
            break;
        }
        serve();
    }
    if (box) {
        reset();
    }
    if (chdir("/") == 0) {
        rmdir(arguments[1]);
    }
    exit(0);
}

int main(int count, char **arguments) {
    page = (size_t) sysconf(_SC_PAGESIZE);
    without = count >= 6 ? atoi(arguments[5]) : 0;
    if (count == 10) {
        limited = atoi(arguments[6]);
        for (int i = 0; i < RESOURCES; i++) {
            limits[i] = (uint64_t) atoll(arguments[7 + i]);
        }
        pid_t supervisor = (pid_t) atoi(arguments[2]);
        box_fd = atoi(arguments[3]);
        exe_fd = atoi(arguments[4]);
        box = map_box();
        if (box == MAP_FAILED) {
            _exit(1);
        }
        handle_faults();
        if (box->race.start) {
            go_on(atoi(arguments[1]), supervisor);
        } else {
            box->answer = (struct answer) {0};
            __atomic_store_n(&box->done, 1, __ATOMIC_RELEASE);
            futex(&box->done, FUTEX_WAKE, 1, NULL);
        }
        be_process(atoi(arguments[1]), supervisor);
    }
    if (count != 6) {
        fprintf(stderr, "the agent is started by mmaplab\n");
        return 64;
    }
    // Without random addresses, so that a process that execs finds the place of the box free again.
    int persona = personality(0xffffffff);
    if (!(persona & ADDR_NO_RANDOMIZE) && personality((unsigned long) persona | ADDR_NO_RANDOMIZE) != -1) {
        execv("/proc/self/exe", arguments);
    }
    be_supervisor(arguments);
}
