import type { Study } from '../../model/study.ts'
import type { Table } from '../../model/table.ts'
import { bars } from './bars.ts'
import { classes } from './classes.ts'
import { draw } from './draw.ts'
import { dress } from './dress.ts'
import type { Figure, FigureMaker } from './figure.ts'
import { type NumberedPlan, numberFigures } from './numbering.ts'
import { regions } from './regions.ts'
import { specOf } from './spec.ts'
import { altText, descText } from './telling.ts'

/** All kinds of figures, in the order of the report. A new kind is one file and one line here. */
export const figureMakers: readonly FigureMaker[] = [regions, classes, bars]

/** The figures of a study, numbered and drawn from its tables, in the order of their numbers. */
export const makeFigures = (study: Study, tables: readonly Table[]): readonly Figure[] =>
  numberFigures(figureMakers.flatMap((make) => make(study, tables))).map(drawFigure)

const drawFigure = ({ plan, number }: NumberedPlan): Figure => {
  const id = `figure-${number.toLowerCase()}`
  const drawing = draw(specOf(plan.chart))
  const desc = descText(plan.chart)
  return {
    ...plan,
    id,
    number,
    desc,
    alt: altText(`Figure ${number}`, plan.title, plan.chart),
    svg: dress(drawing, { id, title: `Figure ${number}. ${plan.title}`, desc }),
    width: drawing.width,
    height: drawing.height,
  }
}
