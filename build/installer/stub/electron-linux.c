/* The same for Linux: an ELF program with a fuse wire. It has no library, not even C's, so any cross compiler will do. */
__attribute__((used)) const char fuse_wire[] = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX" "\x01" "\x08" "10110011";

void _start(void) { __builtin_trap(); }
