/** A two-level (displacement) perfect hash from 32-bit word hashes to ids: one probe, no branch. */
export interface PerfectHash {
  readonly displacements: Int32Array
  /** Pairs (hash, id). Empty slots hold (0, 0), so a text word with hash 0 stays unknown. */
  readonly slots: Int32Array
  readonly bucketShift: number
  readonly slotShift: number
}

/** Odd constants that spread the bits of a hash over buckets and slots. */
export const bucketMix = 0x9e3779b1
export const slotMix = 0x85ebca6b
const displacementMix = 0x27d4eb2f
const maxTries = 1_000_000

/** Rolling hash over folded units; the tokenizer computes the same while it reads. */
export const hashUnits = (folded: string): number => {
  let hash = 0
  for (let index = 0; index < folded.length; index++) hash = ((hash << 5) | (hash >>> 27)) ^ folded.charCodeAt(index)
  return hash | 0
}

/**
 * Builds the table for words with ids from 1. Words that share one 32-bit hash get one slot; `next` in the caller's
 * word pool chains them. Source of the scheme: `hash, displace, and compress` (Belazzougui, Botelho, Dietzfelbinger 2009).
 */
export const buildPerfectHash = (hashes: readonly number[], ids: readonly number[]): PerfectHash => {
  const size = powerOfTwo(2 * hashes.length)
  const bucketCount = powerOfTwo(hashes.length / 2)
  const slotShift = Math.clz32(size - 1)
  const bucketShift = Math.clz32(bucketCount - 1)
  const buckets: number[][] = Array.from({ length: bucketCount }, () => [])
  for (const [index, hash] of hashes.entries()) buckets[Math.imul(hash, bucketMix) >>> bucketShift]!.push(index)
  const order = buckets.map((_, index) => index).sort((a, b) => buckets[b]!.length - buckets[a]!.length || a - b)
  const displacements = new Int32Array(bucketCount)
  const slots = new Int32Array(2 * size)
  const used = new Uint8Array(size)
  for (const bucket of order) {
    const members = buckets[bucket]!
    if (members.length === 0) break
    const displacement = findDisplacement(members, hashes, used, slotShift)
    displacements[bucket] = displacement
    for (const member of members) {
      const slot = Math.imul(hashes[member]! ^ displacement, slotMix) >>> slotShift
      used[slot] = 1
      slots[2 * slot] = hashes[member]!
      slots[2 * slot + 1] = ids[member]!
    }
  }
  return { displacements, slots, bucketShift, slotShift }
}

const findDisplacement = (
  members: readonly number[],
  hashes: readonly number[],
  used: Uint8Array,
  shift: number,
): number => {
  for (let attempt = 0; attempt < maxTries; attempt++) {
    const displacement = Math.imul(attempt, displacementMix)
    const places = members.map((member) => Math.imul(hashes[member]! ^ displacement, slotMix) >>> shift)
    if (places.every((place, index) => used[place] === 0 && places.indexOf(place) === index)) return displacement
  }
  throw new Error('the perfect hash found no place for a bucket; this is a bug, please report the lexicon')
}

const powerOfTwo = (atLeast: number): number => {
  let size = 16
  while (size < atLeast) size *= 2
  return size
}
