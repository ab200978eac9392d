import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findingParameters } from '../findings.ts'
import { check } from '../rules/check.ts'
import { taskOf } from './choose.ts'
import { loadNotice } from './load.ts'
import type { Notice } from './notice.ts'
import { runCases, submissionOf } from './run-cases.ts'

const folders = [join(import.meta.dirname, '../../resources/notices'), join(import.meta.dirname, 'fixtures')]

const packs = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
    .map((name) => ({ name, notice: load(join(folder, name)) })),
)

function load(path: string): Notice {
  const loaded = loadNotice(JSON.parse(readFileSync(path, 'utf8')))
  if (!loaded.ok) throw new Error(`${path}: ${JSON.stringify(loaded.problems, null, 2)}`)
  return loaded.notice
}

describe.each(packs)('the pack $name', ({ notice }) => {
  const results = runCases(notice, check)

  it.each(results.map((result) => [`${result.task}: ${result.title}`, result] as const))(
    '%s',
    (_, { expected, actual, ok }) => {
      expect(ok, `expected ${JSON.stringify(expected)}, came ${JSON.stringify(actual)}`).toBe(true)
    },
  )

  it.each(notice.tasks.map((task) => [task.id, task] as const))(
    'sees every requirement of %s fail at least once',
    (id, task) => {
      const failed = new Set(
        results
          .filter((result) => result.task === id)
          .flatMap(({ actual }) => actual.map(({ rule }) => rule)),
      )
      expect(
        task.requirements.map((requirement) => requirement.id).filter((rule) => !failed.has(rule)),
      ).toEqual([])
    },
  )

  it('gives each finding the parameters that its code promises', () => {
    for (const one of notice.cases) {
      const task = taskOf(notice, one.task)
      if (!task) throw new Error(one.task)
      for (const finding of check(notice, submissionOf(task, one), '2023-08-20T09:00:00')) {
        findingParameters[finding.code].expected.parse(finding.expected)
        findingParameters[finding.code].actual.parse(finding.actual)
      }
    }
  })
})

describe('runCases', () => {
  const [first] = packs
  if (!first) throw new Error('no pack')
  const { notice } = first

  it('is content with a sound case when nothing is found', () => {
    const sound = { ...notice, cases: notice.cases.filter((one) => one.expect.length === 0) }
    expect(runCases(sound, () => []).every(({ ok }) => ok)).toBe(true)
  })

  it('fails a case whose findings do not come', () => {
    const broken = { ...notice, cases: notice.cases.filter((one) => one.expect.length > 0) }
    expect(runCases(broken, () => []).some(({ ok }) => ok)).toBe(false)
  })

  it('multiplies an item into files that differ in content and look', () => {
    const [task] = notice.tasks
    if (!task) throw new Error('no task')
    const { items } = submissionOf(task, { title: '', task: task.id, items: [{ times: 60 }], expect: [] })
    expect(new Set(items.map(({ facts }) => facts.sha256)).size).toBe(60)
    expect(new Set(items.map(({ facts }) => facts.perceptualHash)).size).toBe(60)
    expect(new Set(items.map(({ relative }) => relative)).size).toBe(60)
  })
})
