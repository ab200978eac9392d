import { wallClock } from '../../../shared/text/wall-clock.ts'
import { dateText } from '../../../shared/wording/measures.ts'

/** 2023年8月25日 10:32, by the notice's clock. */
export function momentText(instant: string, utcOffset: number): string {
  const clock = wallClock(new Date(instant), utcOffset)
  return `${dateText(clock.slice(0, 10))} ${clock.slice(11, 16)}`
}
