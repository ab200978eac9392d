import type { Notice } from '../../shared/notice/notice.ts'
import type { Requirement } from '../../shared/notice/requirement.ts'
import type { Task } from '../../shared/notice/task.ts'
import type { FormRow } from './form-write.ts'

const basis = { clause: '附件1', sentence: '100字以内的简介', standing: 'explicit' } as const
const rule = (id: string) => ({ id, severity: 'error', waivable: false, basis, advice: '请补充。' }) as const
const requirements: Requirement[] = [
  ...['title', 'creator', 'takenAt', 'place', 'caption'].map((field) => ({
    kind: 'text-required' as const,
    ...rule(`needs-${field.toLowerCase()}`),
    field,
  })),
  {
    kind: 'text-limit',
    ...rule('caption-length'),
    field: 'caption',
    bound: { operator: '<=', value: 100 },
    alsoCharacters: true,
  },
  { kind: 'choice', ...rule('form'), field: 'form' },
]

/** Annex 1 of the Liaoning notice, with a field of choices and an optional one besides. */
export const task: Task = {
  kind: 'media',
  id: 'media',
  annex: '附件1',
  title: '宣传素材',
  purpose: '报送今年以来开展科普活动的图片和视频。',
  recipients: [{ channel: 'mail', address: 'desk@example.cn', person: '邹畅', phones: ['024-23221703'] }],
  subject: { template: '科普日宣传素材-{unit}', standing: 'suggested' },
  body: ['{unit}'],
  milestones: [{ id: 'deadline', kind: 'deadline', title: '截止', date: '2023-08-31', standing: 'explicit' }],
  fields: [
    {
      key: 'title',
      label: '题目',
      type: 'text',
      hint: '会写进文件名，一句话说清是什么活动',
      synonyms: ['标题', '图片题目'],
    },
    { key: 'creator', label: '拍摄者或来源', type: 'text', hint: '如：张三 摄；市科协供图' },
    {
      key: 'takenAt',
      label: '拍摄时间',
      type: 'partial-date',
      hint: '如：2023年5月20日；只知道月份就写2023年5月',
      synonyms: ['时间'],
    },
    { key: 'place', label: '拍摄地点', type: 'text', synonyms: ['地点', '地址'] },
    {
      key: 'caption',
      label: '简介',
      type: 'paragraph',
      hint: '100字以内',
      prompts: ['活动事由', '人物', '背景', '突出的特点'],
    },
    {
      key: 'form',
      label: '活动形式',
      type: 'choice',
      choices: ['讲座报告', '展览展示', '竞赛,培训', '其他'],
    },
    { key: 'phone', label: '联系电话', type: 'phone', optional: true },
  ],
  requirements,
  documents: [],
  declarations: [],
  packaging: {
    fileName: { template: '{unit}-{title}', standing: 'mandated' },
    folders: { image: '图片', video: '视频' },
    packageName: '素材',
    folderName: '素材',
    caps: [{ id: 'mail', label: '邮件', bytes: 47_000_000, base64: true }],
  },
}

export const notice: Notice = {
  format: 1,
  id: 'liaoning-2023',
  version: '1.0.0',
  title: '关于开展2023年全国科普日暨辽宁省第十二届科普日活动的通知',
  shortTitle: '2023年科普日',
  documentNumber: '辽全科组办发〔2023〕5号',
  issuer: '辽宁省全民科学素质工作领导小组办公室',
  issuedOn: '2023-08-08',
  year: 2023,
  theme: '提升全民科学素质，助力科技自立自强',
  utcOffset: 8,
  events: [],
  supersedes: [],
  unitClasses: [{ id: 'city', label: '各市', aliases: [] }],
  tasks: [task],
  signOff: { roles: [], reviews: [], seal: true, copies: 1 },
  cases: [],
}

export const unit = { name: '沈阳市科协', class: 'city', contact: '张三', phone: '024-12345678' }

const caption =
  '2023年5月20日，沈阳市科协在浑南区第一小学举办“科普大篷车进校园”活动，王宇航等12名科技志愿者带领600余名学生体验机器人、VR天文馆等展品。'

/** Files in folders, some described and some not. */
export function formRows(count: number): FormRow[] {
  return Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(3, '0')
    const video = index % 6 === 5
    return {
      relative: video ? `视频/DJI_${number}.MP4` : `2023-05-20 科普大篷车进校园/IMG_${number}.JPG`,
      name: `沈阳市科协-科普大篷车进校园${index + 1}.${video ? 'mp4' : 'jpg'}`,
      kind: video ? 'video' : 'image',
      fields:
        index % 3 === 0
          ? {
              title: '科普大篷车进校园',
              creator: '李𬭊',
              takenAt: '2023-05-20',
              place: '沈阳市浑南区第一小学',
              caption,
            }
          : { title: '科普大篷车进校园' },
    }
  })
}
