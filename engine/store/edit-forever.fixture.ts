import { openProjects } from './projects.ts'

/** A program that edits a project until it is killed, telling each edit that was answered. */
const [dataDir = '', id = ''] = process.argv.slice(2)
const projects = openProjects({ dataDir, now: () => new Date(), log: () => undefined })
for (let count = Number((await projects.open(id)).unit.name || '0') + 1; ; count += 1) {
  const edit = count
  await projects.change(id, (project) => ({ ...project, unit: { ...project.unit, name: String(edit) } }))
  process.send?.(edit)
}
