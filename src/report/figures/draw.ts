import * as vega from 'vega'
import { compile, type TopLevelSpec } from 'vega-lite'

/** What the string renderer of Vega is called with; the package does not type it. */
interface StringRenderer {
  initialize(element: null, width: number, height: number, origin: readonly [number, number], scale: number): this
  background(colour: string | null): this
  render(scene: unknown): this
  svg(): string
}

/** The parts of a view that its own asynchronous `toSVG` is made of. */
interface OpenView {
  readonly _viewWidth: number
  readonly _viewHeight: number
  background(): string | null
  origin(): readonly [number, number]
  padding(): { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
  scenegraph(): { readonly root: unknown }
}

const { SVGStringRenderer } = vega as unknown as { readonly SVGStringRenderer: new () => StringRenderer }

interface Logger {
  readonly level: () => number
  readonly error: () => Logger
  readonly warn: () => Logger
  readonly info: () => Logger
  readonly debug: () => Logger
}
const ignore = (): Logger => quiet
const quiet: Logger = { level: () => 0, error: ignore, warn: ignore, info: ignore, debug: ignore }

/** A picture as Vega draws it, with its size in pixels. */
export interface Drawing {
  readonly svg: string
  readonly width: number
  readonly height: number
}

/**
 * Draws a specification that has its data in it, at once: same specification, same bytes. It goes the way of Vega's
 * `toSVG`, which gives a promise and could load files; this cannot.
 */
export const draw = (spec: TopLevelSpec): Drawing => {
  // Ids of clips and gradients are counted by the process.
  vega.resetSVGDefIds()
  const { spec: program } = compile(spec, { logger: quiet as never })
  const view = new vega.View(vega.parse(program), { renderer: 'none', logLevel: vega.None }).run()
  const opened = view as unknown as OpenView
  const padding = opened.padding()
  const origin = opened.origin()
  const width = Math.max(0, opened._viewWidth + padding.left + padding.right)
  const height = Math.max(0, opened._viewHeight + padding.top + padding.bottom)
  const svg = new SVGStringRenderer()
    .initialize(null, width, height, [padding.left + origin[0], padding.top + origin[1]], 1)
    .background(opened.background())
    .render(opened.scenegraph().root)
    .svg()
  view.finalize()
  return { svg, width, height }
}
