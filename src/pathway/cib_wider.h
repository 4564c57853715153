#pragma once

// Wider vector units where the machine has them. Whole numbers: the same result everywhere.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__) &&               \
    !defined(__SANITIZE_THREAD__)
#define RASHIN_WIDER __attribute__((target_clones("arch=x86-64-v4", "avx2", "default")))
#else
#define RASHIN_WIDER
#endif
