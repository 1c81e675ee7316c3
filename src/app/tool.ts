import { createRequire } from 'node:module'

const { version } = createRequire(import.meta.url)('../../package.json') as { version: string }

/** What made a result: the program, and the engine and Unicode version it ran on. */
export const tool = {
  name: 'verbatim',
  version,
  node: process.versions.node,
  unicode: process.versions.unicode ?? '',
} as const
