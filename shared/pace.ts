const apart = 100
const silence = 900

/**
 * Passes reports on at most ten times a second, never silent for a second: a burst is folded to its latest,
 * and the latest is said again while nothing new comes.
 */
export function paced<T>(post: (report: T) => void): { send(report: T): void; stop(): void } {
  let latest: { readonly report: T } | undefined
  let timer: unknown
  let last = -apart

  const say = () => {
    if (!latest) return
    last = Date.now()
    post(latest.report)
    wait(silence)
  }
  const wait = (milliseconds: number) => {
    clearTimeout(timer)
    timer = setTimeout(say, milliseconds)
  }
  return {
    send(report) {
      const first = latest === undefined
      latest = { report }
      const since = Date.now() - last
      if (first || since >= apart) say()
      else wait(apart - since)
    },
    stop() {
      clearTimeout(timer)
      latest = undefined
    },
  }
}
