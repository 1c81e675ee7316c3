import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anchor, escapeHtml, html, withCode } from '../../src/report/markup.ts'

test('what is put into a template is escaped, markup is not escaped twice', () => {
  const name = '<b>"R&D"</b>'
  expect(html`<i title="${name}">${[html`<u>${name}</u>`, 3, null]}</i>`.html).toBe(
    '<i title="&#60;b&#62;&#34;R&#38;D&#34;&#60;/b&#62;"><u>&#60;b&#62;&#34;R&#38;D&#34;&#60;/b&#62;</u>3</i>',
  )
})

test('controls, lone surrogates and turns of direction do not reach the page', () => {
  expect(escapeHtml('a\0b\x1bc\x85d\ud800e\tf\ng')).toBe('a\ufffdb\ufffdc\ufffdd\ufffde\tf\ng')
  expect(escapeHtml('\u202egnp.exe\u202c\u2066x\u2069')).toBe('gnp.exex')
  expect(escapeHtml('😀 ‏שלום')).toBe('😀 ‏שלום')
})

test('escaped text has no markup and says the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const escaped = escapeHtml(text)
      expect(escaped).not.toMatch(/[<>"'`]/)
      const back = escaped.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
      expect(back).toBe(
        text.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]/g, '\ufffd').replace(/[\u202a-\u202e\u2066-\u2069]/g, ''),
      )
    }),
  )
})

test('places are safe in attributes and addresses, and differ where names differ', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(anchor('code', a)).toMatch(/^code--[A-Za-z0-9._-]*$/)
      expect(anchor('code', a) === anchor('code', b)).toBe(a === b)
    }),
  )
})

test('names between backticks are set as code', () => {
  expect(html`${withCode('found `a<b`, expected `c`')}`.html).toBe(
    'found <code>a&#60;b</code>, expected <code>c</code>',
  )
})
