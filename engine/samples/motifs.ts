/** Pieces of SVG from which the sample photos' scenes are put together, on a canvas of 300 × 200. */

export const disc = (x: number, y: number, r: number, fill: string, more = ''): string =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}" ${more}/>`

export const box = (x: number, y: number, width: number, height: number, fill: string, more = ''): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" ${more}/>`

export const shape = (points: string, fill: string, more = ''): string =>
  `<polygon points="${points}" fill="${fill}" ${more}/>`

/** A line that may be bent, by SVG's path language. */
export const stroke = (path: string, colour: string, width: number, more = ''): string =>
  `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" ${more}/>`

/** The whole canvas, from one colour at the top to another at the bottom; `across` runs from left to right. */
export function backdrop(from: string, to: string, across = false): string {
  const end = across ? 'x2="1" y2="0"' : 'x2="0" y2="1"'
  const stops = `<stop stop-color="${from}"/><stop offset="1" stop-color="${to}"/>`
  return `<defs><linearGradient id="backdrop" x1="0" y1="0" ${end}>${stops}</linearGradient></defs>${box(0, 0, 300, 200, 'url(#backdrop)')}`
}

/** The same piece at many places: `each` is called with 0 … count − 1. */
export const many = (count: number, each: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => each(index)).join('')

/** A number between two others that looks random and is always the same for an index. */
export function scattered(index: number, from: number, to: number): number {
  const wave = Math.sin((index + 1) * 127.1) * 43758.5453
  return Number((from + (wave - Math.floor(wave)) * (to - from)).toFixed(1))
}

const shirts = ['#d1495b', '#edae49', '#00798c', '#30638e', '#8f2d56', '#5fad56', '#f4f1de', '#3d405b']

/** People side by side, seen from the waist up; `ground` is where they are cut off, `size` their height. */
export function people(count: number, from: number, to: number, ground: number, size: number): string {
  return many(count, (index) => {
    const x = from + ((to - from) * (index + 0.5)) / count
    const head = size * 0.21
    const top = ground - size + scattered(index + count, 0, size * 0.25)
    const width = size * 0.62
    return [
      box(
        x - width / 2,
        top + head * 1.9,
        width,
        ground - top,
        shirts[(index * 5 + count) % shirts.length] ?? '',
        `rx="${size * 0.2}"`,
      ),
      disc(x, top + head, head, '#e8b796'),
      `<path d="M${x - head} ${top + head * 0.9} a${head} ${head} 0 0 1 ${head * 2} 0 z" fill="#2b2118"/>`,
    ].join('')
  })
}

/** A cloud of four discs. */
export const cloud = (x: number, y: number, size: number, fill: string): string =>
  [
    disc(x - size, y, size * 0.7, fill),
    disc(x, y - size * 0.4, size, fill),
    disc(x + size, y, size * 0.8, fill),
    box(x - size, y, size * 2, size * 0.7, fill),
  ].join('')

/** A tree with a round crown. */
export const tree = (x: number, ground: number, size: number, leaves: string): string =>
  box(x - size * 0.08, ground - size * 0.5, size * 0.16, size * 0.5, '#6b4226') +
  disc(x, ground - size * 0.68, size * 0.36, leaves)
