import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { importerOf, importers } from '../../../src/lexicon/importers/index.ts'
import { lexiconSchema } from '../../../src/lexicon/schema.ts'
import { coder, imported, rules, told } from './importing.ts'

const lines = (...all: string[]): string => all.join('\r\n')

const samples: Readonly<Record<string, readonly [file: string, text: string]>> = {
  liwc: ['a.dic', lines('%', '1\tFirst', '2\tSecond', '%', 'train*\t1\t2', '9 11\t1', 'like\t(1)2/1')],
  liwc22: ['a.dicx', lines('DicTerm,First,Second', 'train*,X,', '"a, b",,0.5')],
  wordstat: [
    'a.cat',
    lines('FIRST', '\tTRAIN* (1)', '\tCIVIL_WAR (2)', '\tINNER', '\t\tX? (1)', '\t@R [TRAIN NEAR #INNER /S 3] (1)'),
  ],
  yoshikoder: [
    'a.ykd',
    '<?xml version="1.0"?><dictionary style="050805" patternengine="substring"><cnode name="Root"><cnode name="First"><pnode name="train*"/></cnode></cnode></dictionary>',
  ],
  lexicoder: ['a.lc3', lines('+FIRST#AA0000', 'train* ', ' bad ')],
  'quanteda-yaml': ['a.yml', 'First:\n  - train*\n  - customs officer\nSecond: {__: [x], Inner: [y]}\n'],
  keywords: [
    'a.json',
    JSON.stringify({
      stopwords: ['of', 'the'],
      institution_rules: [
        { facet: 'f', guard: 'CAT', code: 'CAT', strip: '', any: [{ view: 'raw', contains: 'CAT' }] },
      ],
    }),
  ],
}

describe('every importer', () => {
  it('has a sample here', () => {
    expect(Object.keys(samples).sort()).toEqual(importers.map(({ id }) => id).sort())
  })

  for (const [id, [file, text]] of Object.entries(samples)) {
    it(`${id}: knows its file by its text, whatever its name`, () => {
      expect(importerOf('dictionary', text)?.id).toBe(id)
      expect(importerOf(file, '')?.id).toBe(id)
    })

    it(`${id}: gives a lexicon of our language whose examples hold`, () => {
      const result = imported(file, text)
      const { codes } = lexiconSchema.parse(result.lexicon)
      const coded = coder(result)
      for (const { id: code, path } of result.codes) {
        const { yes, no } = codes[code]!.examples
        for (const example of yes) expect(coded(example as string)).toContain(path.join('/'))
        for (const example of no) expect(coded(example as string)).not.toContain(path.join('/'))
      }
      expect(result.codes.length).toBeGreaterThan(0)
    })

    it(`${id}: says that a file of another kind has nothing for it, and does not throw`, () => {
      const importer = importers.find((each) => each.id === id)!
      fc.assert(
        fc.property(
          fc.oneof(
            fc.string({ unit: 'binary', maxLength: 60 }),
            fc.constantFrom(...Object.values(samples).map(([, other]) => other)),
          ),
          (other) => {
            const { codes, findings } = importer.read({ name: 'x', text: other, yaml: () => undefined })
            if (codes.length === 0) expect(findings.some(({ level }) => level === 'error')).toBe(true)
          },
        ),
        { numRuns: 40 },
      )
    })
  }

  it('tells the first findings of a kind, and numbers the rest', () => {
    const text = `%\n1\tFirst\n%\n${Array.from({ length: 50 }, (_, index) => `word${index}\t7`).join('\n')}\nx\t1`
    const { findings } = imported('a.dic', text)
    expect(findings.length).toBe(21)
    expect(findings[20]!.message).toContain('30 more like these, on the lines 24, 25')
  })

  it('keeps ids apart where names fold to one', () => {
    const result = imported('a.lc3', lines('+A B', 'x', '+a-b', 'y', '+Ä b', 'z'))
    expect(result.codes.map(({ id }) => id)).toEqual(['a-b', 'a-b-2', 'a-b-3'])
  })
})

describe('Yoshikoder', () => {
  const ykd = (inside: string, attributes = 'patternengine="substring"'): string =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<dictionary style="050805" ${attributes}>\n${inside}\n</dictionary>`

  it('keeps the terms of a category that has categories of its own', () => {
    const text = ykd(
      '<cnode name="A category"><cnode name="sub"><pnode name="more"/></cnode><pnode name="lamb"/><pnode name="little"/></cnode>',
    )
    expect(rules(imported('a.ykd', text))).toEqual({ 'A category': ['lamb', 'little'], 'A category/sub': ['more'] })
  })

  it('gives a category its own children only, not those of its earlier neighbours', () => {
    const text = ykd(
      '<cnode name="Root"><cnode name="State"><pnode name="s"/></cnode><cnode name="Institutions"><cnode name="In"><pnode name="i"/></cnode></cnode><cnode name="Groups"><pnode name="g"/></cnode></cnode>',
    )
    expect(rules(imported('a.ykd', text))).toEqual({ State: ['s'], 'Institutions/In': ['i'], Groups: ['g'] })
  })

  it('V37: reads words of several words below two levels', () => {
    const text = ykd(
      '<cnode name="Dictionary"><cnode name="pos"><cnode name="A"><pnode name="a word"/></cnode><cnode name="B"><pnode name="b word"/></cnode></cnode></cnode>',
    )
    const result = imported('a.ykd', text)
    expect(rules(result)).toEqual({ 'pos/A': ['a word'], 'pos/B': ['b word'] })
    expect(result.lexicon.title).toBe('Dictionary')
    expect(coder(result)('One b word, one a word.')).toEqual(['pos/B', 'pos/A'])
  })

  it('tells of scores and of regular expressions, with their lines', () => {
    expect(told(imported('a.ykd', ykd('<cnode name="A">\n<pnode name="x" score="2"/>\n</cnode>')))).toEqual([
      'warning import/weight 4',
    ])
    const regular = imported(
      'a.ykd',
      ykd('<cnode name="A">\n<pnode name="plain"/>\n<pnode name="a.c"/>\n</cnode>', 'patternengine="regexp"'),
    )
    expect(told(regular)).toEqual(['warning import/regex 5'])
    expect(rules(regular)).toEqual({ A: ['plain'] })
  })

  it('refuses a DOCTYPE, broken XML and nesting without end', () => {
    const error = (text: string): string =>
      imported('a.ykd', text)
        .findings.map(({ message }) => message)
        .join('; ')
    expect(
      error('<!DOCTYPE d [<!ENTITY a "b">]><dictionary><cnode name="A"><pnode name="&a;"/></cnode></dictionary>'),
    ).toContain('DOCTYPE')
    expect(error(ykd('<cnode name="A"><pnode name="x"></cnode>'))).toContain('cannot be read')
    expect(error(ykd('<cnode name="A">'.repeat(60)))).toContain('nested more than 50 deep')
  })
})

describe('Lexicoder', () => {
  it('takes the plus and the colour off the name, and the padding off the terms', () => {
    expect(rules(imported('a.lc3', lines('+A CATEGORY', ' lamb ', 'little*', '+negative#AA0000', 'bad')))).toEqual({
      'A CATEGORY': ['lamb', 'little*'],
      negative: ['bad'],
    })
  })

  it('tells of a term before the first category, and of one without letters', () => {
    const result = imported('a.lc3', lines('+A', ':)', 'x'))
    expect(told(result)).toEqual(['warning import/no-word 2'])
    expect(
      told(importers.find(({ id }) => id === 'lexicoder')!.read({ name: 'a.lc3', text: lines('lost', '+A', 'x') })),
    ).toEqual(['warning import/no-category 1'])
  })
})

describe('WordStat', () => {
  const cat = lines(
    'CULTURE',
    '\tPEOPLE (1)',
    '\tWAR_IN_IRAQ (1)',
    '\tCIVIL_WAR (1)',
    '\tCULTURE-HIGH',
    '\t\tART (1)',
    '\t\tDANCE (1)',
    '\tCULTURE-POPULAR',
    '\t\tMEDIA (1)',
    '\tSPORT',
    '\t\tANGLER* (1)',
  )

  it('V33: keeps categories and terms below one parent apart, and finds phrases', () => {
    const result = imported('a.cat', cat)
    expect(rules(result)).toEqual({
      CULTURE: ['people', 'war in iraq', 'civil war'],
      'CULTURE/CULTURE-HIGH': ['art', 'dance'],
      'CULTURE/CULTURE-POPULAR': ['media'],
      'CULTURE/SPORT': ['angler*'],
    })
    expect(result.findings).toEqual([])
    expect(coder(result)('The civil war and the anglers')).toEqual(['CULTURE', 'CULTURE/SPORT'])
  })

  it('V36: a category NA is a name like any other', () => {
    const text = lines('SOUTH', '\tBW', '\t\tBOTSWANA (1)', '\tNA', '\t\tNAMIBIA (1)')
    expect(rules(imported('a.cat', text))).toEqual({ 'SOUTH/BW': ['botswana'], 'SOUTH/NA': ['namibia'] })
  })

  it('keeps weights in notes and tells of them', () => {
    const result = imported('a.cat', lines('BAD', '\tAWFUL (10)', '\tTERRIBLE (1.5)', '\tPOOR (1)'))
    expect(rules(result)).toEqual({ BAD: ['awful (weight 10)', 'terrible (weight 1.5)', 'poor'] })
    expect(told(result)).toEqual(['warning import/weight 2', 'warning import/weight 3'])
  })

  it('turns rules of two operands into ours, and tells of those it cannot', () => {
    const result = imported(
      'a.cat',
      lines(
        'POSITIVE_WORDS',
        '\tGOOD (1)',
        'NEGATIONS',
        '\tNOT (1)',
        '\tNEVER (1)',
        'JUDGED',
        '\t@NOTGOOD [#POSITIVE_WORDS AFTER #NEGATIONS /S 3] (1)',
        '\t@REALGOOD [#POSITIVE_WORDS NOT AFTER #NEGATIONS /S 3] (1)',
        '\t@ODD [A OR (B NEAR C)] (1)',
      ),
    )
    expect(rules(result).JUDGED).toEqual([
      '@category-negations PRE/3 @category-positive-words',
      '@category-positive-words NOT/0 (@category-negations PRE/3 @category-positive-words)',
    ])
    expect(told(result)).toEqual(['warning import/rule 7', 'warning import/rule 8', 'warning import/rule 9'])
    const coded = coder(result)
    expect(coded('It is never very good').filter((code) => code === 'JUDGED').length).toBe(1)
    expect(coded('It is good').filter((code) => code === 'JUDGED').length).toBe(1)
  })

  it('takes the marks off a category name', () => {
    expect(rules(imported('a.cat', lines('+STATE+', '\tLAW (1)')))).toEqual({ STATE: ['law'] })
  })

  it('is read as Yoshikoder where the file holds XML', () => {
    expect(importerOf('a.cat', samples.yoshikoder![1])?.id).toBe('yoshikoder')
  })
})

describe('LIWC', () => {
  const dic = (legend: readonly string[], ...body: string[]): string => lines('%', ...legend, '%', ...body)
  const two = ['01\tA_CATEGORY', '02\tANOTHER_CATEGORY']

  it('V34: reads categories and terms', () => {
    const text = dic(two, 'had\t02', 'lamb\t01', 'little\t01', 'mary\t02', 'more\t01')
    expect(rules(imported('mary.dic', text))).toEqual({
      A_CATEGORY: ['lamb', 'little', 'more'],
      ANOTHER_CATEGORY: ['had', 'mary'],
    })
  })

  it('V35: joins what stands on several lines, takes 01 for 1, and tells of unknown categories', () => {
    const result = imported('a.dic', dic(two, 'little\t1', 'little  02', 'more\t01\t2', 'lost\t03'))
    expect(rules(result)).toEqual({ A_CATEGORY: ['little', 'more'], ANOTHER_CATEGORY: ['little', 'more'] })
    expect(told(result)).toEqual(['warning import/unknown-category 8'])
  })

  it('keeps a term of numbers', () => {
    expect(rules(imported('a.dic', dic(two, '9 11\t1', '24 7 02')))).toEqual({
      A_CATEGORY: ['9 11'],
      ANOTHER_CATEGORY: ['24 7'],
    })
  })

  it('keeps the nesting of an indented legend, blank first line or not', () => {
    const text = `\r\n\r\n${dic(['1\tPronoun', '\t22\tSub', '\t\t3\tDeep', '4\tTop'], 'I\t1\t22', 'me\t3', 'x\t4')}`
    expect(rules(imported('a.dic', text))).toEqual({
      Pronoun: ['i'],
      'Pronoun/Sub': ['i'],
      'Pronoun/Sub/Deep': ['me'],
      Top: ['x'],
    })
  })

  it('turns a condition on the word before into two rules', () => {
    const result = imported(
      'a.dic',
      dic(['2\tPerson', '125\tFeeling', '464\tFiller'], 'i\t2', 'we\t2', 'like\t(02)125/464'),
    )
    expect(rules(result)).toEqual({
      Person: ['i', 'we'],
      Feeling: ['[@category-2] like'],
      Filler: ['like NOT/0 [[@category-2] like]'],
    })
    expect(told(result)).toEqual(['note import/condition 8'])
    const coded = coder(result)
    expect(coded('we like it')).toEqual(['Person', 'Feeling'])
    expect(coded('it was like that')).toEqual(['Filler'])
  })

  it('turns a condition on the word behind into two rules', () => {
    const result = imported('a.dic', dic(['125\tKind', '131\tSort'], 'kind\t<of>131/125', 'warm (of)\t131'))
    expect(rules(result)).toEqual({ Kind: ['kind NOT/0 [kind of]'], Sort: ['kind of', 'warm of'] })
    const coded = coder(result)
    expect(coded('a kind of bird')).toEqual(['Sort'])
    expect(coded('a kind bird')).toEqual(['Kind'])
  })

  it('tells of lines without category, of marks that it does not know, and of faces', () => {
    expect(told(imported('a.dic', dic(two, 'x\t1', 'lost', 'y\t1\t?!', ':)\t1')))).toEqual([
      'warning import/no-category 6',
      'warning import/mark 7',
      'warning import/no-word 8',
      'warning import/empty-category',
    ])
  })

  it('does without a byte order mark or with one', () => {
    expect(rules(imported('a.dic', `\ufeff${dic(two, 'x\t1')}`))).toEqual({ A_CATEGORY: ['x'] })
  })
})

describe('LIWC-22', () => {
  it('reads crosses and numbers, quoted terms and repeated rows', () => {
    const result = imported('a.dicx', lines('Entry,First,Second', 'train*,X,', 'train*,,1', '"a, b",x,', 'c,0,2.5'))
    expect(rules(result)).toEqual({ First: ['train*', 'a ~0 b'], Second: ['train*', 'c (weight 2.5)'] })
    expect(told(result)).toEqual(['warning import/weight 5'])
  })

  it('tells of cells that it does not know', () => {
    expect(told(imported('a.dicx', lines('DicTerm,First', 'a,X', 'b,maybe', 'c,X,X')))).toEqual([
      'warning import/mark 3',
      'warning import/cells 4',
    ])
  })
})

describe('quanteda', () => {
  it('reads names and terms as they are written', () => {
    const text = 'NO: [no]\nother:\n  - y\n  - 0911\n  - null\n'
    expect(rules(imported('a.yml', text))).toEqual({ NO: ['no'], other: ['y', '0911', 'null'] })
  })

  it('keeps a map inside a list as a category, and the own terms of a category with others inside', () => {
    const text = 'A:\n  - a\n  - B: [b]\nC:\n  __: [c]\n  D: d\n'
    expect(rules(imported('a.yml', text))).toEqual({ A: ['a'], 'A/B': ['b'], C: ['c'], 'C/D': ['d'] })
  })

  it('makes gaps of whole words left open, and says so', () => {
    const result = imported('a.yml', 'C: ["Federal * of *", "*"]\n')
    expect(rules(result)).toEqual({ C: ['federal ~1 of'] })
    expect(told(result)).toEqual(['warning import/open-word', 'warning import/open-word', 'warning import/no-word'])
  })
})

describe('keyword lists', () => {
  const result = imported(
    'a.json',
    JSON.stringify({
      stopwords: ['of', 'the', 'on', 'against'],
      institution_rules: [
        {
          facet: 'f',
          guard: 'CAT',
          code: 'CAT',
          strip: '',
          any: [
            { view: 'nostop', contains: 'committee torture' },
            { view: 'raw', contains: 'CAT' },
          ],
        },
        {
          facet: 'f',
          guard: 'CRC',
          code: 'CRC',
          strip: '',
          any: [
            {
              all: [
                { view: 'raw', contains: 'CRC' },
                { view: 'raw', not_contains: 'ICRC' },
              ],
            },
          ],
        },
        {
          facet: 'f',
          guard: 'X',
          code: 'E',
          strip: ',',
          any: [
            { view: 'nostop', contains: 'economic social rights' },
            { view: 'raw', contains: ' CED ' },
          ],
        },
      ],
      action_verb: {
        view: 'nostop',
        keywords: { ratify: ['ratif'], sign: ['sign '] },
        special: [
          { code: 'help', rule: "raw contains ('assistance ' or 'support ') and raw contains 'international'" },
          { code: 'odd', rule: 'whatever the moon says' },
        ],
      },
    }),
  )
  const coded = coder(result)

  it('finds what the substrings find, by whole words', () => {
    expect(coded('The Committee against the Torture of animals')).toEqual(['f/CAT'])
    expect(coded('OPCAT, but no cat and no EDUCATION of cats')).toEqual(['f/CAT'])
    expect(coded('ICERD and CRC')).toEqual(['f/CRC'])
    expect(coded('CRC by the ICRC')).toEqual([])
    expect(coded('economic, social and CED rights')).toEqual(['f/E'])
    expect(coded('economic, social rights')).toEqual(['f/E'])
    expect(coded('CEDAW')).toEqual([])
    expect(coded('ratifying what we design and sign.')).toEqual(['action_verb/ratify', 'action_verb/sign'])
    expect(coded('support for the international court')).toEqual(['action_verb/help'])
  })

  it('tells of guards, and of rules that are sentences', () => {
    expect(result.findings.map(({ level, rule }) => `${level} ${rule}`)).toEqual([
      'note import/guard',
      'warning import/rule',
      'warning import/rule',
      'warning import/empty-category',
    ])
  })
})
