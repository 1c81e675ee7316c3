import type { FigurePlan } from './figure.ts'
import { figureValue, roman } from './roman.ts'

/** A plan with its place in the row of figures, from 1. */
export interface NumberedPlan {
  readonly plan: FigurePlan
  readonly value: number
  /** Roman, such as `IV`. */
  readonly number: string
}

/**
 * Numbers the figures and puts them in this order. A number that the questionnaire states is kept (of two equal ones the
 * first). Figures that stand before all of these take the lowest numbers that are free, the others go on after the last.
 */
export const numberFigures = (plans: readonly FigurePlan[]): readonly NumberedPlan[] => {
  const values = new Map<FigurePlan, number>()
  const taken = new Set<number>()
  const take = (plan: FigurePlan, value: number): void => {
    values.set(plan, value)
    taken.add(value)
  }
  for (const plan of plans) {
    const value = plan.stated === undefined ? undefined : figureValue(plan.stated)
    if (value !== undefined && !taken.has(value)) take(plan, value)
  }
  const last = Math.max(0, ...taken)
  const firstStated = plans.findIndex((plan) => values.has(plan))
  plans.forEach((plan, index) => {
    if (values.has(plan)) return
    let value = index < firstStated || firstStated < 0 ? 1 : last + 1
    while (taken.has(value)) value += 1
    take(plan, value)
  })
  return plans
    .map((plan) => ({ plan, value: values.get(plan)!, number: roman(values.get(plan)!) }))
    .toSorted((a, b) => a.value - b.value)
}
