import { milestoneStanding } from '../notice/deadline.ts'
import { type Check, finding } from './context.ts'

/** The task's date has passed, or is near. A passed deadline is said, never a refusal. */
export const checkMilestone: Check<'milestone'> = (requirement, { task, now }) => {
  const milestone = task.milestones.find(({ id }) => id === requirement.milestone)
  if (!milestone) return []
  const { state, days, date, time } = milestoneStanding(milestone, requirement.nearDays, now)
  const expected = { date, title: milestone.title, ...(time !== undefined && { time }) }
  switch (state) {
    case 'far':
      return []
    case 'passed':
      return [finding(requirement, 'deadline-passed', {}, { expected, actual: { now, days: -days } })]
    default:
      return [finding(requirement, 'deadline-near', {}, { expected, actual: { now, days } }, 'note')]
  }
}
