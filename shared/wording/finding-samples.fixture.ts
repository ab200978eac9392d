import type { FindingCode, FindingOf } from '../findings.ts'

/** Parameters of a finding as they may come. */
export type Sample<C extends FindingCode> = Pick<FindingOf<C>, 'expected' | 'actual'> & {
  /** What the sentence must name: figures measured, figures required, texts, names. */
  readonly names?: readonly string[]
}

const phone = { label: '联系电话' }
const time = { label: '活动时间' }
const window = { from: '2023-09-17', to: '2023-09-23' }
const deadline = { date: '2023-08-31', time: '18:00', title: '报送截止' }
const counted = { count: 19, images: 18, videos: 1, rows: 0 }
const threeMegabytes = { bound: { operator: '>', value: 3 }, unit: 'M', bases: [1024, 1000] } as const
const bytesExpected = { ...threeMegabytes, bases: [...threeMegabytes.bases] }

/** One finding of each code: a code without one does not compile. */
export const samples: { readonly [C in FindingCode]: Sample<C> } = {
  'file-damaged': { expected: { condition: 'whole' }, actual: { damage: 'cut-short' } },
  'file-unreadable': {
    expected: { condition: 'whole' },
    actual: { reason: 'system', detail: 'EIO' },
    names: ['EIO'],
  },
  'format-wrong': {
    expected: { formats: ['jpeg', 'png', 'tiff'] },
    actual: { format: 'heic', extension: 'jpg' },
    names: ['HEIC', '.jpg', 'JPG、PNG 或 TIFF'],
  },
  'extension-misleading': {
    expected: { extension: 'jpg' },
    actual: { extension: 'png' },
    names: ['.jpg', '.png'],
  },
  'not-media': { expected: null, actual: { format: 'word' }, names: ['Word'] },
  'archive-inside': { expected: null, actual: { format: 'rar' }, names: ['RAR'] },
  'shortcut-instead-of-file': { expected: null, actual: { format: 'shortcut' } },
  'bytes-outside': {
    expected: bytesExpected,
    actual: { bytes: 3_000_000 },
    names: ['2.86 MB', '3,000,000', '大于 3 MB', '3,145,728'],
  },
  'bytes-ambiguous': {
    expected: bytesExpected,
    actual: { bytes: 3_100_000 },
    names: ['3,100,000', '3,145,728', '3,000,000'],
  },
  'pixels-outside': {
    expected: { bound: { operator: '>', value: 3_000_000 } },
    actual: { pixels: 2_764_800, width: 1920, height: 1440 },
    names: ['276万', '1920×1440', '大于 300万'],
  },
  'edge-outside': {
    expected: { edge: 'long', bound: { operator: '>=', value: 2000 } },
    actual: { length: 1999, width: 1999, height: 1500 },
    names: ['长边', '1999', '2000'],
  },
  'aspect-wrong': {
    expected: { ratios: [[16, 9]] },
    actual: { width: 1080, height: 1920 },
    names: ['9∶16', '16∶9'],
  },
  'duration-outside': {
    expected: { bound: { operator: '>=', value: 120 } },
    actual: { seconds: 119.92 },
    names: ['1分59.92秒', '119.92', '2分钟'],
  },
  'codec-unusual': { expected: { codecs: ['h264'] }, actual: { codec: 'hevc' }, names: ['H.264', 'H.265'] },
  'chat-copy': { expected: null, actual: { name: 'mmexport1.jpg' }, names: ['mmexport1.jpg'] },
  screenshot: { expected: null, actual: { name: '截图.png' }, names: ['截图.png'] },
  'same-file': {
    expected: null,
    actual: { others: ['a.jpg', 'b.jpg', 'c.jpg', 'd.jpg'] },
    names: ['a.jpg', '4 个'],
  },
  'similar-picture': {
    expected: { distance: 6 },
    actual: { others: ['a.jpg', 'b.jpg', 'c.jpg'], more: 1996 },
    names: ['a.jpg', '1999 个'],
  },
  'capture-outside': {
    expected: { from: '2023', to: '2023' },
    actual: { takenAt: '2022-12-31', source: 'field' },
    names: ['2022年12月31日', '2023年'],
  },
  'date-unreadable': {
    expected: { label: '拍摄时间', year: 2023 },
    actual: { text: '春天' },
    names: ['拍摄时间', '春天', '请写成“2023年5月20日”或“2023年5月”'],
  },
  'date-impossible': {
    expected: { label: '拍摄时间', year: 2023 },
    actual: { text: '2月30日' },
    names: ['拍摄时间', '2月30日', '没有这个日子', '2023年5月20日'],
  },
  'year-assumed': {
    expected: { label: '拍摄时间', year: 2023 },
    actual: { text: '5月20日', date: '2023年5月20日' },
    names: ['“5月20日”', '按 2023年5月20日', '写上年份'],
  },
  'capture-future': {
    expected: { today: '2023-08-20' },
    actual: { takenAt: '2023-12-20', source: 'field' },
    names: ['2023年12月20日', '晚于今天', '2023年8月20日'],
  },
  'kind-not-asked': {
    expected: { formats: ['jpeg', 'png'] },
    actual: { kind: 'video', format: 'mp4', extension: 'mp4' },
    names: ['视频', 'MP4', 'JPG 或 PNG', '移除'],
  },
  'live-photo': {
    expected: null,
    actual: { half: 'motion', other: 'IMG_1.HEIC' },
    names: ['这是苹果手机的实况照片', 'IMG_1.HEIC', '不会装进报送包'],
  },
  'text-missing': { expected: { label: '简介' }, actual: null, names: ['简介'] },
  'text-length': {
    expected: { label: '简介', bound: { operator: '<=', value: 100 } },
    actual: { words: 101, characters: 110 },
    names: ['简介', '101', '不超过 100 字'],
  },
  'text-length-by-characters': {
    expected: { label: '简介', bound: { operator: '<=', value: 100 } },
    actual: { words: 99, characters: 105 },
    names: ['99', '105', '100 字'],
  },
  'choice-unknown': {
    expected: { label: '活动形式', choices: ['竞赛', '培训'] },
    actual: { text: '文艺演出' },
    names: ['文艺演出', '竞赛', '培训'],
  },
  'phone-unreadable': {
    expected: phone,
    actual: { text: '2423221703', suggestion: '024-23221703' },
    names: ['2423221703', '024-23221703'],
  },
  'phone-without-area-code': { expected: phone, actual: { text: '23221703' }, names: ['23221703'] },
  'phone-lost-digits': { expected: phone, actual: { text: '1.50415E+10' }, names: ['1.50415E+10'] },
  'time-unreadable': { expected: time, actual: { text: '届时通知' }, names: ['届时通知'] },
  'time-vague': { expected: time, actual: { text: '9月中旬' }, names: ['9月中旬'] },
  'time-impossible': { expected: time, actual: { text: '9月31日' }, names: ['9月31日'] },
  'time-outside': {
    expected: { from: '2023-01-01', to: '2023-12-31' },
    actual: { text: '2022年9月17日' },
    names: ['2022年9月17日', '2023年1月1日', '2023年12月31日'],
  },
  'time-beside-event': {
    expected: window,
    actual: { text: '9月24日' },
    names: ['9月24日', '2023年9月17日', '2023年9月23日'],
  },
  'phrase-vague': {
    expected: { label: '主办单位' },
    actual: { text: '本单位' },
    names: ['主办单位', '本单位'],
  },
  'row-repeated': {
    expected: { labels: ['活动名称', '活动地点'] },
    actual: { others: ['r1'] },
    names: ['活动名称', '活动地点'],
  },
  'row-alike': { expected: { by: 'place-and-time' }, actual: { others: ['r1'] }, names: ['同一个活动'] },
  'unit-name-unusable': { expected: null, actual: { unit: '𬭊𬭳' }, names: ['单位名称', '𬭊𬭳'] },
  'name-unusable': { expected: null, actual: { title: '！？' }, names: ['！？'] },
  'name-characters-replaced': {
    expected: null,
    actual: { replaced: ['?', '/'], name: '甲？.jpg' },
    names: ['?', '/', '甲？.jpg'],
  },
  'name-shortened': { expected: { longestStem: 60 }, actual: { name: '甲.jpg' }, names: ['60', '甲.jpg'] },
  'name-numbered': { expected: null, actual: { name: '甲-2.jpg' }, names: ['甲-2.jpg'] },
  'quota-short': {
    expected: { bound: { operator: '>=', value: 20 }, unitClass: 'city', label: '各市' },
    actual: counted,
    names: ['各市', '20', '19', '图片 18', '视频 1'],
  },
  'quota-exceeded': {
    expected: { bound: { operator: '<=', value: 5 }, unitClass: 'city', label: '各市' },
    actual: { ...counted, count: 6 },
    names: ['不超过 5', '6'],
  },
  'quota-unknown-class': {
    expected: { classes: ['各市', '成员单位'] },
    actual: { unitClass: '企业' },
    names: ['企业', '各市', '成员单位'],
  },
  'deadline-near': {
    expected: deadline,
    actual: { now: '2023-08-28T09:00:00', days: 3 },
    names: ['2023年8月31日 18:00', '3 天'],
  },
  'deadline-passed': {
    expected: deadline,
    actual: { now: '2023-09-01T00:10:00', days: 1 },
    names: ['2023年8月31日', '2023年9月1日'],
  },
  'declaration-missing': { expected: { text: '无权属纠纷' }, actual: null, names: ['无权属纠纷'] },
}
