/** How large and how close the letters of a form stand: size in points, distances in millimetres. */
interface Type {
  readonly size: number
  /** From line to line. */
  readonly line: number
  /** Above and below the lines of a cell. */
  readonly space: number
}

export interface Density {
  readonly name: string
  /** Of the form, and of running text. */
  readonly form: Type
  readonly table: Type
  /** Height of a field to sign in. */
  readonly signature: number
}

/** From the most comfortable to the closest that office eyes still like to read; the first with the fewest sheets is taken. */
export const formDensities = [
  density('roomy', [10.5, 5.4, 1], [10.5, 5.2, 0.7], 44),
  density('usual', [10.5, 4.9, 0.7], [9, 4.3, 0.5], 36),
  density('close', [10.5, 4.6, 0.4], [9, 4.1, 0.15], 30),
  density('tight', [9, 4.2, 0.3], [9, 3.9, 0.2], 30),
  density('closest', [9, 4, 0.25], [9, 3.75, 0.15], 29),
] as const

/** 3号 with 30 points a line where the text allows it (GB/T 9704-2012, 5.2.2), less for long texts. */
export const textDensities = [
  density('text-30', [16, 10.58, 0], [10.5, 5.2, 0.7], 44),
  density('text-28', [16, 9.88, 0], [10.5, 5.2, 0.7], 44),
  density('text-26', [15, 9.17, 0], [10.5, 5.2, 0.7], 42),
  density('text-24', [14, 8.47, 0], [10.5, 5.2, 0.7], 40),
  density('text-20', [12, 7.06, 0], [10.5, 5.2, 0.7], 40),
] as const

type Triple = readonly [size: number, line: number, space: number]

function density(name: string, form: Triple, table: Triple, signature: number): Density {
  const typeOf = ([size, line, space]: Triple): Type => ({ size, line, space })
  return { name, form: typeOf(form), table: typeOf(table), signature }
}

/** The width of a Chinese character in millimetres. */
export const emOf = (points: number): number => (points / 72) * 25.4

/** What is the same at every density: distances in millimetres, sizes of letters in points. */
export const measures = {
  /** Left and right of the text in a cell. */
  inset: 1.4,
  /** What a line between cells takes. */
  rule: 0.25,
  /** The column of the form's labels, and of the first of two values that share a line. */
  label: 24,
  first: 62,
  titleLine: 11,
  subtitleLine: 5.5,
  belowTitle: 2.5,
  annexLine: 9,
  /** Between a title and running text. */
  aboveText: 5,
  /** Of the letters in a field to sign in. */
  fieldSize: 10.5,
  fieldLine: 4.5,
  /** Above a table, and of the line that names it. */
  aboveTable: 2.5,
  captionLine: 6,
  /** At the top of every sheet but the first: whose paper it is. */
  runningSize: 9,
  runningLine: 4.5,
  belowRunning: 2,
  /** Kept free at the foot of a sheet, for what was estimated too low. */
  reserve: 3,
} as const
