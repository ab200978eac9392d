import type { Engine, Operations } from '../../shared/operation.ts'

/**
 * The same engine, which also tells whether one of the named operations is under way.
 *
 * @param onEnd called whenever one of them has ended, however it did
 */
export function countCalls<C extends Operations>(
  engine: Engine<C>,
  names: readonly (keyof C)[],
  onEnd: () => void = () => undefined,
): { engine: Engine<C>; running: () => number } {
  let running = 0
  const counted =
    (name: keyof C): Engine<C>[keyof C] =>
    async (input, call) => {
      running += 1
      try {
        return await engine[name](input, call)
      } finally {
        running -= 1
        onEnd()
      }
    }
  return {
    engine: { ...engine, ...Object.fromEntries(names.map((name) => [name, counted(name)])) },
    running: () => running,
  }
}
