import type { FromJudge, ToJudge } from './judge-protocol.ts'
import { createVerdictDesk } from './verdict-desk.ts'

/** The judge's own thread: the rules take a while on thousands of files, and typing must not wait for them. */
const desk = createVerdictDesk()
let heard = 0
let due: ReturnType<typeof setTimeout> | undefined

/** Messages that come together are judged together. */
const together = 30

self.addEventListener('message', ({ data }: MessageEvent<ToJudge>) => {
  desk.hear(data)
  heard += 1
  due ??= setTimeout(() => {
    due = undefined
    const answer: FromJudge = { heard, changes: desk.verdicts() }
    self.postMessage(answer)
  }, together)
})
