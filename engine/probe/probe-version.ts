/** Counts up with every change of what the probes measure: facts remembered from an older one are measured anew. */
export const PROBE_VERSION = 3
