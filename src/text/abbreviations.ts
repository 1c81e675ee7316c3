/**
 * English abbreviations, as `segments` reads them. An entry is a word in lower case without its last full stop; what
 * stands behind it says where the full stop is *not* the end of a sentence:
 *
 *   `dr`      wherever it stands
 *   `no 1`    before a number            (`No. 5`)
 *   `art I`   before a Roman numeral     (`Art. IV`)
 *   `etc a`   before a small letter      (`etc. and`)
 *   `. the`   no abbreviation: a word that starts a sentence even after initials (`by the U.N. The …`)
 */
const list = (words: string): readonly string[] => words.trim().split(/\s+/)

const always = list(`
  dr mr mrs ms messrs mme mlle prof hon rev fr sr st mt gen maj col lt capt cmdr sgt cpl insp supt gov sen rep pres amb
  e.g i.e eg ie cf vs viz approx ca incl excl esp resp i.a n.b nb
`)

const beforeNumber = list(`
  no nos nr art arts para paras par sec secs sect sects s ss subs subsec ch chap chaps cap cl cls reg regs r rr ord sch
  sched fig figs tab vol vols p pp pg ed app apps ann annex pt res dec doc act bk item al op cit est max min temp tel ext
  jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri usd eur us rs ksh
`)

const beforeRoman = list('art arts para paras par sec sect ch chap fig figs tab vol vols app apps ann annex pt sch cl')

const beforeSmallLetter = list(`
  etc al inc ltd co corp bros plc jr dept depts govt min dir admin assn assoc org univ inst intl int nat natl
  no nos nr art arts para paras sec sect ch fig tab vol pp p ed eds op cit ibid id loc misc seq est avg max temp tel ext
  a.m p.m ph.d m.sc b.sc e i c a.k.a w.r.t inter abbr def repr fed prov distr mun km kg cm mm sq ha yr yrs hr hrs mth
  mths wk wks mill bn
`)

const starters = list(`
  a an the this that these those there here it its he she they we our i you in on at by for from with within without to
  as if when while where since after before during although though however moreover furthermore therefore thus hence
  also and but or so yet no not yes all any some many most more other another such each every both one two three
  finally first second third last what who which how why
`)

/** The English list. */
export const englishAbbreviations: ReadonlySet<string> = new Set([
  ...always,
  ...beforeNumber.map((word) => `${word} 1`),
  ...beforeRoman.map((word) => `${word} I`),
  ...beforeSmallLetter.map((word) => `${word} a`),
  ...starters.map((word) => `. ${word}`),
])
