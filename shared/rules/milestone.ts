import { daysBetween } from '../text/wall-clock.ts'
import { type Check, finding } from './context.ts'

/**
 * The task's date has passed, or is near. A date without a time includes the whole day
 * (8月31日前: the 31st counts). A passed deadline is said, never a refusal.
 */
export const checkMilestone: Check<'milestone'> = (requirement, { task, now }) => {
  const milestone = task.milestones.find(({ id }) => id === requirement.milestone)
  if (!milestone) return []
  const { date, time, title } = milestone
  const expected = { date, title, ...(time !== undefined && { time }) }
  const end = time === undefined ? `${date}T23:59:59` : `${date}T${time}:00`
  const days = daysBetween(now, date)
  if (now > end)
    return [finding(requirement, 'deadline-passed', {}, { expected, actual: { now, days: -days } })]
  if (days <= requirement.nearDays)
    return [finding(requirement, 'deadline-near', {}, { expected, actual: { now, days } }, 'note')]
  return []
}
