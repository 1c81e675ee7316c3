import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { unzipSync } from 'fflate'
import type { Raster } from '../../../src/report/docx/picture.ts'
import { createRaster } from '../../../src/report/docx/raster.ts'

const { resolve } = createRequire(import.meta.url)

/** What draws pictures of points, with the program's fonts. */
export const rasterOf = async (): Promise<Raster> =>
  createRaster({
    wasm: readFileSync(resolve('@resvg/resvg-wasm/index_bg.wasm')),
    fonts: ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((name) =>
      readFileSync(`node_modules/dejavu-fonts-ttf/ttf/${name}`),
    ),
  })

/** The parts of a document as texts, those of pictures apart. */
export const partsOf = (bytes: Uint8Array): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, Buffer.from(part).toString('utf8')]))

/** Width and height of a picture of points. */
export const pngSize = (png: Uint8Array): readonly [width: number, height: number] => {
  const view = new DataView(png.buffer, png.byteOffset)
  return [view.getUint32(16), view.getUint32(20)]
}
