import type { Finding, FindingCode } from '../findings.ts'
import { fileSentences } from './file-sentences.ts'
import type { Sentence, WordingContext } from './sentence.ts'
import { submissionSentences } from './submission-sentences.ts'
import { textSentences } from './text-sentences.ts'

/** Every code has its sentence: a code without one does not compile. */
const sentences = { ...fileSentences, ...textSentences, ...submissionSentences } satisfies {
  readonly [C in FindingCode]: Sentence<C>
}

/**
 * A finding in Chinese: what was measured and what is required, understood without knowing anything of files.
 * What to do about it is the requirement's `advice`, shown beside it.
 */
export function findingSentence(finding: Finding, context: WordingContext = {}): string {
  // The table pairs each code with its own finding; the pairing is lost on a union.
  const sentence = sentences[finding.code] as Sentence<FindingCode>
  const said = sentence(finding, context)
  return context.itemName === undefined ? said : `${context.itemName}：${said}`
}
