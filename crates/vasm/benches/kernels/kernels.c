/* What the kernels do, for the C compiler; the same checks, the same memory. */
#include <stdint.h>
#include <stdlib.h>

typedef struct { int64_t payload; uint8_t tag; } Slot;
typedef struct { int64_t payload, tag; } Cell;
typedef struct { char *vm_limit, *native_limit; } Vm;

static __attribute__((noinline, cold)) void leave(int exit) { abort(); (void)exit; }

Cell fib(Vm *vm, Slot *fp) {
    if (__builtin_expect((char *)__builtin_frame_address(0) < vm->native_limit, 0)) leave(1);
    if (__builtin_expect(fp[0].tag != 10, 0)) leave(2);
    if (__builtin_expect((char *)(fp + 4) > vm->vm_limit, 0)) leave(3);
    int64_t n = fp[0].payload, m, sum;
    if (n < 2) return (Cell){n, 10};
    if (__builtin_expect(__builtin_sub_overflow(n, 1, &m), 0)) leave(4);
    fp[2].payload = m;
    fp[2].tag = 10;
    Cell a = fib(vm, fp + 2);
    if (__builtin_expect((uint8_t)a.tag != 10, 0)) leave(6);
    if (__builtin_expect(__builtin_sub_overflow(fp[0].payload, 2, &m), 0)) leave(7);
    fp[2].payload = m;
    fp[2].tag = 10;
    Cell b = fib(vm, fp + 2);
    if (__builtin_expect((uint8_t)b.tag != 10, 0)) leave(9);
    if (__builtin_expect(__builtin_add_overflow(a.payload, b.payload, &sum), 0)) leave(10);
    return (Cell){sum, 10};
}

#define ADD(d, a, b) if (__builtin_expect(__builtin_add_overflow(a, b, &d), 0)) leave(0)
#define SUB(d, a, b) if (__builtin_expect(__builtin_sub_overflow(a, b, &d), 0)) leave(0)
#define MUL(d, a, b) if (__builtin_expect(__builtin_mul_overflow(a, b, &d), 0)) leave(0)

int64_t nested(int64_t n) {
    int64_t s = 0, t;
    for (int64_t i = 0; i < n; i++)
        for (int64_t j = 0; j < n;) {
            MUL(t, i, j);
            ADD(t, s, t);
            SUB(s, t, j);
            /* Hides from the compiler that j < n, so that this check stays as well. */
            __asm__("" : "+r"(j));
            ADD(j, j, (int64_t)1);
        }
    return s;
}

int64_t mandelbrot(int64_t n, int64_t max) {
    int64_t sum = 0;
    double size = (double)n;
    for (int64_t y = 0; y < n; y++) {
        double ci = 2.0 * (double)y / size - 1.0;
        for (int64_t x = 0; x < n; x++) {
            double cr = 2.0 * (double)x / size - 1.5, zr = 0, zi = 0;
            int64_t i = 0;
            while (i < max) {
                double rr = zr * zr, ii = zi * zi;
                if (rr + ii > 4.0) break;
                double r = rr - ii + cr;
                zi = zr * 2.0 * zi + ci;
                zr = r;
                ADD(i, i, (int64_t)1);
            }
            ADD(sum, sum, i);
        }
    }
    return sum;
}

int64_t sieve(Slot *slots, int64_t n) {
    int64_t count = 0;
    for (int64_t i = 0; i < n; i++) {
        slots[i].payload = 1;
        slots[i].tag = 9;
    }
    for (int64_t i = 2; i < n; i++) {
        if (__builtin_expect((uint64_t)i >= (uint64_t)n || slots[i].tag != 9, 0)) leave(0);
        if (!slots[i].payload) continue;
        ADD(count, count, (int64_t)1);
        int64_t j;
        ADD(j, i, i);
        while (j < n) {
            if (__builtin_expect((uint64_t)j >= (uint64_t)n || slots[j].tag >= 16, 0)) leave(0);
            slots[j].payload = 0;
            slots[j].tag = 9;
            ADD(j, j, i);
        }
    }
    return count;
}
