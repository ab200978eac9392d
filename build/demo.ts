import { rmSync } from 'node:fs'
import { access, mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { makeChatCopy, makeMaterial } from './demo-folders.ts'
import { activities } from '../engine/samples/activities.ts'
import { cityUnit, dayInWords } from './demo-material.ts'
import { fillForm } from './fill-form.ts'
import { runKepuri } from './run-kepuri.ts'

/** `npm run demo`: a clerk's whole way, from a folder of photos to a package that can be sent, with the built program. */
const home = path.join(tmpdir(), 'kepuri-demo')
const material = path.join(home, '2023科普活动素材')
const fromChat = path.join(home, '微信收到的')
const unit = path.join(home, '单位信息.json')
const form = path.join(home, '说明表.xlsx')
const out = path.join(home, '报送')

const step = (number: number, title: string, text: string) =>
  console.log(`\n━━ 第${number}步　${title}\n   ${text}`)
const kepuri = (words: readonly string[], expected: number) =>
  runKepuri(words, { dataDir: path.join(home, '缓存'), expected })

async function prepare(): Promise<void> {
  rmSync(home, { recursive: true, force: true })
  await mkdir(home, { recursive: true })
  step(1, '准备素材', `生成一个市科协的素材文件夹：${material}`)
  const count = await makeMaterial(material)
  console.log(
    `   ${count} 个文件：${count - 1} 张照片（每张 400 多万像素、3 MB 以上）和 1 个 121 秒的视频，分在 ${activities.length} 个活动文件夹里。`,
  )
  console.log(`   另有一个“微信收到的”文件夹，里面是一张被微信压缩过的小图。`)
  await makeChatCopy(fromChat)
  await writeFile(unit, JSON.stringify(cityUnit, null, 2))
}

async function checkChatCopy(): Promise<void> {
  step(2, '检查（check）', '先看微信里收到的那张图能不能报。')
  const { json } = await kepuri(['check', fromChat, '--task', 'media'], 1)
  const broken = brokenRules(json)
  if (!broken.includes('image-bytes') || !broken.includes('image-pixels'))
    throw new Error(`微信小图没有被查出来：${broken.join('、')}`)
  console.log('   → 像素和文件大小都不够，是微信压缩过的，不能报。下面只用原图文件夹。')
}

async function fill(): Promise<void> {
  step(3, '生成说明表（form）', '拍摄时间和题目能从照片和文件夹名认出来的，已经填好。')
  await kepuri(['form', material, '--task', 'media', '--unit', unit, '--out', form], 0)
  step(4, '填写说明表', '像经办人在 Excel 里那样，填上拍摄者、地点、简介和缺的时间（由演示程序代填）。')
  const known = new Map(
    activities.flatMap(({ folder, day, creator, place, occasion, files }) =>
      files.map(({ name, seen }) => [
        `${folder}/${name}`,
        { 拍摄者或来源: creator, 拍摄时间: dayInWords(day), 拍摄地点: place, 简介: `${occasion}${seen}` },
      ]),
    ),
  )
  const filled = await fillForm(form, (file) => {
    const answers = known.get(file)
    if (!answers) throw new Error(`说明表里有不认识的文件：${file}`)
    return answers
  })
  console.log(`   填了 ${filled} 格。`)
}

async function pack(): Promise<void> {
  const words = [material, '--task', 'media', '--unit', unit, '--sheet', form]
  step(5, '带着说明表再检查一遍（check）', '数量、格式、像素、时长、说明文字逐条对照通知。')
  await kepuri(['check', ...words], 0)
  step(6, '打包（pack）', '改名、写说明文档和邮件，装进压缩包，再重新打开逐个核对。')
  const { json } = await kepuri(['pack', ...words, '--out', out], 0)
  const { out: folder, packages, documents } = json as PackDocument
  step(7, '核对（verify）', '收到压缩包的人也可以这样核对。')
  await kepuri(['verify', folder], 0)
  for (const file of [...packages.map((one) => one.path), ...documents]) await access(file)
  console.log(
    [
      '\n━━ 完成。东西都在这里：',
      `   素材原文件　　${material}（没有改动）`,
      `   填好的说明表　${form}`,
      `   报送文件夹　　${folder}`,
      ...packages.map((one) => `     压缩包　　　${one.path}`),
      ...documents.map((file) => `     ${path.basename(file)}　${file}`),
      '   打开压缩包可以看到改好名的图片和视频、说明文档.docx 和 说明文档.xlsx；',
      '   邮件.txt 里有收件人、主题和正文，复制到邮箱里，附上压缩包就可以发送。',
      `   看完以后删掉 ${home} 就行。`,
    ].join('\n'),
  )
}

/** What `kepuri pack --json` prints, as far as it is read here. */
interface PackDocument {
  readonly out: string
  readonly packages: readonly { readonly path: string }[]
  readonly documents: readonly string[]
}

function brokenRules(json: unknown): string[] {
  const { items } = json as { items: readonly { findings: readonly { rule: string }[] }[] }
  return items.flatMap(({ findings }) => findings.map(({ rule }) => rule))
}

console.log(
  `科普日报送助手演示。全部文件写在 ${home}（上次演示留下的会先清掉），不连接网络。\n下面的 kepuri 就是编译好的 node out/cli/kepuri.js。`,
)
try {
  await prepare()
  await checkChatCopy()
  await fill()
  await pack()
} catch (error) {
  console.error(`\n✕ 演示没有走完：${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
