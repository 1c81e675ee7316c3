import { type Entry, fromBuffer, type ZipFile } from 'yauzl'

/** Caps of an archive, in bytes (and entries). XML parts are held in memory by the reader, the others are not read. */
export const zipLimits = { entries: 10_000, part: 50_000_000, other: 200_000_000, total: 500_000_000, ratio: 100 }

/** Takes the bytes of the XML parts as they are inflated. */
export type Watch = (part: string, chunk: Buffer) => void

/**
 * Looks through a ZIP archive before anything unpacks it: first the declared sizes, then each XML part inflated once
 * under a running cap, since the directory may lie. Rejects with an `Error` that says what is wrong.
 */
export const guardZip = async (bytes: Buffer, watch: Watch = () => {}): Promise<void> => {
  const zip = await open(bytes)
  try {
    const entries = await entriesOf(zip)
    let inflated = 0
    for (const entry of entries.filter(isXml))
      await inflate(zip, entry, (chunk) => {
        inflated += chunk.length
        if (inflated > zipLimits.total) throw new Error(`unpacks to more than ${zipLimits.total} bytes`)
        watch(entry.fileName, chunk)
      })
  } finally {
    zip.close()
  }
}

const isXml = (entry: Entry): boolean => /\.(xml|rels)$/i.test(entry.fileName)

const open = (bytes: Buffer): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    const options = { lazyEntries: true, validateEntrySizes: true, autoClose: false }
    fromBuffer(bytes, options, (error, zip) => (error ? reject(error) : resolve(zip)))
  })

const entriesOf = (zip: ZipFile): Promise<readonly Entry[]> =>
  new Promise((resolve, reject) => {
    const entries: Entry[] = []
    const names = new Set<string>()
    let total = 0
    const check = (entry: Entry): string | undefined => {
      const size = entry.uncompressedSize
      const most = isXml(entry) ? zipLimits.part : zipLimits.other
      total += size
      if (names.has(entry.fileName)) return `has two parts named \`${entry.fileName}\``
      if (entry.isEncrypted()) return 'is encrypted; save it without a password'
      if (size > most) return `has a part \`${entry.fileName}\` of ${size} bytes unpacked; at most ${most} are read`
      if (size > 10_000_000 && size > entry.compressedSize * zipLimits.ratio)
        return `has a part \`${entry.fileName}\` packed more than ${zipLimits.ratio} times, as attacks are`
      return total > zipLimits.total ? `unpacks to more than ${zipLimits.total} bytes` : undefined
    }
    if (zip.entryCount > zipLimits.entries) {
      reject(new Error(`has ${zip.entryCount} parts; at most ${zipLimits.entries} are read`))
      return
    }
    zip.on('error', reject).on('end', () => resolve(entries))
    zip.on('entry', (entry: Entry) => {
      const wrong = check(entry)
      if (wrong !== undefined) {
        reject(new Error(wrong))
        return
      }
      names.add(entry.fileName)
      entries.push(entry)
      zip.readEntry()
    })
    zip.readEntry()
  })

const doctype = Buffer.from('<!DOCTYPE')

const inflate = (zip: ZipFile, entry: Entry, onChunk: (chunk: Buffer) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) {
        reject(error)
        return
      }
      let size = 0
      let edge = Buffer.alloc(0)
      stream.on('error', reject).on('end', resolve)
      stream.on('data', (chunk: Buffer) => {
        try {
          size += chunk.length
          if (size > zipLimits.part) throw new Error(`has a part \`${entry.fileName}\` that is larger than it says`)
          const seen = Buffer.concat([edge, chunk])
          if (size === chunk.length && (chunk[0] === 0xff || chunk[0] === 0xfe || chunk.subarray(0, 8).includes(0)))
            throw new Error(`has a part \`${entry.fileName}\` that is not UTF-8`)
          if (seen.includes(doctype)) throw new Error(`has a part \`${entry.fileName}\` with a DOCTYPE`)
          edge = Buffer.from(seen.subarray(-(doctype.length - 1)))
          onChunk(chunk)
        } catch (problem) {
          stream.destroy()
          reject(problem)
        }
      })
    })
  })
