import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach } from 'vitest'

/** A folder of the test that runs, under a name that an address has to spell otherwise, for papers and what a printer leaves. */
export function paperDesk() {
  let home = ''
  /** Where temporary files go, on one system or another. */
  const names = ['TMPDIR', 'TEMP', 'TMP'] as const
  const real = names.map((name) => process.env[name])
  beforeEach(async () => {
    home = await mkdtemp(path.join(tmpdir(), 'kepuri-纸-'))
    await mkdir(path.join(home, '临时'))
    await mkdir(path.join(home, '报送 包 #1 100%20'))
    // Printers leave nothing among temporary files, which is seen best where nobody else has any.
    for (const name of names) process.env[name] = path.join(home, '临时')
  })
  afterEach(async () => {
    names.forEach((name, index) => {
      const value = real[index]
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    })
    await rm(home, { recursive: true, force: true, maxRetries: 5 })
  })
  const file = (name: string) => path.join(home, '报送 包 #1 100%20', name)
  return {
    file,
    leftovers: () => readdir(path.join(home, '临时')),
    /** Writes the page and gives its path. */
    async page(html: string): Promise<string> {
      await writeFile(file('报送核对单.html'), html)
      return file('报送核对单.html')
    },
    /** A program that stands in for a browser: a script for Node, which finds its words by `value`. */
    async program(script: string): Promise<string> {
      const place = path.join(home, '浏览器')
      const prelude = `const words = process.argv.slice(2), value = (name) => words.find((word) => word.startsWith(name + '='))?.slice(name.length + 1)`
      await writeFile(place, `#!${process.execPath}\n${prelude}\n${script}\n`, { mode: 0o755 })
      return place
    },
  }
}

/** Two sheets as a paper has them. */
export const twoSheets = (more = ''): string =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>报送核对单</title>
<style>@page { size: A4; margin: 0 } body { margin: 0 } section { width: 210mm; height: 297mm; break-after: page }</style>
<section>报送核对单 第一张</section><section>第二张 ${more}</section></html>`
