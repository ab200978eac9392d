/*
 * For tests only, never shipped: Wine 8 lacks bcryptprimitives.dll, from which the Windows build of sharp takes its
 * random numbers. Windows 10 and 11 have their own.
 */
#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID, ULONG); /* RtlGenRandom of advapi32 */

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T length) {
  while (length > 0) {
    ULONG step = length > 0x10000000 ? 0x10000000 : (ULONG)length;
    if (!SystemFunction036(bytes, step)) return FALSE;
    bytes += step;
    length -= step;
  }
  return TRUE;
}
