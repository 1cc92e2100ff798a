/* Lets the Nth call that changes a file fail; preloaded by test_io_errors.py.

   fault_arm(n, error, sticky): the nth call from now on fails with errno `error`, and every later one when sticky.
   fault_count(): how many such calls there were since. Descriptors 0 to 2 are left alone. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stddef.h>
#include <sys/types.h>
#include <unistd.h>

static long armed, calls;
static int error_number, sticks;

void fault_arm(long nth, int error, int sticky) { armed = nth; error_number = error; sticks = sticky; calls = 0; }
long fault_count(void) { return calls; }

static int fails(int descriptor) {
    if (descriptor <= 2) return 0;
    calls++;
    if (!armed || calls < armed || (calls > armed && !sticks)) return 0;
    errno = error_number;
    return 1;
}

#define REAL(name) static __typeof__(name) *real; if (!real) *(void **)&real = dlsym(RTLD_NEXT, #name)

ssize_t write(int fd, const void *data, size_t size) { REAL(write); return fails(fd) ? -1 : real(fd, data, size); }
ssize_t pwrite(int fd, const void *data, size_t size, off_t at) {
    REAL(pwrite);
    return fails(fd) ? -1 : real(fd, data, size, at);
}
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t at) {
    REAL(pwrite64);
    return fails(fd) ? -1 : real(fd, data, size, at);
}
int fsync(int fd) { REAL(fsync); return fails(fd) ? -1 : real(fd); }
int fdatasync(int fd) { REAL(fdatasync); return fails(fd) ? -1 : real(fd); }
int ftruncate(int fd, off_t size) { REAL(ftruncate); return fails(fd) ? -1 : real(fd, size); }
int ftruncate64(int fd, off64_t size) { REAL(ftruncate64); return fails(fd) ? -1 : real(fd, size); }
