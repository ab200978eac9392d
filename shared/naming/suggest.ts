import type { Facts } from '../facts.ts'
import { dateInName } from '../text/date-in-name.ts'
import { stemOf } from './file-path.ts'
import { isChatName } from './origin.ts'

/** What can be told of a file before the clerk writes anything. */
interface SuggestedFields {
  readonly title?: string
  /** `2023-05-20`; `2023-05` or `2023` where a folder says no more. */
  readonly takenAt?: string
}

/**
 * Beginnings of names that cameras, telephones, chat programs, scanners and Windows give, before a number.
 */
const serialPrefixes = [
  'img[_-]?e?|_mg|dscn?|dscf|_dsc|dcim|imgp|imag|image|picture|pict?|photo|p|sam|cimg|hpim|kif|csc|crw',
  'pano|burst|mvimg|pxl|mvi|mov|vid|video|movie|clip|gopr|g[hxp]|dji|yun|mah|trim|c|m2u|rec|cam',
  'wechat(?:img|[ _]?image)?|wx_camera|mmexport|tim|faceu|b612|beautyplus|meitu|myxj|pt|lv_0',
  'scan|scn|epson|hp|doc|capture|screen ?shots?|screenrecord(?:ing)?|snipaste',
  'untitled|default|new|copy|file|tmp|temp|(?:无|未)(?:标题|命名)|新建 ?(?:文件夹|文档|文本文档|位图图像|图[片像]|视频)?|新文件夹|副本|图|第',
  '(?:企业)?(?:微信|QQ|TIM|钉钉)?(?:图片|视频|截图|图像|照片)(?:编辑)?|屏幕(?:截图|快照|录制)|截屏|录屏',
  '相片|影像|拍照|拍摄|扫描件?|美图|剪映|轻颜相机?',
].join('|')
const serialSuffixes = 'hdr|cover|comp|edit(?:ed)?|portrait|night|timeburst|wps|mp|lmc|张|幅'

/** A name that says nothing: a known beginning and a number, only figures, or a hash. */
const serialName = new RegExp(
  `^(?:${[
    `(?:${serialPrefixes})?(?:[\\s\\d_.~()+:-]|at |t(?=\\d)|${serialSuffixes})*`,
    '[a-z]{1,4}[_-]?\\d{3,}[_\\d-]*',
    '[0-9a-f]{12,}',
    '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}',
    '(?=.*\\d)[a-z0-9=]{24,}',
  ].join('|')})$`,
  'iu',
)

/** Folders that hold everything: their names say nothing about one file. */
const generalWords = [
  '全国|历年|历史|科普|宣传|示例|样例|报送|上报|提交|科普日|精选|现场|活动|原|高清|无水印|所有|全部|最终|新|年度?|附件|手机|相机',
  '照片|相片|图|片|视频|影像|素材|材料|资料|文件夹?|包|版|桌面|下载|文档|和|与|及|的|[一二三四五六七八九十]|[\\d\\s_.、（）()-]',
].join('|')
const systemFolders = [
  'desktop|downloads?|documents?|pictures?|photos?|images?|videos?|camera(?: roll)?|dcim|\\d{3}[a-z_]{2,5}',
  'wechat files|storage|tencent|micromsg|weixin|filestorage',
].join('|')
const generalFolder = new RegExp(`^(?:(?:${generalWords})+|${systemFolders})$`, 'iu')

/** A unit's name is not what its picture shows. */
const unitEnding = '(?:科协|学会|协会|研究会|局|委员会)'
const unitFolder = new RegExp(`${unitEnding}$`, 'u')

/** Behind Latin text and figures a number is part of the name: COVID-19. */
const trailingCounter = new RegExp(
  `(?:${[
    '\\s*[（(]\\s*\\d{1,3}\\s*[）)]',
    '_+\\d{1,3}',
    '(?<=\\p{sc=Han})[\\s-]+\\d{1,2}',
    '\\s*[-—_ ]+\\s*(?:副本|复制|拷贝|copy)(?:\\s*\\d{1,3})?',
  ].join('|')})$`,
  'iu',
)

/** A name that already has the form the notice asks for: 报送单位（地区）-题目, or without the bracket. */
const unitBefore = new RegExp(
  `^(?:${[
    '[^（()]{2,30}[（(][^）)]{1,12}[省市区县旗州盟][）)]',
    `[^（()-]{2,30}${unitEnding}(?:[（(][^）)]{1,12}[）)])?`,
  ].join('|')})\\s*[-—－]\\s*(?=\\S)`,
  'u',
)

/** A day without its year before the name proper: 5月20日 科普大篷车进校园. */
const dayBefore = /^\d{1,2}月\d{1,2}[日号]?[\s_.、，\-—－]*(?=\S)/u

function withoutCounters(name: string): string {
  const shorter = name.replace(trailingCounter, '').trim()
  return shorter === name || shorter === '' ? name : withoutCounters(shorter)
}

/** The name without a day or a month at either end; a year belongs to what it names (2023年科普日启动仪式). */
function withoutDate(name: string): string {
  const date = dateInName(name)
  if (date === undefined || date.iso.length === 4) return name
  const [before, after] = [name.slice(0, date.start), name.slice(date.end)]
  const isEdge = (text: string) => /^[\s_.、（(【[-]*$/u.test(text)
  return isEdge(before) || /^[\s_.）)】\]-]*$/u.test(after) ? `${before} ${after}` : name
}

function meaningIn(name: string): string | undefined {
  const text = withoutCounters(name.normalize('NFC').trim())
  if (serialName.test(text)) return undefined
  const bare = withoutDate(text.replace(unitBefore, '').replace(dayBefore, ''))
    .replace(/[（(【[]\s*[）)】\]]/gu, '')
    .replace(/^[\s_.、，\-—]+|[\s_.、，\-—]+$/gu, '')
  const title = withoutCounters(bare)
  return serialName.test(title) || !/\p{L}/u.test(title) ? undefined : title
}

/** Who has put the pictures together, behind what they are: 科普活动照片(王). */
const keeper = /[（(][^（()）]{1,6}[）)]\s*$/u

const meaningInFolder = (name: string): string | undefined => {
  const plain = name.trim().replace(keeper, '')
  const meaning = generalFolder.test(name.trim()) || generalFolder.test(plain) ? undefined : meaningIn(name)
  return meaning === undefined || generalFolder.test(meaning) || unitFolder.test(meaning)
    ? undefined
    : meaning
}

/** A date that says when pictures begin: 2004年以来, 2003年至今, 2004-2023. */
const openDate =
  /(?:19|20)\d\d\s*年?\s*(?:以来|以后|之后|至今|到今|起|开始|[-—－–~～至到]\s*(?:(?:19|20)\d\d|今))/u

/** When the pictures of a folder were taken, as its name tells; a collection over years tells nothing. */
const formerDate = (folder: string): string | undefined =>
  openDate.test(folder) ? undefined : dateInName(folder)?.iso

const yearOf = (iso: string): string => iso.slice(0, 4)

/** A day before 1990 comes from a clock that was never set. */
const dayTaken = (takenAt: string | undefined): string | undefined =>
  takenAt !== undefined && /^(?:199|20\d)\d-\d\d-\d\d/u.test(takenAt) ? takenAt.slice(0, 10) : undefined

/**
 * Title and capture time as file, folders and camera tell them. The title is the file's name unless a camera,
 * a chat program or a scanner gave it, else the nearest folder's that says something; dates and counters
 * (`(2)`, `_1`, `- 副本`) are taken off. The time is the camera's day, else a date in the file's name, else in
 * the nearest folder's.
 *
 * @param ofManyYears whether pictures of former years are asked for: a paper photo that was scanned or photographed again
 *   bears the scanner's day, and the earlier year of the nearest folder that tells one is the right one
 */
export function suggestFields(
  relative: string,
  facts: Pick<Facts, 'takenAt'>,
  { ofManyYears = false }: { readonly ofManyYears?: boolean } = {},
): SuggestedFields {
  const folders = relative.split('/').slice(0, -1).toReversed()
  const stem = stemOf(relative)
  const title = [meaningIn(stem), ...folders.map(meaningInFolder)].find((one) => one !== undefined)
  // A chat program's name tells when the picture was saved: a folder that is dated knows better.
  const told = isChatName(stem) ? [...folders, stem] : [stem, ...folders]
  const names = told.map((name) => dateInName(name)?.iso)
  const nearest = dayTaken(facts.takenAt) ?? names.find((iso) => iso !== undefined)
  const former = folders.map(formerDate).find((iso) => iso !== undefined)
  const isScan =
    ofManyYears && former !== undefined && nearest !== undefined && yearOf(former) < yearOf(nearest)
  const takenAt = isScan ? former : nearest
  return { ...(title === undefined ? {} : { title }), ...(takenAt === undefined ? {} : { takenAt }) }
}
