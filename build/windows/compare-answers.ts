import type { Answers, Written } from './clerks-way.ts'
import { compareContents, type Comparison } from './compare-contents.ts'
import { differences } from './differences.ts'
import { masked } from './masked.ts'
import { folderContents, sha256, zipContents } from './read-content.ts'
import { readFile } from 'node:fs/promises'

/** Drawn anew each time, or told by the system: it differs on the same machine too. */
const varying = new Set(['id', 'sha256', 'bytes', 'submission', 'seconds', 'generator', 'notes', 'modified'])

/** Where the answers of two machines differ, by step. */
export function compareAnswers(one: Answers, other: Answers): readonly string[] {
  const problems: string[] = []
  for (const [title, ours] of one) {
    const theirs = other.get(title)
    if (!theirs) {
      problems.push(`${title}: answered by one only`)
      continue
    }
    const json = (value: unknown): unknown => JSON.parse(masked(JSON.stringify(value), []))
    const keep = title.startsWith('check') ? new Set<string>() : varying
    problems.push(...differences(json(ours.json), json(theirs.json), keep).map((line) => `${title} ${line}`))
    const said = (text: string) =>
      masked(text, [])
        .replaceAll(/[0-9a-f]{64}/g, '<sum>')
        .split('\n')
    problems.push(...differences(said(ours.said), said(theirs.said)).map((line) => `${title} said ${line}`))
  }
  return problems
}

export interface WrittenComparison extends Comparison {
  readonly title: string
}

/** What both have written, package by package and form by form. */
export async function compareWritten(one: Written, other: Written): Promise<readonly WrittenComparison[]> {
  const compared: WrittenComparison[] = []
  for (const [title, form] of Object.entries(one.forms)) {
    const [left, right] = await Promise.all([readFile(form), readFile(other.forms[title] ?? '')])
    const comparison = await compareContents(await zipContents(left), await zipContents(right))
    compared.push({
      title: `${title} ${sha256(left) === sha256(right) ? '(same bytes)' : ''}`,
      ...comparison,
    })
  }
  for (const [title, folder] of Object.entries(one.packages)) {
    const counterpart = other.packages[title] ?? ''
    const comparison = await compareContents(await folderContents(folder), await folderContents(counterpart))
    compared.push({ title, ...comparison })
  }
  return compared
}
