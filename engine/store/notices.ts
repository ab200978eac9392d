import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import { Fault } from '../../shared/faults.ts'
import { type LoadedNotice, readNotice } from '../../shared/notice/load.ts'
import type { Notice } from '../../shared/notice/notice.ts'
import { readFault } from './system-fault.ts'

/** The rule packs that this installation knows: those shipped, and those loaded from files since. */
export interface Notices {
  list(): Promise<Notice[]>
  /** @throws Fault `notice-unknown` */
  get(id: string): Promise<Notice>
  /** Reads a pack file; from then on its id is known. @throws Fault `notice-invalid`, `not-found`, `not-readable` */
  load(file: string): Promise<Notice>
  /** Reads a pack file without taking it in. */
  read(file: string): Promise<LoadedNotice>
}

export function createNotices(resourcesDir: string): Notices {
  const folder = path.join(resourcesDir, 'notices')
  const loaded = new Map<string, Notice>()
  let shipped: Promise<Map<string, Notice>> | undefined

  const readShipped = async (): Promise<Map<string, Notice>> => {
    const names = (await readdir(folder)).filter(
      (name) => name.endsWith('.json') && !name.endsWith('.schema.json'),
    )
    const notices = await Promise.all(names.toSorted().map((name) => open(path.join(folder, name))))
    return new Map(notices.map((notice) => [notice.id, notice]))
  }
  const known = async (): Promise<Map<string, Notice>> =>
    new Map([...(await (shipped ??= readShipped())), ...loaded])

  return {
    list: async () => [...(await known()).values()],
    async get(id) {
      const notices = await known()
      const notice = notices.get(id)
      if (!notice) throw new Fault({ code: 'notice-unknown', notice: id, known: [...notices.keys()] })
      return notice
    },
    async load(file) {
      const notice = await open(file)
      loaded.set(notice.id, notice)
      return notice
    },
    read,
  }
}

async function open(file: string): Promise<Notice> {
  const result = await read(file)
  if (!result.ok) throw new Fault({ code: 'notice-invalid', path: file, problems: [...result.problems] })
  return result.notice
}

async function read(file: string): Promise<LoadedNotice> {
  try {
    return readNotice(await readFile(file, 'utf8'))
  } catch (error) {
    throw readFault(error, file)
  }
}
