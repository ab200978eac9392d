/** Questions to the file system at once: more only wait for one another. */
export const questionsAtOnce = 32
