import { grouped } from '../../../../shared/wording/measures.ts'
import type { Side } from './merge-pair.ts'
import type { AlikePair } from './alike-pairs.ts'

/** Sentences of looking through rows that are probably one activity. */
export const words = {
  button: (pairs: number) => `可能重复 ${grouped(pairs)}`,
  buttonWhy: '看看是不是同一个活动报了两次',
  title: '可能重复的活动',
  place: (position: number, total: number) => `第 ${grouped(position)} 对，共 ${grouped(total)} 对`,
  why: {
    'name-and-time': '名称差不多，时间有重合',
    'name-and-place': '名称和地点一样，时间不同',
    'place-and-time': '地点和时间一样',
    repeated: '名称、时间、地点都一样',
  } as const satisfies Record<AlikePair['by'], string>,
  ask: '这两行是同一个活动吗？',
  hint: '黄底是不一样的地方。点哪边的字，合成一行时就用哪边的。',
  field: '栏目',
  sides: { left: '左边', right: '右边' } as const satisfies Record<Side, string>,
  number: (row: number) => `清单第 ${grouped(row)} 行`,
  written: '在这里填写的',
  pick: (field: string, side: Side, text: string) => `${field}用${words.sides[side]}的：${text || '空着'}`,
  blank: '（空）',
  acts: '怎么处理',
  keep: { left: '保留左边', right: '保留右边' } as const satisfies Record<Side, string>,
  merge: '合成一行',
  apart: '不是同一个活动',
  keysHint: '按 ← → 选择，按 Enter 确定',
  back: '上一对',
  skip: '下一对',
  undo: '撤销上一步',
  none: '没有可能重复的活动了',
  close: '关闭',
} as const
