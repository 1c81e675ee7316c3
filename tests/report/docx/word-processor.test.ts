import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { renderDocx } from '../../../src/report/docx/document.ts'
import { littleLayers, reportOf } from '../little-report.ts'
import { rasterOf } from './tools.ts'

/** LibreOffice, where it is on the path. */
const hasOffice = spawnSync('soffice', ['--version']).status === 0
const missing = hasOffice
  ? ''
  : ' (skipped: no `soffice` on the path; install LibreOffice Writer, on Debian `libreoffice-writer`)'

test.skipIf(!hasOffice)(
  `a word processor opens the document and keeps its headings and captions${missing}`,
  { timeout: 90_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'verbatim-docx-'))
    try {
      writeFileSync(join(folder, 'report.docx'), await renderDocx(reportOf(littleLayers()).content, await rasterOf()))
      const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
      execFileSync(
        'soffice',
        [profile, '--headless', '--convert-to', 'fodt', '--outdir', folder, join(folder, 'report.docx')],
        {
          stdio: 'ignore',
        },
      )
      const opened = readFileSync(join(folder, 'report.fodt'), 'utf8')
      expect(opened.match(/<text:h [^>]*text:outline-level="1"/g)).toHaveLength(4)
      expect(opened.match(/<text:h [^>]*text:outline-level="2"/g)?.length).toBeGreaterThan(8)
      expect(opened.match(/<draw:frame /g)?.length).toBeGreaterThanOrEqual(5)
      expect(opened.match(/<text:sequence [^>]*text:name="Figure"/g)).toHaveLength(5)
      expect(opened).toContain('table:table-header-rows')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
)
