// Prints for each line of a file what read makes of it, and how many megabytes a second
// of processor time that took.
import { readFileSync, writeSync } from 'node:fs'
import { createRequire } from 'node:module'

export const packages = createRequire(process.argv[3] + '/')

export function measure(read) {
  const lines = readFileSync(process.argv[2], 'utf8').trim().split('\n')
  for (const text of lines) writeSync(1, JSON.stringify(read(text)) + '\n')
  let size = 0
  const used = () => process.cpuUsage().user / 1e6
  const start = used()
  while (used() - start < 3) {
    for (let i = 0; i + 20 <= lines.length; i += 20) {
      const text = lines.slice(i, i + 20).join(' ')
      read(text)
      size += Buffer.byteLength(text)
    }
  }
  writeSync(1, JSON.stringify({ speed: size / 1e6 / (used() - start) }) + '\n')
}
