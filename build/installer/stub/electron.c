/*
 * Stands in for electron.exe where Electron's runtime cannot be had, so that packaging can be proven all the same:
 * it has what electron-builder edits in the real one (version resource, icon, fuse wire) and runs nothing.
 */
#include <windows.h>

/* Fuse wire as @electron/fuses finds it: sentinel, version 1, eight fuses as Electron ships them. */
__attribute__((used)) static volatile const char fuse_wire[] =
    "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX" "\x01" "\x08" "10110011";

int WINAPI WinMain(HINSTANCE self, HINSTANCE before, LPSTR words, int show) {
  (void)self; (void)before; (void)words; (void)show;
  return fuse_wire[0] == 'd' ? 86 : 87;
}
