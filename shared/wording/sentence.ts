import type { FindingCode, FindingOf } from '../findings.ts'

/** What a sentence may know beyond its finding. */
export interface WordingContext {
  /** Name of the file the finding is about: put before the sentence. */
  readonly itemName?: string
  /** What a row is called where it is shown: 第3行. */
  readonly rowName?: (id: string) => string | undefined
}

/** The sentence of one code: what was measured and what is required. What to do stands in the requirement's advice. */
export type Sentence<C extends FindingCode> = (finding: FindingOf<C>, context: WordingContext) => string
/** Sentences of some codes. */
export type Sentences = { readonly [C in FindingCode]?: Sentence<C> }
