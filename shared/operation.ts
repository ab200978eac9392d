import { z } from 'zod'

/** One engine operation: what goes in, what comes out, what is reported meanwhile. */
export interface Operation<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  P extends z.ZodType = z.ZodType,
> {
  /** What it does, in a sentence of the generated documentation. */
  readonly summary: string
  readonly input: I
  readonly output: O
  readonly progress: P
}
export type Operations = Readonly<Record<string, Operation>>

/** Declares an operation; without `progress` it reports nothing on its way. */
export function operation<
  I extends z.ZodType,
  O extends z.ZodType,
  P extends z.ZodType = z.ZodNever,
>(declared: { summary: string; input: I; output: O; progress?: P }): Operation<I, O, P> {
  return { ...declared, progress: declared.progress ?? (z.never() as unknown as P) }
}

/** Where a long call stands: `done` never exceeds `total`, and `item` names the file being worked on. */
export const Step = z
  .object({
    stage: z.enum(['walk', 'read', 'probe', 'write', 'verify', 'print']),
    done: z.number().nonnegative(),
    total: z.number().nonnegative(),
    item: z.string().optional(),
  })
  .refine(({ done, total }) => done <= total, { error: 'progress above 100 %' })
export type Step = z.infer<typeof Step>

export interface Call<P> {
  readonly signal: AbortSignal
  readonly progress: (step: P) => void
}
/** The implementation of a contract. */
export type Engine<C extends Operations> = {
  readonly [N in keyof C]: (
    input: z.output<C[N]['input']>,
    call: Call<z.output<C[N]['progress']>>,
  ) => Promise<z.input<C[N]['output']>>
}
export interface CallOptions<P> {
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((step: P) => void) | undefined
}
/** The same contract from the caller's side. */
export type Client<C extends Operations> = {
  readonly [N in keyof C]: (
    input: z.input<C[N]['input']>,
    options?: CallOptions<z.output<C[N]['progress']>>,
  ) => Promise<z.output<C[N]['output']>>
}
