import type { Finding } from '../shared/findings.ts'
import { findingSentence } from '../shared/wording/finding-sentence.ts'

/** A finding as scripts read it: the data, files by their path as the caller gave it, and the sentence for people. */
export type FindingJson = Finding & { readonly message: string }

export function findingJson(finding: Finding, sourceOf: (item: string) => string | undefined): FindingJson {
  const { item, ...rest } = finding.subject
  const subject = item === undefined ? rest : { item: sourceOf(item) ?? item, ...rest }
  return { ...finding, subject, message: findingSentence(finding) }
}
