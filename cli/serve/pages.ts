import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { systemReason } from '../../engine/store/system-reason.ts'
import { pageType } from '../../hosting/content-type.ts'
import { answerPage, baseHeaders } from './answers.ts'
import type { Route } from './route.ts'

/** Names under `assets` carry a hash of what they hold. */
const forever = 'private, max-age=31536000, immutable'

interface Page {
  readonly content: Buffer
  readonly type: string
  readonly cache: string
}

/**
 * The window's pages, read once: a request is looked up by its whole path, and none is ever made into a file's name.
 *
 * @param folder of the build; where it is missing, a page says so
 */
export async function pageRoutes(folder: string): Promise<readonly Route[]> {
  const pages = await readPages(folder)
  const index = pages.get('/index.html')
  if (!index) return [{ method: 'GET', path: /^\/$/, answer: ({ response }) => answerUnbuilt(response) }]
  const all = new Map([...pages, ['/', index] as const])
  const paths = [...all.keys()].map((one) => one.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
  return [
    {
      method: 'GET',
      path: new RegExp(`^(${paths.join('|')})$`),
      answer({ response }, wanted = '/') {
        const { content, type, cache } = all.get(wanted) ?? index
        const headers = { 'content-type': type, 'cache-control': cache, 'content-length': content.length }
        response.writeHead(200, { ...baseHeaders, ...headers }).end(content)
      },
    },
  ]
}

async function readPages(folder: string): Promise<ReadonlyMap<string, Page>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (systemReason(error) === 'ENOENT') return []
    throw error
  })
  const files = entries.filter((entry) => entry.isFile())
  return new Map(
    await Promise.all(
      files.map(async ({ parentPath, name }) => {
        const file = path.join(parentPath, name)
        const address = `/${path.relative(folder, file).split(path.sep).map(encodeURIComponent).join('/')}`
        const cache = address.startsWith('/assets/') ? forever : 'no-store'
        return [address, { content: await readFile(file), type: pageType(name), cache }] as const
      }),
    ),
  )
}

function answerUnbuilt(response: Parameters<typeof answerPage>[0]): void {
  const text =
    '程序的窗口还没有生成。请在程序的文件夹里运行 npm run build，再重新启动；命令行的功能不受影响。'
  answerPage(response, 503, '窗口还没有生成', text)
}
