import { createHash } from 'node:crypto'

/**
 * SHA-256 (hex) over the UTF-8 of a text. A lone surrogate has no UTF-8 and hashes as U+FFFD; answers hold none,
 * ingest repairs them.
 */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
