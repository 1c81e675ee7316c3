import { styleText } from 'node:util'
import { type Finding, placeText } from '../model/finding.ts'

/** The only way to the terminal. Results go to standard output; findings and progress to standard error. */
export interface Printer {
  readonly line: (text?: string) => void
  readonly json: (value: unknown) => void
  readonly findings: (findings: readonly Finding[]) => void
  /** Overwrites one line of a terminal; nothing where standard error is no terminal. */
  readonly progress: (text: string) => void
  readonly strong: (text: string) => string
  readonly faint: (text: string) => string
}

const most = 40

/** Makes a printer; `quiet` leaves out the progress. */
export const createPrinter = (quiet = false): Printer => {
  const colour = process.stdout.isTTY === true && process.env.NO_COLOR === undefined
  const terminal = process.stderr.isTTY === true && !quiet
  let open = false
  const clear = (): void => {
    if (open) process.stderr.write('\r\u001b[K')
    open = false
  }
  const style = (name: 'bold' | 'dim', text: string): string => (colour ? styleText(name, text) : text)
  return {
    line: (text = '') => {
      clear()
      process.stdout.write(`${printable(text)}\n`)
    },
    json: (value) => {
      clear()
      process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)
    },
    findings: (findings) => {
      clear()
      for (const { level, rule, message, where } of findings.slice(0, most)) {
        const place = placeText(where)
        process.stderr.write(`${printable(`${place === '' ? '' : `${place}  `}${level}  ${rule}\n    ${message}`)}\n`)
      }
      if (findings.length > most) process.stderr.write(`… and ${findings.length - most} more\n`)
    },
    progress: (text) => {
      if (!terminal) return
      process.stderr.write(`\r\u001b[K${printable(text)}`)
      open = true
    },
    strong: (text) => style('bold', text),
    faint: (text) => style('dim', text),
  }
}

/** Control characters of an answer could drive the terminal; only our own styles pass. */
const printable = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b-\u001a\u001c-\u001f\u007f-\u009f]|\u001b(?!\[\d+m)/g, '\ufffd')
