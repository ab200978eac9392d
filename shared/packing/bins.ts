/**
 * Sizes put into as few bins as can be found, each at most `capacity`; what comes back are the places of the sizes in each
 * bin. Bins hold what stands together, in its order, and are filled evenly; only where first-fit-decreasing needs fewer of
 * them are sizes taken from everywhere, the order then kept inside the bins and between their first ones.
 *
 * @param sizes none above `capacity`
 */
export function packBins(sizes: readonly number[], capacity: number): number[][] {
  const inOrder = runs(sizes, capacity)
  const least = Math.ceil(sizes.reduce((sum, size) => sum + size, 0) / capacity)
  if (inOrder.length > least) {
    const mixed = firstFitDecreasing(sizes, capacity)
    if (mixed.length < inOrder.length)
      return mixed.map((bin) => bin.toSorted((a, b) => a - b)).toSorted(([a = 0], [b = 0]) => a - b)
  }
  return runs(sizes, evenCapacity(sizes, capacity, inOrder.length))
}

/** As many as fit, and so on: with bins of neighbours nothing needs fewer. */
function runs(sizes: readonly number[], capacity: number): number[][] {
  const bins: number[][] = []
  let left = 0
  for (const [index, size] of sizes.entries()) {
    const last = bins.at(-1)
    if (last && size <= left) last.push(index)
    else {
      bins.push([index])
      left = capacity
    }
    left -= size
  }
  return bins
}

/** The smallest capacity with which neighbours still make so many bins: nobody wants two full mails and one with a single picture. */
function evenCapacity(sizes: readonly number[], capacity: number, bins: number): number {
  const sum = sizes.reduce((all, size) => all + size, 0)
  let low = sizes.reduce((most, size) => Math.max(most, size), 0)
  // Also where nothing limits a bin: there is no middle of infinity.
  let high = Math.max(low, Math.min(capacity, sum))
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (runs(sizes, middle).length <= bins) high = middle
    else low = middle + 1
  }
  return high
}

/** The largest first, each into the first bin that has room. A tree over the bins finds it in a logarithm's time. */
function firstFitDecreasing(sizes: readonly number[], capacity: number): number[][] {
  const width = 2 ** Math.ceil(Math.log2(Math.max(1, sizes.length)))
  // A node holds the most room of any bin below it.
  const room = new Float64Array(2 * width).fill(capacity)
  const bins: number[][] = []
  const order = sizes.map((_, index) => index).toSorted((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b)
  for (const index of order) {
    const size = sizes[index] ?? 0
    let node = 1
    while (node < width) node = (room[2 * node] ?? 0) >= size ? 2 * node : 2 * node + 1
    const bin = (bins[node - width] ??= [])
    bin.push(index)
    room[node] = (room[node] ?? 0) - size
    for (node = node >> 1; node >= 1; node = node >> 1)
      room[node] = Math.max(room[2 * node] ?? 0, room[2 * node + 1] ?? 0)
  }
  return bins
}
