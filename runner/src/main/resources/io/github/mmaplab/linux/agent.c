// Plays scenarios of mmaplab on the real kernel.
//
// One program, two roles. The supervisor is what mmaplab starts: it takes requests on standard input and answers on
// standard output, makes files, starts processes, and looks at them through /proc. A scenario process does what it is
// told, one call or access at a time, and nothing else. All of them are children of the supervisor (clone with
// CLONE_PARENT where one forks another), so that it alone waits for them.
//
// The supervisor tells a process what to do through a page that they share ("the box"), and waits for the answer, for
// the end of the process, or for PATIENCE. It lies, as all of the agent's own memory does, below LOW_END or above
// HIGH_START, where no scenario maps anything.
//
// When standard input ends, whoever started us is gone: everything is killed and removed. When the supervisor is killed,
// the processes follow (PR_SET_PDEATHSIG).
//
// Requests and answers are words of 8 bytes in the machine's own order; see struct request and struct answer.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <limits.h>
#include <linux/futex.h>
#include <sched.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#ifndef FALLOC_FL_KEEP_SIZE
#define FALLOC_FL_KEEP_SIZE 1
#define FALLOC_FL_PUNCH_HOLE 2
#endif

#define LOW_END 0x40000000ull
#define HIGH_START 0x7e0000000000ull
#define BOX_ADDRESS ((void *) 0x20000000ull)
#define DATA_BYTES (4u << 20)
#define SLOTS 64
#define FILES 64
#define PATIENCE_SECONDS 10
#define MOST_PAGES (1u << 18)   // of an access, as on the simulated kernel
#define MOST_LOADED (1u << 20)  // bytes of a load that are handed back
#define WIDEST_LOOK 1024        // pages of a mapping that a snapshot looks at

// What a process does.
enum { MMAP = 1, MUNMAP, MPROTECT, MREMAP, MSYNC, MADVISE, STORE, FILL, LOAD, FORK, EXEC, EXIT, MINCORE, FINGERPRINT };
// What the supervisor does.
enum { CREATE = 101, WRITE, WRITE_FILL, READ, RESIZE, PUNCH, UNLINK, SYNC, SPAWN, KILL, SIZE, PAGEMAP, MAPPINGS, SNAPSHOT,
       LOCKED, RESET };
enum { REGULAR, MEMFD, SHM };

struct request {
    uint64_t op, slot, a[8], bytes, look;  // bytes of data that follow; whether a snapshot is to follow the answer
};

// state: 0 done, 1 the process has ended (status as of wait), 2 lost (the data says why)
struct answer {
    uint64_t state, value, error, signal, code, count, status;
    uint64_t bytes, looked;  // of data, and of the snapshot behind it
};

struct box {
    uint32_t done;       // futex: 0 waiting, 1 done, 2 some process has ended
    uint32_t go[SLOTS];  // futexes: 1 when the process of that slot has something to do
    struct request request;
    struct answer answer;
    unsigned char data[DATA_BYTES];
};

static struct box *box;
static int box_fd, exe_fd;
static size_t page;

static long futex(uint32_t *word, int op, uint32_t value, const struct timespec *patience) {
    return syscall(SYS_futex, word, op, value, patience, NULL, 0);
}

// ---------------------------------------------------------------- a scenario process

static sigjmp_buf on_fault;
static volatile uint64_t accessed;       // bytes of the access that are done
static volatile int take_default_action;  // whether the access is to be repeated, and kill

// Notes the fault in the box, which outlives the process. Then either the access is over, or it is done again with
// nobody to handle the signal.
static void faulted(int number, siginfo_t *info, void *context) {
    (void) context;
    box->answer.signal = (uint64_t) number;
    box->answer.code = (uint64_t) (int64_t) info->si_code;
    box->answer.count = accessed;
    if (take_default_action) {
        signal(number, SIG_DFL);
    } else {
        siglongjmp(on_fault, 1);
    }
}

static void handle_faults(void) {
    struct sigaction action = {0};
    action.sa_sigaction = faulted;
    action.sa_flags = SA_SIGINFO | SA_NODEFER;
    sigaction(SIGSEGV, &action, NULL);
    sigaction(SIGBUS, &action, NULL);
}

// Byte after byte upwards as far as faults are concerned: the first byte of each page goes first.
static void access_memory(struct request *r, struct answer *answer) {
    uint64_t length = r->a[1];
    unsigned pages = 0;
    accessed = 0;
    take_default_action = (int) r->a[2];
    box->answer = (struct answer) {0};
    if (sigsetjmp(on_fault, 0) == 0) {
        while (accessed < length) {
            uint64_t done = accessed;
            volatile unsigned char *at = (volatile unsigned char *) (r->a[0] + done);
            uint64_t count = page - (r->a[0] + done) % page;
            count = count < length - done ? count : length - done;
            if (++pages > MOST_PAGES) {
                answer->error = E2BIG;
                break;
            }
            if (r->op == LOAD) {
                unsigned char first = *at;
                uint64_t kept = done >= MOST_LOADED ? 0 : MOST_LOADED - done < count ? MOST_LOADED - done : count;
                if (kept) {
                    box->data[done] = first;
                    memcpy(box->data + done + 1, (unsigned char *) at + 1, kept - 1);
                }
            } else if (r->op == STORE) {
                *at = box->data[done];
                memcpy((unsigned char *) at + 1, box->data + done + 1, count - 1);
            } else {
                *at = (unsigned char) r->a[3];
                memset((unsigned char *) at + 1, (int) r->a[3], count - 1);
            }
            accessed = done + count;
        }
    } else {
        answer->signal = box->answer.signal;
        answer->code = box->answer.code;
    }
    answer->count = accessed;
    answer->bytes = r->op == LOAD ? (accessed < MOST_LOADED ? accessed : MOST_LOADED) : 0;
}

static void returned(struct answer *answer, long value) {
    answer->value = (uint64_t) value;
    answer->error = value == -1 ? (uint64_t) errno : 0;
}

// The file is opened for this mapping alone; its path is in the box.
static void map(struct request *r, struct answer *answer) {
    int fd = -1;
    if (r->bytes) {
        fd = open((char *) box->data, (int) r->a[5]);
        if (fd < 0) {
            returned(answer, -1);
            return;
        }
    }
    returned(answer, syscall(SYS_mmap, r->a[0], r->a[1], r->a[2], r->a[3], fd, r->a[4]));
    if (fd >= 0) {
        close(fd);
    }
}

// Where the kernel moved the pages to a place of its choice, they move on to the place that was chosen for them.
static void remap(struct request *r, struct answer *answer) {
    long at = syscall(SYS_mremap, r->a[0], r->a[1], r->a[2], r->a[3], r->a[4]);
    if (at != -1 && (uint64_t) at != r->a[0] && !(r->a[3] & MREMAP_FIXED) && (uint64_t) at != r->a[4]) {
        uint64_t length = (r->a[2] + page - 1) & -page;
        at = syscall(SYS_mremap, at, length, length, MREMAP_MAYMOVE | MREMAP_FIXED, r->a[4]);
    }
    returned(answer, at);
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

// The box has addresses of pages; their fingerprints replace them.
static void take_fingerprints(struct request *r) {
    uint64_t *pages = (uint64_t *) box->data;
    for (uint64_t i = 0; i < r->a[0]; i++) {
        pages[i] = fingerprint((const uint64_t *) pages[i]);
    }
}

static void be_process(int slot, pid_t supervisor) __attribute__((noreturn));

static void bind_to(pid_t supervisor) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != supervisor) {
        _exit(1);
    }
}

static void replace_program(int slot, pid_t supervisor) {
    char numbers[5][24];
    long values[] = {slot, supervisor, box_fd, exe_fd, 0};
    char *arguments[] = {"mmaplab-agent", numbers[0], numbers[1], numbers[2], numbers[3], NULL};
    char *environment[] = {NULL};
    for (int i = 0; i < 4; i++) {
        snprintf(numbers[i], sizeof numbers[i], "%ld", values[i]);
    }
    syscall(SYS_execveat, exe_fd, "", arguments, environment, AT_EMPTY_PATH);
}

static void be_process(int slot, pid_t supervisor) {
    for (;;) {
        while (__atomic_load_n(&box->go[slot], __ATOMIC_ACQUIRE) == 0) {
            futex(&box->go[slot], FUTEX_WAIT, 0, NULL);
        }
        box->go[slot] = 0;
        struct request *r = &box->request;
        struct answer answer = {0};
        switch (r->op) {
            case MMAP: map(r, &answer); break;
            case MUNMAP: returned(&answer, syscall(SYS_munmap, r->a[0], r->a[1])); break;
            case MPROTECT: returned(&answer, syscall(SYS_mprotect, r->a[0], r->a[1], r->a[2])); break;
            case MREMAP: remap(r, &answer); break;
            case MSYNC: returned(&answer, syscall(SYS_msync, r->a[0], r->a[1], r->a[2])); break;
            case MADVISE: returned(&answer, syscall(SYS_madvise, r->a[0], r->a[1], r->a[2])); break;
            case MINCORE:
                returned(&answer, syscall(SYS_mincore, r->a[0], page, box->data));
                answer.count = box->data[0] & 1;
                break;
            case FINGERPRINT: take_fingerprints(r); break;
            case STORE:
            case FILL:
            case LOAD: access_memory(r, &answer); break;
            case FORK: {
                int child_slot = (int) r->a[0];
                long child = syscall(SYS_clone, CLONE_PARENT | SIGCHLD, 0, 0, 0, 0);
                if (child == 0) {
                    bind_to(supervisor);
                    slot = child_slot;
                    continue;
                }
                returned(&answer, child);
                break;
            }
            case EXEC:
                replace_program(slot, supervisor);
                returned(&answer, -1);
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

static struct {
    pid_t pid;  // 0: no process, or one that has ended
    int maps, pagemap;  // its files under /proc, -1 while they are not open
} processes[SLOTS];

static struct {
    int kind, fd, linked;
    char path[128];
} files[FILES];

static const char *prefix;  // of the names of shared memory
static uid_t uid;
static gid_t gid;
static int drops;  // whether processes run as uid and gid instead of as ourselves
static uint64_t zero_page;
static struct request request;
static struct answer answer;

// What is sent back behind the answer.
static unsigned char *out;
static size_t out_length, out_room;

static void *room_for(size_t bytes) {
    if (out_length + bytes > out_room) {
        out_room = (out_length + bytes) * 2;
        out = realloc(out, out_room);
        if (!out) {
            _exit(1);
        }
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

static void closed(int *fd) {
    if (*fd >= 0) {
        close(*fd);
    }
    *fd = -1;
}

// The files under /proc still speak of the memory before an exec.
static void look_anew(int slot) {
    closed(&processes[slot].maps);
    closed(&processes[slot].pagemap);
}

static void forget(int slot) {
    processes[slot].pid = 0;
    look_anew(slot);
}

// Whether the process of a slot has ended; if so, it is gone for us too.
static int has_ended(int slot, int options) {
    int status;
    pid_t pid;
    do {
        pid = waitpid(processes[slot].pid, &status, options);
    } while (pid < 0 && errno == EINTR);
    if (pid == 0) {
        return 0;
    }
    answer.state = 1;
    answer.status = (uint64_t) status;
    answer.signal = box->answer.signal;
    answer.code = box->answer.code;
    answer.count = box->answer.count;
    forget(slot);
    return 1;
}

static void seconds_from_now(struct timespec *when, int seconds) {
    clock_gettime(CLOCK_MONOTONIC, when);
    when->tv_sec += seconds;
}

// Lets a process do what the box says, and waits for it.
static void let(int slot) {
    if (slot < 0 || slot >= SLOTS || !processes[slot].pid) {
        lost("there is no process %d", slot);
        return;
    }
    box->done = 0;
    if (has_ended(slot, WNOHANG)) {
        return;
    }
    __atomic_store_n(&box->go[slot], 1, __ATOMIC_RELEASE);
    futex(&box->go[slot], FUTEX_WAKE, 1, NULL);
    struct timespec deadline, now, left;
    seconds_from_now(&deadline, PATIENCE_SECONDS);
    for (;;) {
        uint32_t done = __atomic_load_n(&box->done, __ATOMIC_ACQUIRE);
        if (done == 1) {
            answer = box->answer;
            return;
        }
        if (done == 2) {
            // first ready for the next one, then look: so none is missed
            uint32_t ended = 2;
            __atomic_compare_exchange_n(&box->done, &ended, 0, 0, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE);
            if (__atomic_load_n(&box->done, __ATOMIC_ACQUIRE) != 1 && has_ended(slot, WNOHANG)) {
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
            kill(processes[slot].pid, SIGKILL);
            has_ended(slot, 0);
            lost("a process did not answer within %d seconds", PATIENCE_SECONDS);
            return;
        }
        futex(&box->done, FUTEX_WAIT, 0, &left);
    }
}

static int open_of(int slot, const char *name, int *fd) {
    if (*fd < 0) {
        char path[64];
        snprintf(path, sizeof path, "/proc/%d/%s", (int) processes[slot].pid, name);
        *fd = open(path, O_RDONLY | O_CLOEXEC);
    }
    return *fd;
}

static void spawn(int slot) {
    pid_t supervisor = getpid();
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
        bind_to(supervisor);
        handle_faults();
        be_process(slot, supervisor);
    }
    if (pid < 0) {
        lost("no process can be started: %s", strerror(errno));
        return;
    }
    processes[slot].pid = pid;
}

static void create(void) {
    int id = (int) request.a[0];
    int kind = (int) request.a[1];
    char *path = files[id].path;
    int fd;
    if (kind == MEMFD) {
        char name[16];
        snprintf(name, sizeof name, "f%d", id);
        fd = memfd_create(name, 0);
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
    if ((drops && fchown(fd, uid, gid)) || fchmod(fd, request.a[2] ? 0644 : 0444)) {
        lost("the permissions of %s cannot be set: %s", path, strerror(errno));
    }
}

static void remove_file(int id) {
    if (files[id].linked) {
        unlink(files[id].path);
    }
    close(files[id].fd);
    memset(&files[id], 0, sizeof files[id]);
}

static void reset(void) {
    for (int slot = 0; slot < SLOTS; slot++) {
        if (processes[slot].pid) {
            kill(processes[slot].pid, SIGKILL);
        }
    }
    for (int slot = 0; slot < SLOTS; slot++) {
        if (processes[slot].pid) {
            has_ended(slot, 0);
        }
        box->go[slot] = 0;
    }
    for (int id = 0; id < FILES; id++) {
        if (files[id].fd) {
            remove_file(id);
        }
    }
    memset(&answer, 0, sizeof answer);
}

// ---- looking

static int is_own(uint64_t start) {
    return start < LOW_END || start >= HIGH_START;
}

// The number of the file that a line of maps names; -1 for none.
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

// Six words for each mapping: start, end, offset, protection and 8 for shared, file or -1, inode.
static int64_t put_mappings(int slot) {
    static char text[1 << 18];
    if (open_of(slot, "maps", &processes[slot].maps) < 0) {
        return -1;
    }
    size_t length = 0;
    ssize_t count;
    while (length < sizeof text - 1
           && (count = pread(processes[slot].maps, text + length, sizeof text - 1 - length, (off_t) length)) > 0) {
        length += (size_t) count;
    }
    if (length == sizeof text - 1) {
        return -1;
    }
    text[length] = 0;
    int64_t mappings = 0;
    for (char *line = text, *next; *line; line = next) {
        char *end = strchr(line, '\n');
        next = end ? end + 1 : line + strlen(line);
        if (end) {
            *end = 0;
        }
        char *at;
        uint64_t start = strtoull(line, &at, 16);
        uint64_t behind = strtoull(at + 1, &at, 16);
        const char *perms = at + 1;
        uint64_t offset = strtoull(perms + 5, &at, 16);
        strtoull(at + 1, &at, 16);
        strtoull(at + 1, &at, 16);
        uint64_t inode = strtoull(at + 1, &at, 10);
        if (is_own(start)) {
            continue;
        }
        put(start);
        put(behind);
        put(offset);
        put((perms[0] == 'r') | (perms[1] == 'w') << 1 | (perms[2] == 'x') << 2 | (perms[3] == 's') << 3);
        put((uint64_t) (inode ? file_named(at) : -1));
        put(inode);
        mappings++;
    }
    return mappings;
}

// Fills in the fingerprints of pages that are present, which stand behind address and entry. The process itself reads
// them: whoever reads another's memory holds on to the page for a while, and that decides whether the next store to
// it is to a copy (mm/memory.c, wp_can_reuse_anon_folio; mm/gup.c, gup_must_unshare).
static void put_fingerprints(int slot, size_t first, size_t count) {
    uint64_t *words = (uint64_t *) (out + first);
    uint64_t *pages = (uint64_t *) box->data;
    uint64_t readable = 0;
    struct answer before = answer;
    for (size_t i = 0; i < count; i++) {
        if (words[i * 4 + 3]) {
            pages[readable++] = words[i * 4];
        }
    }
    if (readable == 0) {
        return;
    }
    box->request = (struct request) {.op = FINGERPRINT, .a = {readable}};
    let(slot);
    if (answer.state == 1) {
        lost("a process has ended while it was looked at");
    } else if (answer.state == 0) {
        for (size_t i = 0; i < count; i++) {
            if (words[i * 4 + 3]) {
                words[i * 4 + 2] = *pages++;
            }
        }
        answer = before;
    }
}

// Four words for each page that has an entry: address, entry as of pagemap, fingerprint, whether there is one.
static uint64_t put_pages(int slot, size_t mappings_at, int64_t mappings) {
    static uint64_t entries[WIDEST_LOOK];
    uint64_t pages = 0;
    size_t first = out_length;
    if (open_of(slot, "pagemap", &processes[slot].pagemap) < 0) {
        return 0;
    }
    for (int64_t i = 0; i < mappings; i++) {
        uint64_t mapping[6];
        memcpy(mapping, out + mappings_at + (size_t) i * 48, 48);
        uint64_t wide = (mapping[1] - mapping[0]) / page;
        ssize_t read = wide > WIDEST_LOOK
            ? 0 : pread(processes[slot].pagemap, entries, wide * 8, (off_t) (mapping[0] / page * 8));
        for (ssize_t at = 0; at < read / 8; at++) {
            if (entries[at] >> 63) {
                put(mapping[0] + (uint64_t) at * page);
                put(entries[at]);
                put(0);
                put(mapping[3] & 1);
                pages++;
            }
        }
    }
    put_fingerprints(slot, first, pages);
    return pages;
}

// For each process that runs: slot, number of mappings, the mappings, number of pages, the pages; then ~0; then for each
// file its number and size; then ~0.
static void put_snapshot(void) {
    for (int slot = 0; slot < SLOTS; slot++) {
        if (!processes[slot].pid) {
            continue;
        }
        put((uint64_t) slot);
        size_t count_at = out_length;
        put(0);
        size_t mappings_at = out_length;
        int64_t mappings = put_mappings(slot);
        if (mappings < 0) {
            lost("the mappings of a process cannot be read: %s", strerror(errno));
            return;
        }
        memcpy(out + count_at, &mappings, 8);
        size_t pages_at = out_length;
        put(0);
        uint64_t pages = put_pages(slot, mappings_at, mappings);
        if (answer.state == 2) {
            return;
        }
        memcpy(out + pages_at, &pages, 8);
    }
    put(~0ull);
    for (int id = 0; id < FILES; id++) {
        struct stat status;
        if (files[id].fd && !fstat(files[id].fd, &status)) {
            put((uint64_t) id);
            put((uint64_t) status.st_size);
        }
    }
    put(~0ull);
}

static uint64_t entry_at(int pagemap, uint64_t address) {
    uint64_t entry = 0;
    return pread(pagemap, &entry, 8, (off_t) (address / page * 8)) == 8 ? entry : 0;
}

// VmLck of /proc/PID/status, in kilobytes.
static uint64_t locked_memory(int slot) {
    char text[4096];
    int fd = -1;
    open_of(slot, "status", &fd);
    ssize_t length = fd < 0 ? -1 : read(fd, text, sizeof text - 1);
    closed(&fd);
    text[length > 0 ? length : 0] = 0;
    char *line = strstr(text, "VmLck:");
    return line ? strtoull(line + 6, NULL, 10) : ~0ull;
}

// ---- files

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
    ssize_t count = pread(fd, into, length, (off_t) request.a[1]);
    out_length = count > 0 ? (size_t) count : 0;
    returned(&answer, count);
}

static void unlink_file(int id) {
    if (files[id].kind == MEMFD) {
        answer.value = ~0ull;
        answer.error = ENOENT;
        return;
    }
    returned(&answer, unlink(files[id].path));
    files[id].linked = 0;
}

static void serve(void) {
    int slot = (int) request.slot;
    memset(&answer, 0, sizeof answer);
    out_length = 0;
    if (request.op >= CREATE && request.op <= SYNC && request.op != CREATE
        && (request.a[0] >= FILES || !files[request.a[0]].fd)) {
        lost("there is no file %d", (int) request.a[0]);
        return;
    }
    int fd = request.a[0] < FILES ? files[request.a[0]].fd : -1;
    switch (request.op) {
        case CREATE: create(); break;
        case WRITE:
        case WRITE_FILL: write_file(fd); break;
        case READ: read_file(fd); break;
        case RESIZE: returned(&answer, ftruncate(fd, (off_t) request.a[1])); break;
        case PUNCH:
            returned(&answer,
                     fallocate(fd, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, (off_t) request.a[1],
                               (off_t) request.a[2]));
            break;
        case UNLINK: unlink_file((int) request.a[0]); break;
        case SYNC: returned(&answer, fsync(fd)); break;
        case SPAWN: spawn(slot); break;
        case KILL:
            if (processes[slot].pid) {
                kill(processes[slot].pid, SIGKILL);
                has_ended(slot, 0);
            } else {
                lost("there is no process %d", slot);
            }
            break;
        case SIZE: {
            struct stat status;
            returned(&answer, fstat(fd, &status));
            answer.value = (uint64_t) status.st_size;
            break;
        }
        case PAGEMAP:
            if (open_of(slot, "pagemap", &processes[slot].pagemap) < 0) {
                lost("the page table of a process cannot be read: %s", strerror(errno));
            } else {
                answer.value = entry_at(processes[slot].pagemap, request.a[0]);
            }
            break;
        case MAPPINGS:
            if (put_mappings(slot) < 0) {
                lost("the mappings of a process cannot be read: %s", strerror(errno));
            }
            break;
        case SNAPSHOT: break;
        case LOCKED: answer.value = locked_memory(slot); break;
        case RESET: reset(); break;
        default:
            if (request.op == MMAP && request.a[6]) {
                request.bytes = strlen(strcpy((char *) box->data, files[request.a[6] - 1].path));
            }
            box->request = request;
            let(slot);
            if (answer.state == 0 && answer.bytes) {
                memcpy(room_for(answer.bytes), box->data, answer.bytes);
            }
            if (answer.state == 0 && request.op == FORK && !answer.error) {
                processes[request.a[0]].pid = (pid_t) answer.value;
                answer.value = 0;
            }
            if (request.op == EXEC) {
                look_anew(slot);
            }
    }
    answer.bytes = out_length;
    if (request.look && answer.state != 2) {
        put_snapshot();
        answer.looked = answer.state == 2 ? 0 : out_length - answer.bytes;
    }
    if (answer.state == 2) {
        answer.bytes = out_length;
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

static void learn_zero_page(void) {
    volatile unsigned char *memory = mmap(NULL, page, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    int pagemap = open("/proc/self/pagemap", O_RDONLY | O_CLOEXEC);
    (void) *memory;
    zero_page = pagemap < 0 ? 0 : entry_at(pagemap, (uint64_t) memory) & ((1ull << 55) - 1);
    munmap((void *) memory, page);
    closed(&pagemap);
}

// agent FOLDER PREFIX UID GID: files go to FOLDER, names of shared memory begin with PREFIX; run as root, processes run
// as UID and GID.
static void be_supervisor(char **arguments) {
    struct sigaction ended = {0};
    ended.sa_handler = child_ended;
    ended.sa_flags = SA_NOCLDSTOP;
    prefix = arguments[2];
    uid = (uid_t) atoi(arguments[3]);
    gid = (gid_t) atoi(arguments[4]);
    drops = geteuid() == 0;
    setsid();
    signal(SIGINT, SIG_IGN);
    signal(SIGHUP, SIG_IGN);
    signal(SIGPIPE, SIG_IGN);
    prctl(PR_SET_THP_DISABLE, 1, 0, 0, 0);
    struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    for (int slot = 0; slot < SLOTS; slot++) {
        processes[slot].maps = processes[slot].pagemap = -1;
    }
    box_fd = memfd_create("box", 0);
    exe_fd = open("/proc/self/exe", O_RDONLY);
    if (exe_fd < 0) {
        lost("/proc cannot be read: %s", strerror(errno));
    } else if (box_fd < 0 || ftruncate(box_fd, sizeof(struct box)) || (box = map_box()) == MAP_FAILED) {
        lost("no shared memory can be had: %s", strerror(errno));
    } else if (chdir(arguments[1]) || (drops && (chmod(".", 0755)))) {
        lost("the folder %s cannot be used: %s", arguments[1], strerror(errno));
    } else {
        sigaction(SIGCHLD, &ended, NULL);
        learn_zero_page();
        answer.value = page;
        answer.count = zero_page;
        answer.status = (uint64_t) drops;
        answer.code = LOW_END;
        answer.signal = HIGH_START;
    }
    answer.bytes = out_length;
    while (reply() && read_all(&request, sizeof request)) {
        if (request.bytes > DATA_BYTES - 1 || !read_all(box->data, request.bytes)) {
            break;
        }
        box->data[request.bytes] = 0;
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
    if (count == 5 && arguments[1][0] != '/') {
        pid_t supervisor = (pid_t) atoi(arguments[2]);
        box_fd = atoi(arguments[3]);
        exe_fd = atoi(arguments[4]);
        box = map_box();
        if (box == MAP_FAILED) {
            _exit(1);
        }
        handle_faults();
        box->answer = (struct answer) {0};
        __atomic_store_n(&box->done, 1, __ATOMIC_RELEASE);
        futex(&box->done, FUTEX_WAKE, 1, NULL);
        be_process(atoi(arguments[1]), supervisor);
    }
    if (count != 5) {
        fprintf(stderr, "the agent is started by mmaplab\n");
        return 64;
    }
    // Addresses must not change from start to start: a process that execs must find room for the box again.
    int persona = personality(0xffffffff);
    if (!(persona & ADDR_NO_RANDOMIZE) && personality((unsigned long) persona | ADDR_NO_RANDOMIZE) != -1) {
        execv("/proc/self/exe", arguments);
    }
    be_supervisor(arguments);
}
