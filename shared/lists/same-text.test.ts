import { describe, expect, it } from 'vitest'
import { sameText } from './same-text.ts'

describe('two texts', () => {
  it.each([
    ['科普 讲座。', '科普讲座'],
    ['“小小气象员”开放日', '小小气象员开放日'],
    ['《科学》讲座', '「科学」讲座'],
    ['ＡＩ科普（第１期）', 'ai科普(第1期)'],
    ['讲座，展览；义诊', '讲座、展览、义诊'],
    ['讲座、展览', '讲座展览'],
    ['1、2号楼', '1，2号楼'],
    ['1—2号楼', '1-2号楼'],
    ['9:00～11:00', '9：00-11：00'],
  ])('%s and %s are the same', (one, other) => {
    expect(sameText(one)).toBe(sameText(other))
  })

  it.each([
    ['1-2号楼', '12号楼'],
    ['1、2号楼', '12号楼'],
    ['第一、二小学', '第一二小学'],
    ['3.5号馆', '35号馆'],
    ['3。5号馆', '35号馆'],
    ['C++编程课', 'C编程课'],
    ['C#编程课', 'C编程课'],
    ['1.5公里', '15公里'],
    ['“1”2号楼', '12号楼'],
    ['讲座?', '讲座'],
  ])('%s and %s are not', (one, other) => {
    expect(sameText(one)).not.toBe(sameText(other))
  })
})
