/** Index of the first byte that is no UTF-8 (a sequence cut off at the end counts), or -1. */
export const firstInvalidUtf8 = (bytes: Uint8Array): number => {
  for (let index = 0; index < bytes.length; ) {
    const lead = bytes[index]!
    if (lead < 0x80) {
      index++
      continue
    }
    const length = sequenceLength(lead)
    if (length === 0) return index
    for (let offset = 1; offset < length; offset++) {
      const byte = bytes[index + offset]
      if (byte === undefined) return index
      if (byte < (offset === 1 ? lowest(lead) : 0x80) || byte > (offset === 1 ? highest(lead) : 0xbf)) return index
    }
    index += length
  }
  return -1
}

/** How many bytes at the end belong to a sequence that the next chunk goes on with. */
export const openTail = (bytes: Uint8Array): number => {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!
    if (byte >= 0xc0) return sequenceLength(byte) > back ? back : 0
    if (byte < 0x80) return 0
  }
  return 0
}

const sequenceLength = (lead: number): number => {
  if (lead >= 0xc2 && lead <= 0xdf) return 2
  if (lead >= 0xe0 && lead <= 0xef) return 3
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0
}

// The second byte's range is narrower after some leads: no overlong forms, no surrogates, nothing above U+10FFFF.
const lowest = (lead: number): number => (lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80)
const highest = (lead: number): number => (lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf)
