import { writeForms } from '../../app/forms.ts'
import type { Command } from '../command.ts'

/** `verbatim lexicon forms`: writes down the inflected forms that lexicons use. */
export const lexiconForms: Command = {
  name: 'lexicon forms',
  summary: 'write the inflected forms of all {lemmas} into lexicons/forms/en.json, to be read and corrected',
  arguments: [{ name: '<pipelines...>', description: 'pipelines whose lexicons are read' }],
  options: [],
  examples: ['verbatim lexicon forms pipelines/wildlife.yaml pipelines/upr.yaml'],
  run: async ({ arguments: [pipelines], print }) => {
    const { file, lemmas } = await writeForms(pipelines as readonly string[])
    print.line(`${file}: ${lemmas} lemmas`)
    return 0
  },
}
