import { chmodSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * Makes `npx verbatim` work in the project's own folder: npm links the commands of dependencies only. Run by `npm ci`
 * after the build; where links are not allowed, `node dist/cli/main.js` does the same.
 */
const main = fileURLToPath(new URL('./main.js', import.meta.url))
const folder = fileURLToPath(new URL('../../node_modules/.bin/', import.meta.url))
try {
  chmodSync(main, 0o755)
  mkdirSync(folder, { recursive: true })
  rmSync(`${folder}verbatim`, { force: true })
  symlinkSync('../../dist/cli/main.js', `${folder}verbatim`)
} catch (error) {
  process.stderr.write(`\`npx verbatim\` is not set up (${(error as Error).message}); use \`node dist/cli/main.js\`\n`)
}
