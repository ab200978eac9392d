import { within } from '../notice/bound.ts'
import { type Check, finding, measurable } from './context.ts'

/** Playing time in seconds, compared as measured: 119.92 s is not two minutes. */
export const checkDuration: Check<'duration'> = (requirement, context) =>
  measurable(context, requirement.media).flatMap((item) => {
    const seconds = item.facts.duration
    if (seconds === undefined || within(requirement.bound, seconds)) return []
    const parameters = { expected: { bound: requirement.bound }, actual: { seconds } }
    return [finding(requirement, 'duration-outside', { item: item.id }, parameters)]
  })

/** The video's codec is one that every player at the receiving desk opens. */
export const checkCodec: Check<'codec'> = (requirement, context) =>
  measurable(context, requirement.media).flatMap((item) => {
    const codec = item.facts.videoCodec
    if (codec === undefined || requirement.codecs.includes(codec)) return []
    return [
      finding(
        requirement,
        'codec-unusual',
        { item: item.id },
        { expected: { codecs: requirement.codecs }, actual: { codec } },
      ),
    ]
  })
