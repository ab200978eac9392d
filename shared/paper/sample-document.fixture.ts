import type { TableDocument } from './table-document.ts'

const briefs = [
  '2023年5月20日，沈阳市科协在浑南区第一小学举办“科普大篷车进校园”活动，王宇航等12名科技志愿者带领600余名学生体验机器人、VR天文馆等互动展品，突出“做中学”的特点，深受师生欢迎。',
  '5月30日全国科技工作者日当天，市科协组织农业专家深入法库县开展技术服务。',
  '市民走进实验室，近距离感受科研魅力。',
]
const sources = ['张三（沈阳市科协）', '李𬭊', '沈阳日报社  摄影记者  欧阳㛃雯', '阿依古丽·买买提']
const places = [
  '沈阳市浑南区第一小学操场',
  '法库县慈恩寺乡',
  '辽宁省沈阳市和平区三好街100号东软软件园科技成果展示中心二楼多功能厅',
  '中街',
]

/** A 说明文档 as Annex 1 of the Liaoning notice asks for it, with texts of every length, rare characters, blanks. */
export function sampleDocument(rows: number, change: Partial<TableDocument> = {}): TableDocument {
  return {
    title: '2023年科普日省级主场宣传素材说明文档',
    annexLabel: '附件1',
    preamble: ['报送单位：沈阳市科协    联系人：张三    联系电话：024-12345678', '图片18幅，视频2个，共20个'],
    orientation: 'landscape',
    columns: [
      { label: '序号', width: 5 },
      { label: '文件名', width: 26 },
      { label: '类型', width: 6 },
      { label: '题目', width: 16 },
      { label: '拍摄者或来源', width: 14 },
      { label: '拍摄时间', width: 13 },
      { label: '拍摄地点', width: 16 },
      { label: '简介（100字以内）', width: 44 },
    ],
    rows: Array.from({ length: rows }, (_, index) => [
      String(index + 1),
      index % 5 === 4
        ? `沈阳市科协-DJI_0042_final_version_export_20230520101010_edited${index}.mp4`
        : `沈阳市科协-科普大篷车走进浑南区第一小学（${index + 1}）.jpg`,
      index % 5 === 4 ? '视频' : '图片',
      '科普大篷车走进浑南区第一小学',
      sources[index % sources.length] ?? '',
      ['2023年5月20日', '2023年5月', '2023年', ''][index % 4] ?? '',
      places[index % places.length] ?? '',
      briefs[index % briefs.length] ?? '',
    ]),
    properties: {
      title: '说明文档',
      author: '沈阳市科协',
      subject: '关于开展2023年全国科普日活动的通知',
      description: '辽全科组办发〔2023〕5号',
    },
    ...change,
  }
}

/** Texts that trip writers up. */
export const troublesome = {
  rare: '𬭊㛃𠮷䶮〇',
  formula: '=SUM(A1:A9)',
  signs: ['+8613800138000', '-1', '@张三', '=1+1'],
  escape: 'IMG_x0041_.jpg',
  control: '一\u0007二\u0000三\uD800四',
  lines: '第一行\r\n第二行\n\n第四行',
  markup: '<b>&amp;"\'</b>',
  longest: '科普'.repeat(2000),
  unbroken: 'A'.repeat(300),
  digits: '15041455447123456789',
} as const
