/* What plays listings: each statement waits for its turn, and its result is recorded. */
#pragma GCC diagnostic ignored "-Wunused-variable"
#pragma GCC diagnostic ignored "-Wunused-but-set-variable"
#pragma GCC diagnostic ignored "-Wunused-function"
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/shm.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define mseal(address, length, flags) syscall(462, address, length, flags)

#ifndef MADV_GUARD_INSTALL
#define MADV_GUARD_INSTALL 102
#define MADV_GUARD_REMOVE 103
#endif

#ifndef F_SEAL_EXEC
#define F_SEAL_EXEC 0x20
#endif

static struct {
    volatile int turn;
    volatile pid_t pid[64];
    volatile pid_t leaving; /* who ends in the turn before; 0 if nobody does */
    char *volatile room; /* where the next mapping goes, far from the others */
    volatile int segments[16], made; /* segments to be removed */
} *board_;
static sigjmp_buf before_;
static volatile int deadly_; /* the turn in which a signal kills */

static void caught_(int number)
{
    if (deadly_) {
        board_->leaving = getpid();
        board_->turn = deadly_ + 1;
        signal(number, SIG_DFL);
        return;
    }
    siglongjmp(before_, number);
}

/* Whether a process may still have memory: a zombie has none. */
static int has_memory_(pid_t process)
{
    char path[32], line[128] = "";
    snprintf(path, sizeof path, "/proc/%d/stat", process);
    int file = open(path, O_RDONLY);
    if (file < 0)
        return 0;
    ssize_t length = read(file, line, sizeof line - 1);
    close(file);
    char *name_end = length > 0 ? strrchr(line, ')') : NULL;
    return name_end != NULL && strncmp(name_end, ") Z", 3) != 0 && strncmp(name_end, ") X", 3) != 0;
}

static void turn_(int now)
{
    while (board_->turn != now)
        usleep(20);
    while (board_->leaving != 0 && has_memory_(board_->leaving))
        usleep(20);
    board_->leaving = 0;
}

static void begin_(int line)
{
    printf("\001%d\002", line);
    fflush(stdout);
    errno = 0;
}

static void finish_(int now, int caught_)
{
    int error = errno;
    fflush(stdout);
    if (caught_)
        printf("\003SIG%s\004", sigabbrev_np(caught_));
    else
        printf("\003%s\004", error ? strerrorname_np(error) : "ok");
    fflush(stdout);
    board_->turn = now + 1;
}

#define PLAY(now, line, statement)                       \
    do {                                                 \
        turn_(now);                                      \
        begin_(line);                                    \
        int caught_ = sigsetjmp(before_, 1);             \
        if (caught_ == 0) {                              \
            statement                                    \
        }                                                \
        finish_(now, caught_);                           \
    } while (0)

static void handle_signals_(void)
{
    struct sigaction action = {.sa_handler = caught_, .sa_flags = SA_NODEFER};
    sigaction(SIGSEGV, &action, NULL);
    sigaction(SIGBUS, &action, NULL);
}

/* Next to a mapping there is nothing, as the stories have it. */
static void *mmap_(void *address, size_t length, int protection, int flags, int file, off_t offset)
{
    if (address == NULL && length < 1UL << 30) {
        address = board_->room;
        board_->room += 1UL << 33;
    }
    return mmap(address, length, protection, flags, file, offset);
}

/* Permissions and limits do not bind root. */
static void be_ordinary_(void)
{
    struct rlimit lockable = {8 << 20, 8 << 20};
    if (setrlimit(RLIMIT_MEMLOCK, &lockable) != 0 || (getuid() == 0 && setuid(65534) != 0))
        abort();
}

static int copy_(const char *name, int to)
{
    char bytes[65536];
    int from = open(name, O_RDONLY);
    for (ssize_t n; (n = read(from, bytes, sizeof bytes)) > 0;)
        if (write(to, bytes, n) != n)
            abort();
    close(from);
    return to;
}

/* One more descriptor of a memfd, which is made when it is needed first. */
static int memfd_(const char *name, int flags)
{
    static struct {
        const char *name;
        int fd;
    } made[16];
    char path[32];
    int i = 0;

    while (made[i].name != NULL && strcmp(made[i].name, name) != 0)
        i++;
    if (made[i].name == NULL) {
        made[i].name = name;
        made[i].fd = copy_(name, memfd_create(name, MFD_ALLOW_SEALING));
        fchmod(made[i].fd, 0644); /* F_SEAL_EXEC of an executable file implies other seals */
    }
    snprintf(path, sizeof path, "/proc/self/fd/%d", made[i].fd);
    return open(path, flags);
}

static void shm_(const char *from, const char *name)
{
    struct stat status;
    umask(0);
    shm_unlink(name);
    if (stat(from, &status) != 0)
        abort();
    int to = copy_(from, shm_open(name, O_CREAT | O_TRUNC | O_RDWR, status.st_mode & 0777));
    if (getuid() == 0 && fchown(to, 65534, 65534) != 0)
        abort();
    close(to);
}

static const char *named_; /* the file whose key was asked for last */

static key_t ftok_(const char *name, int number)
{
    named_ = name;
    return ftok(name, number);
}

/* A segment with the content of the file that its key is from, which is made when it is needed first. */
static int shmget_(key_t key, size_t size, int mode)
{
    struct stat status;
    if (stat(named_, &status) != 0)
        abort();
    int id = shmget(key, size, IPC_CREAT | IPC_EXCL | 0666);
    if (id < 0) {
        errno = 0;
        return shmget(key, 0, 0);
    }
    board_->segments[board_->made++] = id;
    int from = open(named_, O_RDONLY);
    char *at = shmat(id, NULL, 0);
    if (at == MAP_FAILED || read(from, at, size) < 0)
        abort();
    shmdt(at);
    close(from);
    struct shmid_ds segment;
    shmctl(id, IPC_STAT, &segment);
    segment.shm_perm.mode = status.st_mode & 0222 ? mode : 0444;
    shmctl(id, IPC_SET, &segment);
    errno = 0;
    return id;
}

static void *shmat_(int id, const void *address, int flags)
{
    if (address == NULL) {
        address = board_->room;
        board_->room += 1UL << 33;
    }
    return shmat(id, address, flags);
}

/* Plays a listing, which leaves its processes waiting, and ends them. */
static void play_(const char *folder, void (*listing)(void), int turns)
{
    if (chdir(folder) != 0)
        abort();
    printf("\005%s\006", folder);
    fflush(stdout);
    board_ = mmap(NULL, sizeof *board_, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    board_->room = (char *)(1UL << 44);
    pid_t first = fork();
    if (first == 0) {
        setpgid(0, 0);
        handle_signals_();
        be_ordinary_();
        listing();
        for (;;)
            pause();
    }
    setpgid(first, first);
    for (int i = 0; board_->turn < turns && i < 20000; i++)
        usleep(50);
    kill(-first, SIGKILL);
    waitpid(first, NULL, 0);
    while (board_->made > 0)
        shmctl(board_->segments[--board_->made], IPC_RMID, NULL);
    if (chdir("..") != 0)
        abort();
}

#define mmap mmap_
#define ftok ftok_
#define shmget shmget_
#define shmat shmat_
