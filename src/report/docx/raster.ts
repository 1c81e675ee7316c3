import { initWasm, Resvg } from '@resvg/resvg-wasm'
import type { Raster } from './picture.ts'

/** The files that pictures are made with: the program that draws, and the fonts. */
export interface RasterFiles {
  readonly wasm: Uint8Array
  readonly fonts: readonly Uint8Array[]
}

/** Points for one pixel of a drawing: sharp on paper. */
const zoom = 2

let started: Promise<void> | undefined

/** Draws pictures of points, the same bytes everywhere: no font of the system is used. */
export const createRaster = async ({ wasm, fonts }: RasterFiles): Promise<Raster> => {
  // The module keeps one engine for the process, and refuses a second.
  started ??= initWasm(wasm)
  await started
  const font = { fontBuffers: [...fonts], defaultFontFamily: 'DejaVu Sans', sansSerifFamily: 'DejaVu Sans' }
  return (svg) => {
    const drawing = new Resvg(svg, { font, fitTo: { mode: 'zoom', value: zoom } })
    const image = drawing.render()
    const png = image.asPng()
    image.free()
    drawing.free()
    return png
  }
}
