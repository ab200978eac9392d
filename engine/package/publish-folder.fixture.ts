import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { publishFolder } from './publish-folder.ts'

/** A program that publishes folders under one name, as fast as it can, once it is told to. */
const [home = '', name = '', own = '', times = '0'] = process.argv.slice(2)
const folders = Array.from({ length: Number(times) }, (_, at) => path.join(home, `.${own}-${at}`))
for (const [at, folder] of folders.entries()) {
  await mkdir(folder)
  await writeFile(path.join(folder, 'whose'), `${own}-${at}`)
}
const told = new Promise((resolve) => process.once('message', resolve))
process.send?.('ready')
await told
const published: string[] = []
for (const folder of folders) published.push(await publishFolder(folder, home, name))
process.send?.(published)
process.disconnect()
