import { z } from 'zod'
import { Fault } from '../../shared/faults.ts'
import { askHost } from './ask-host.ts'
import { chooseFiles } from './choose-files.ts'
import { copyText } from './copy-text.ts'
import { chosenFiles, type Dropped, entriesOf, filesOf } from './dropped-files.ts'
import type { Host, ReceiveOptions } from './host.ts'
import { httpPort } from './http-port.ts'
import { upload } from './upload.ts'

const Saved = z.object({ claim: z.string() })
const Out = z.object({ claim: z.string(), shown: z.string() })
const Shown = z.object({ shown: z.boolean() })
const Diagnosed = z.object({ id: z.string(), name: z.string() })

/** The Host of a page that `kepuri serve` has sent: files go in by upload and out by download. */
export function createWebHost(): Host {
  return {
    kind: 'web',
    port: httpPort('/call'),
    async claim(dropped, options) {
      const entries = entriesOf(dropped)
      if (entries.length === 0) return []
      const files = await filesOf(entries, options?.signal)
      return receive(
        files,
        entries.map(({ name }) => name),
        options,
      )
    },
    async choose(what, options) {
      const files = chosenFiles(await chooseFiles(what))
      return files.length === 0 ? [] : receive(files, [], options)
    },
    async saveAs(name) {
      const { claim } = await askHost('/host/saves', { name }, Saved)
      return { claim, finish: async () => download(claim, name) }
    },
    outFolder: () => askHost('/host/out', {}, Out),
    // The program was started with it.
    chooseOutFolder: async () => undefined,
    reveal: async (id) => (await askHost('/host/reveal', { id }, Shown)).shown,
    download,
    contentUrl,
    copy: copyText,
    async exportDiagnostics() {
      const { id, name } = await askHost('/host/diagnostics', {}, Diagnosed)
      downloadFrom(`/host/diagnostics/${encodeURIComponent(id)}`, name)
      return true
    },
    async print() {
      window.print()
      return 'asked'
    },
  }
}

/** A folder without a file in it leaves nothing to claim: said as the engine would. */
async function receive(
  files: readonly Dropped[],
  paths: readonly string[],
  options: ReceiveOptions | undefined,
): Promise<readonly string[]> {
  if (files.length === 0) throw new Fault({ code: 'no-files', paths: [...paths], ignored: 0 })
  return upload(files, options)
}

const contentUrl = (id: string): string => `/file/${encodeURIComponent(id)}`

const download = (id: string, name: string): void => downloadFrom(contentUrl(id), name)

function downloadFrom(address: string, name: string): void {
  const link = document.createElement('a')
  link.href = `${address}?${new URLSearchParams({ download: name }).toString()}`
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
}
