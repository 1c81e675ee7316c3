/**
 * British and American spellings of one word: what a lexicon writes in the one, it finds in the other. Rules of word
 * endings and a few stems; a variant that is no English word is never met and does no harm.
 */
export const spellings = (word: string): readonly string[] => {
  const found = new Set([word])
  for (const [pattern, replacement] of rules)
    for (const known of [...found]) found.add(known.replace(pattern, replacement))
  return [...found]
}

const rules: readonly (readonly [RegExp, string])[] = [
  [/(..)is(e|es|ed|er|ers|ing|ation|ations|ational|able)$/, '$1iz$2'],
  [/(..)iz(e|es|ed|er|ers|ing|ation|ations|ational|able)$/, '$1is$2'],
  [/(anal|paral|catal)ys(e|es|ed|er|ers|ing)$/, '$1yz$2'],
  [/(anal|paral|catal)yz(e|es|ed|er|ers|ing)$/, '$1ys$2'],
  [/^(behavi|col|fav|harb|hon|lab|neighb|rum|endeav|vap|arm|flav|hum|sav|vig|rig|od)our/, '$1or'],
  [
    /^(behavi|col|fav|harb|hon|lab|neighb|rum|endeav|vap|arm|flav|sav|vig|rig)or(?=$|s$|ed$|ing$|able$|ite$|al$|less$|ers?$|hood$)/,
    '$1our',
  ],
  [/(off|def|lic|pret)ence(s?)$/, '$1ense$2'],
  [/(off|def|lic|pret)ense(s?)$/, '$1ence$2'],
  [/^(lic)enc(ed|ing)$/, '$1ens$2'],
  [/^(cent|theat|fib|met|lit|calib)re(s?)$/, '$1er$2'],
  [/^(cent|theat|fib|met|lit|calib)er(s?)$/, '$1re$2'],
  [/(trave|mode|labe|channe|cance|counse|fue|tunne|marsha|signa|equa|dia)ll(ed|ing|er|ers)$/, '$1l$2'],
  [/(trave|mode|labe|channe|cance|counse|fue|tunne|marsha|signa|equa|dia)l(ed|ing|er|ers)$/, '$1ll$2'],
  [/^programme(s?)$/, 'program$1'],
  [/^program(s?)$/, 'programme$1'],
  [/^(catal|dial|anal)ogue(s?)$/, '$1og$2'],
  [/^(jewel)lery$/, '$1ry'],
  [/^(jewel)ry$/, '$1lery'],
  [/^(judg|acknowledg)ement(s?)$/, '$1ment$2'],
  [/^(judg|acknowledg)ment(s?)$/, '$1ement$2'],
  [/^(ful|enro|insta)l(s?|ment|ments)$/, '$1ll$2'],
  [/^(ful|enro|insta)ll(s?|ment|ments)$/, '$1l$2'],
  [/^skilful/, 'skillful'],
  [/^artefact/, 'artifact'],
  [/^artifact/, 'artefact'],
  [/^(p|end)aedi/, '$1edi'],
  [/^grey/, 'gray'],
  [/^sceptic/, 'skeptic'],
]
