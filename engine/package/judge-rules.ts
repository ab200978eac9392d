import path from 'node:path'
import type { VerifyProblem } from '../../shared/packing/verify-problem.ts'
import { type Finding, subjectOf } from '../../shared/findings.ts'
import { packageNames } from '../../shared/naming/package-names.ts'
import type { Notice } from '../../shared/notice/notice.ts'
import type { Task } from '../../shared/notice/task.ts'
import { type Manifest, manifestName } from '../../shared/packing/manifest.ts'
import type { Item, Submission, Waiver } from '../../shared/project/submission.ts'
import { check } from '../../shared/rules/check.ts'
import { blocking, judged } from '../../shared/rules/verdict.ts'
import { wallClock } from '../../shared/text/wall-clock.ts'
import type { Contents } from './contents.ts'

/** The submission that a manifest speaks of; a file's id is its path, for the ids of that session are gone. */
const itemsOf = (manifest: Manifest): Item[] =>
  manifest.items.map(({ path: id, original, fields, facts }) => ({ id, relative: original, fields, facts }))

/**
 * Files bear the names that our own packing gives them. Said of whole submissions only, as names are numbered over all
 * parts, and of the same version of the notice, whose template makes them.
 */
export function nameProblems(
  manifest: Manifest,
  notice: Notice,
  task: Task,
  files: Pick<Contents['files'], 'has'>,
): VerifyProblem[] {
  const ours = manifest.generator.startsWith('kepuri-packager ')
  if (!ours || manifest.part.of !== 1 || manifest.notice.version !== notice.version) return []
  const names = packageNames(task, manifest.unit, itemsOf(manifest))
  return manifest.items.flatMap(({ path: item }): VerifyProblem[] => {
    const expected = names.get(item)?.name
    const actual = path.posix.basename(item)
    if (!files.has(item) || expected === undefined || expected === actual) return []
    return [{ code: 'name-differs', item, expected, actual }]
  })
}

/** The manifest's submission keeps the notice's rules, as on the day it was packed. */
export function rulesProblems(manifest: Manifest, notice: Notice, task: Task): VerifyProblem[] {
  const problems: VerifyProblem[] = []
  if (notice.version !== manifest.notice.version)
    problems.push({
      code: 'notice-version-differs',
      expected: notice.version,
      actual: manifest.notice.version,
    })
  // Names, documents and quotas all rest on the unit.
  if (!manifest.unit) problems.push({ code: 'no-unit', item: manifestName })
  const submission: Submission = {
    task: task.id,
    unit: manifest.unit,
    items: itemsOf(manifest),
    rows: manifest.rows,
    declared: manifest.declared,
    waivers: manifest.waivers,
  }
  const findings = check(notice, submission, wallClock(new Date(manifest.createdAt), notice.utcOffset))
  // One part of several says nothing of the whole's quota.
  const whole = manifest.part.of === 1 ? findings : findings.filter(({ code }) => !code.startsWith('quota-'))
  const rows = new Map(manifest.rows.map(({ id }, index) => [id, index + 1]))
  for (const finding of blockingOf(task, whole, manifest.waivers)) problems.push(broken(finding, rows))
  return problems
}

function broken(finding: Finding, rows: ReadonlyMap<string, number>): VerifyProblem {
  const { item, row: id } = finding.subject
  const row = id === undefined ? undefined : rows.get(id)
  return {
    code: 'rule-broken',
    ...(item !== undefined && { item }),
    ...(row !== undefined && { row }),
    expected: finding.expected,
    actual: { rule: finding.rule, code: finding.code, measured: finding.actual },
    finding,
  }
}

/**
 * What no waiver covers, by file or row: laying every waiver beside every finding takes minutes where someone made
 * up thousands of both.
 */
function blockingOf(task: Task, findings: readonly Finding[], waivers: readonly Waiver[]): Finding[] {
  const meant = new Set<string>(findings.flatMap(({ code, rule }) => [code, rule]))
  const own = grouped(
    waivers.filter(({ code }) => meant.has(code)),
    ({ item }) => item,
  )
  const general = new Map(own.get(undefined)?.map((one) => [one.code, one]))
  return [...grouped(findings, subjectOf)].flatMap(([item, about]) => {
    const theirs = item === undefined ? [] : (own.get(item) ?? [])
    return blocking(judged(task, about, [...general.values(), ...theirs]))
  })
}

function grouped<T>(all: readonly T[], key: (one: T) => string | undefined) {
  const groups = new Map<string | undefined, T[]>()
  for (const one of all) {
    const group = groups.get(key(one))
    if (group) group.push(one)
    else groups.set(key(one), [one])
  }
  return groups
}
