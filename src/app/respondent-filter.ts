import { byBytes } from '../model/order.ts'

/** Whether a respondent is in a list such as `R001,R051-R077`; ranges are of names of one length, ends included. */
export const respondentFilter = (list: string | undefined): ((respondent: string) => boolean) => {
  if (list === undefined) return () => true
  const parts = list
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const tests = parts.map((part) => {
    const found = /^(.+?)-(.+)$/.exec(part)
    if (!found) return (respondent: string) => respondent === part
    const [, from, to] = found as unknown as [string, string, string]
    return (respondent: string) =>
      respondent === part ||
      (respondent.length >= from.length &&
        respondent.length <= to.length &&
        byBytes(from, respondent) <= 0 &&
        byBytes(respondent, to) <= 0)
  })
  return (respondent) => tests.some((test) => test(respondent))
}
