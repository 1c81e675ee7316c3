const leastRate = 100
const leastRatio = 25
/** Flat: with the largest lexicon still this part of the speed with the smallest. */
const leastFlat = 0.75
const leastScaling = 1.6
const mostMemory = 1000
const goalAnswers = 1_000_000
/** With fewer answers each worker's start is most of the time. */
const fewestForScaling = 100_000
const size = 2000

/** Each bar with what was measured and whether it was met (`undefined`: too small a run to say); those not measured are left out. */
export const judge = (corpora, scale) => [
  ...corpora.flatMap(({ name, results }) => judgeCorpus(name, results)),
  ...(scale ? judgeScale(scale) : []),
]

const judgeCorpus = (name, results) => {
  const bars = []
  const at = (terms, key) => results.find((result) => result.size === terms)?.found.get(key)
  const own = at(size, 'context')
  if (own) {
    const measured = `${own.best.toFixed(1)} MB/s (median ${own.median.toFixed(1)})`
    bars.push({ bar: `${name}: ≥ ${leastRate} MB/s with context at 2,000 terms`, measured, met: own.best >= leastRate })
    for (const [key, what] of Object.entries({ winkFull: 'full pipe', winkEntities: 'custom entities alone' })) {
      const rival = at(size, key)
      if (!rival) continue
      const ratio = own.best / rival.best
      const bar = `${name}: ≥ ${leastRatio} × wink-nlp at 2,000 terms, ${what}`
      bars.push({ bar, measured: `${ratio.toFixed(1)} ×`, met: ratio >= leastRatio })
    }
  }
  for (const [key, what] of Object.entries({ match: 'matching', context: 'with context' })) {
    const [first, last] = [results[0], results.at(-1)].map(({ found }) => found.get(key))
    if (!first || !last || results.length < 2) continue
    const kept = last.best / first.best
    const bar = `${name}: flat from ${results[0].size.toLocaleString('en')} to ${results.at(-1).size.toLocaleString('en')} terms (≥ ${100 * leastFlat} % of the speed), ${what}`
    bars.push({ bar, measured: `${Math.round(100 * kept)} %`, met: kept >= leastFlat })
  }
  return bars
}

const judgeScale = ({ answers, runs }) => {
  const [one, two] = [1, 2].map((count) => runs.find(({ workers }) => workers === count))
  const bars = []
  if (one && two) {
    const ratio = one.seconds / two.seconds
    const measured = `${ratio.toFixed(2)} × on ${answers.toLocaleString('en')} answers`
    const met = answers >= fewestForScaling ? ratio >= leastScaling : undefined
    bars.push({ bar: `\`--workers 2\` ≥ ${leastScaling} × one`, measured, met })
  }
  for (const { workers, peak } of runs) {
    if (peak === undefined) continue
    const bar = `1,000,000 answers in ≤ 1 GB, \`--workers ${workers}\``
    const measured = `${Math.round(peak)} MB at ${answers.toLocaleString('en')} answers`
    bars.push({ bar, measured, met: answers >= goalAnswers ? peak <= mostMemory : undefined })
  }
  return bars
}
