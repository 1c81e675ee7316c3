/** Edges of a trie over ids, in an open-addressed table of (node, symbol, next). */
export interface EdgeTable {
  readonly mask: number
  readonly cells: Int32Array
}

/** A trie under construction: `edges[node]` maps a symbol to the next node; node 0 is the root. */
export interface TrieBuilder {
  readonly edges: Map<number, number>[]
  readonly outputs: number[][]
}

/** A trie with nothing in it but its root. */
export const createTrie = (): TrieBuilder => ({ edges: [new Map()], outputs: [[]] })

/** Node after a symbol; made where it is missing. */
export const extendTrie = (trie: TrieBuilder, node: number, symbol: number): number => {
  const known = trie.edges[node]!.get(symbol)
  if (known !== undefined) return known
  const next = trie.edges.length
  trie.edges[node]!.set(symbol, next)
  trie.edges.push(new Map())
  trie.outputs.push([])
  return next
}

/** A finished trie. `first[symbol]` is the node after one symbol (0: none); outputs of a node stand in `out` from `outFrom[node]`. */
export interface Trie {
  readonly first: Int32Array
  readonly table: EdgeTable
  readonly hasEdges: Uint8Array
  readonly outFrom: Int32Array
  readonly out: Int32Array
}

/** Freezes a trie into flat tables; `symbols` is the number of symbols that exist at compile time. */
export const finishTrie = (trie: TrieBuilder, symbols: number): Trie => {
  const first = new Int32Array(symbols)
  for (const [symbol, node] of trie.edges[0]!) first[symbol] = node
  let edgeCount = 0
  for (const edges of trie.edges) edgeCount += edges.size
  let size = 16
  while (size < 4 * edgeCount) size *= 2
  const cells = new Int32Array(4 * size)
  const mask = size - 1
  const hasEdges = new Uint8Array(trie.edges.length)
  const outFrom = new Int32Array(trie.edges.length + 1)
  const out: number[] = []
  trie.edges.forEach((edges, node) => {
    outFrom[node] = out.length
    out.push(...trie.outputs[node]!)
    if (node === 0) return
    if (edges.size > 0) hasEdges[node] = 1
    for (const [symbol, next] of edges) {
      let place = edgeSlot(node, symbol, mask)
      while (cells[4 * place + 2] !== 0) place = (place + 1) & mask
      cells[4 * place] = node
      cells[4 * place + 1] = symbol
      cells[4 * place + 2] = next
    }
  })
  outFrom[trie.edges.length] = out.length
  return { first, table: { mask, cells }, hasEdges, outFrom, out: Int32Array.from(out) }
}

const edgeSlot = (node: number, symbol: number, mask: number): number => {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(symbol, 0x85ebca6b)
  return (mixed ^ (mixed >>> 15)) & mask
}

/** Next node after a symbol, or 0. */
export const step = (table: EdgeTable, node: number, symbol: number): number => {
  const { mask, cells } = table
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(symbol, 0x85ebca6b)
  let place = (mixed ^ (mixed >>> 15)) & mask
  for (;;) {
    const next = cells[4 * place + 2]!
    if (next === 0) return 0
    if (cells[4 * place] === node && cells[4 * place + 1] === symbol) return next
    place = (place + 1) & mask
  }
}
