import { execFile } from 'node:child_process'
import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { samplePhoto } from '../engine/samples/photo.ts'
import type { SendingChoice } from '../shared/packing/sending.ts'
import { type ProjectDocument, taskDraft } from '../shared/project/document.ts'
import { type Folders, type KillableApp, startKillable, type Victim } from './kill-app.ts'
import { type Clerk, lacksOf, newLedger, startClerk } from './kill-clerk.ts'
import type { Random } from './torture/random.ts'

const task = 'media'
/** A clerk may wait that long for a program to come back; a round that takes longer hangs. */
const patienceMs = 60_000
const program = path.join(import.meta.dirname, '..', 'out', 'cli', 'kepuri.js')
const ways: readonly [SendingChoice, ...SendingChoice[]] = [
  {},
  { plan: 'split', cap: 9 * 1024 * 1024 },
  { plan: 'disk' },
]
const scenes = ['scienceVan', 'windFarm'] as const
const unit = {
  name: '辽宁省气象学会',
  class: 'society',
  region: '沈阳市',
  contact: '李四',
  phone: '024-23221703',
}

async function begin(app: KillableApp): Promise<ProjectDocument> {
  const { client } = app
  for (let index = 0; index < 6; index += 1) {
    const scene = scenes[index % 2] ?? 'windFarm'
    const variant = { mirrored: index % 4 > 1, inverted: index > 3, seed: index + 1 }
    const photo = { width: 2600, height: 1950, quality: 98, takenAt: '2023:05:20 09:30:00', ...variant }
    await app.put('drop-kill-rounds', `素材/IMG_${index}.JPG`, await samplePhoto(scene, photo))
  }
  const { claims } = (await app.ask('/host/drops/drop-kill-rounds')) as { claims: string[] }
  const { id: project } = await client['project.create']({ notice: 'liaoning-2023' })
  const { document, added } = await client['project.add-sources']({ project, task, claims })
  const values = added.map((id, index) => ({
    id,
    fields: {
      title: `科普活动${index + 1}`,
      creator: '张三 摄',
      takenAt: '2023年5月20日',
      place: '沈阳市沈河区文化路小学',
      caption: '还没有修改。',
    },
  }))
  await client['project.edit']({
    project,
    revision: document.revision,
    edits: [
      { type: 'set-unit', unit },
      { type: 'set-values', task, values },
    ],
  })
  // Measured once in peace, for a file that was looked at twice when the engine died is suspected of it.
  await client['media.probe']({ files: [...added] })
  return client['project.open']({ project })
}

/** Has the packages go out another way; the last two put two photos into a part, or write a folder. */
async function sendBy(
  { client }: KillableApp,
  { id, revision }: ProjectDocument,
  sending: SendingChoice,
): Promise<ProjectDocument> {
  await client['project.edit']({ project: id, revision, edits: [{ type: 'set-sending', task, sending }] })
  return client['project.open']({ project: id })
}

const within = <T>(doing: string, promise: Promise<T>): Promise<T> => {
  const late = wait(patienceMs, undefined, { ref: false }).then(() => {
    throw new Error(`${doing}：${patienceMs / 1000} 秒没有结果`)
  })
  return Promise.race([promise, late])
}

/** Judged by another process that knows nothing of this one. */
const verify = (folders: readonly string[], dataDir: string): Promise<readonly string[]> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      [program, 'verify', '--json', ...folders],
      { env: { ...process.env, KEPURI_DATA_DIR: dataDir }, maxBuffer: 1 << 26 },
      (error, said) => resolve(error ? [`包没有通过核对：${said.slice(0, 2000) || error.message}`] : []),
    )
  })

const isHidden = (name: string): boolean => name.startsWith('.')

/** What of the packages is not as it must be; those that were looked at are taken away, for the disk is not endless. */
async function packageTroubles(
  { client }: KillableApp,
  document: ProjectDocument,
  { home, out }: { readonly home: string; readonly out: string },
): Promise<{ troubles: readonly string[]; fresh: number; unrecorded: number }> {
  const places = (await readdir(out).catch((): string[] => []))
    .filter((name) => !isHidden(name))
    .map((name) => path.join(out, name))
  if (places.length === 0) return { troubles: [], fresh: 0, unrecorded: 0 }
  const states = await client['project.packages']({ project: document.id, task })
  const whole = new Set(states.filter(({ state }) => state === 'whole').map(({ package: id }) => id))
  // A folder that was taken away leaves its name to a later package, of which the older record does not speak.
  const recorded = new Set(
    taskDraft(document, task)
      .packages.filter(({ id }) => whole.has(id))
      .map(({ result }) => result.out),
  )
  const troubles = await verify(places, path.join(home, 'verify'))
  for (const place of places) await rm(place, { recursive: true })
  return {
    troubles,
    fresh: places.length,
    unrecorded: places.filter((place) => !recorded.has(place)).length,
  }
}

/** One package in peace: it must come about, and sweep away what the killed ones left. */
async function packInPeace(
  { client }: KillableApp,
  project: string,
  place: string,
  out: string,
): Promise<readonly string[]> {
  try {
    await within('打包', client['project.build']({ project, task, out: place }))
  } catch (error) {
    return [`中断之后不能打包：${String(error)} ${JSON.stringify(error)}`]
  }
  const hidden = (await readdir(out)).filter(isHidden)
  return hidden.length > 0 ? [`打包之后还留着 ${hidden.join('、')}`] : []
}

export interface Session {
  /** An empty folder, for the app's data and what it packs. */
  readonly home: string
  readonly rounds: number
  readonly random: Random
  /** What was longer on its way than that must be on the disk whatever happens; for a machine that does nothing else. */
  readonly longestMs?: number
  /** Told of every round in a line. */
  readonly tell: (line: string) => void
}

export interface Totals {
  readonly violations: string[]
  engine: number
  host: number
  packages: number
  unrecorded: number
  leftovers: number
  slowestMs: number
}

/**
 * The built program edits and packs without a pause and is killed with -9 at random moments, the engine or all of it. After
 * each round everything that was promised must be there. For Linux.
 */
export async function killSession({
  home,
  rounds,
  random,
  tell,
  longestMs = Infinity,
}: Session): Promise<Totals> {
  const folders: Folders = { dataDir: path.join(home, 'data'), out: path.join(home, '输出') }
  const ledger = newLedger()
  const totals: Totals = {
    violations: [],
    engine: 0,
    host: 0,
    packages: 0,
    unrecorded: 0,
    leftovers: 0,
    slowestMs: 0,
  }
  let app = await startKillable(folders)
  let document = await begin(app)
  let left: ReturnType<Clerk['pending']> = []

  for (let round = 1; round <= rounds; round += 1) {
    const victim: Victim = random.chance(0.5) ? 'engine' : 'host'
    document = await sendBy(app, document, random.pick(ways))
    const { claim: out } = (await app.ask('/host/out')) as { claim: string }
    const clerk = startClerk(app.client, document, ledger, { out, left, random })
    await within('修改', clerk.begun)
    const delay = random.whole(0, 2500)
    await wait(delay)
    const killedAt = performance.now()
    await within('杀掉', app.kill(victim))
    const gone = performance.now()
    const troubles = [...(await within('停下', clerk.stop()))]
    const hidden = (await readdir(folders.out).catch((): string[] => [])).filter(isHidden)
    // A window whose program is gone is gone as well; one whose engine is replaced lives on with what it has.
    left = victim === 'engine' ? clerk.pending() : []
    if (victim === 'host') app = await within('启动', startKillable(folders))
    const { projects, aside } = await within('列出', app.client['project.list']({}))
    const back = performance.now() - gone
    document = await within('打开', app.client['project.open']({ project: document.id }))
    if (aside.length > 0) troubles.push(`有读不出来的报送：${JSON.stringify(aside)}`)
    if (!projects.some(({ id }) => id === document.id)) troubles.push('报送不在列表里')
    troubles.push(...lacksOf(document, ledger, killedAt - longestMs))
    // What a lost window had not saved was never promised.
    if (victim === 'host') forget(ledger, document)
    const packages = await packageTroubles(app, document, { home, out: folders.out })
    troubles.push(...packages.troubles)
    if (round % 5 === 0 || round === rounds) {
      const { claim } = (await app.ask('/host/out')) as { claim: string }
      troubles.push(...(await packInPeace(app, document.id, claim, folders.out)))
      document = await app.client['project.open']({ project: document.id })
    }
    totals[victim] += 1
    totals.packages += packages.fresh
    totals.unrecorded += packages.unrecorded
    totals.leftovers += hidden.length
    totals.slowestMs = Math.max(totals.slowestMs, back)
    totals.violations.push(...troubles.map((one) => `第 ${round} 轮：${one}`))
    tell(
      [
        `第 ${round} 轮`,
        `${victim === 'engine' ? '杀引擎' : '杀全部'}（${delay} ms）`,
        `恢复 ${Math.round(back)} ms`,
        `修改到 ${ledger.acknowledged}`,
        `新包 ${packages.fresh}`,
        `半成品 ${hidden.length}`,
        troubles.length === 0 ? '✓' : `✕ ${troubles.join('；')}`,
      ].join('　'),
    )
  }
  await app.kill('host')
  return totals
}

/** Drops what was typed beyond the document, so that numbers go on from what is there. */
function forget({ typed }: ReturnType<typeof newLedger>, document: ProjectDocument): void {
  const held = new Set(taskDraft(document, task).items.map(({ fields }) => fields['caption'] ?? ''))
  const isHeld = (number: number) => [...held].some((text) => text.startsWith(`第${number}次`))
  const last = typed.findLastIndex(({ number }) => isHeld(number))
  typed.splice(last + 1)
}
