import { describe, expect, it } from 'vitest'
import { findTableHeader, headerKey, proposeUses } from './table-header.ts'
import { above, across, activities, activity, beside, header, number, sheet } from './tables.fixture.ts'

/** `name`, `time.start`, `-` by column. */
const uses = (...labels: string[]): string[] =>
  proposeUses(labels, activities).map((use) =>
    use === null ? '-' : use.part === 'whole' ? use.field : `${use.field}.${use.part}`,
  )
const find = (...lines: Parameters<typeof sheet>[0]) => findTableHeader(sheet(lines), activities)

describe('a header text', () => {
  const synonyms = {
    name: '活动名称 活动项目 项目名称 活动主题 活动题目 活动标题 重点活动名称 科普活动名称 项目 名称 活动事件',
    time: '活动时间 时间 日期 活动日期 举办时间 拟举办时间 计划时间 开展时间 实施时间 起止时间 时间安排 开放时间',
    place: '活动地点 地点 举办地点 拟举办地点 活动场地 活动场所 场所 地址 活动地址 开放地点 线上平台',
    host: '主办单位 主办 举办单位 组织单位 责任单位 责任部门 牵头单位 主办部门 参加活动的主要单位 主办/承办',
    undertake: '承办单位 承办 协办单位 协办 参与单位 参加单位 配合单位',
    brief:
      '活动内容 内容 活动简介 内容简介 活动内容简介 主要内容 主要活动内容 项目简介 活动介绍 活动概况 具体内容',
    form: '活动形式 形式 活动方式 开展方式 活动类型 类型 线上/线下',
    category: '活动类别 类别 所属行动 联合行动 活动板块 领域',
    audience: '面向对象 参与对象 参加对象 受众 服务对象 面向人群 适合对象 活动人员 参加人员',
    headcount: '预计参与人数 参加人数 拟参加人数 活动规模 规模 受众人数 参与人次 预计人数',
    contact: '联系人 活动联系人 联络人 联络员 经办人 联系人姓名 负责人 项目负责人 责任人',
    phone: '联系电话 电话 手机 手机号 手机号码 联系方式 联系人电话 办公电话 咨询电话 预约电话',
    unit: '报送单位 填报单位 填报单位名称 单位 单位名称 上报单位 申报单位 推荐单位 提供单位',
    region: '地区 市 县区 区县 所在地 所属地区',
    url: '活动链接 线上链接 直播链接 网址',
    email: '电子邮箱 邮箱 E-mail',
    note: '备注 说明 其他',
    seq: '序号 编号 序\u3000号 No.',
  }
  const other = (field: string) => (field === 'name' ? '活动地点' : '活动名称')
  it.each(
    Object.entries(synonyms).flatMap(([field, words]) =>
      words.split(' ').map((word) => [word, field] as const),
    ),
  )('%s means %s', (word, field) => {
    expect(uses(other(field), word)[1]).toBe(field)
  })

  it.each([
    ['活 动\n名 称', 'name'],
    ['＊活动时间：', 'time'],
    ['活动内容简介（150字以内）', 'brief'],
    ['联系电话(手机)', 'phone'],
    ['Ｅ－ｍａｉｌ', 'email'],
    ['拟开展活动名称（全称）', 'name'],
    ['具体活动地点', 'place'],
    ['主办单位名称', 'host'],
    ['单位电话', 'phone'],
  ])('%s is understood as %s all the same', (word, field) => {
    expect(uses(word)).toEqual([field])
  })

  it('that has a synonym in it gives way to a column that bears the name itself', () => {
    expect(uses('拟开展活动名称', '活动名称')).toEqual(['-', 'name'])
    expect(uses('参加活动单位电话', '联系电话')).toEqual(['-', 'phone'])
  })

  it('that has a word in it by chance means nothing', () => {
    expect(uses('青少年科普项目展示', '活动地点')).toEqual(['-', 'place'])
  })

  it('names each field once: a second phone stays alone', () => {
    expect(uses('活动名称', '手机', '办公电话')).toEqual(['name', 'phone', '-'])
  })

  it('主要内容 is the name only where nothing else is', () => {
    expect(uses('序号', '主要内容', '时间')).toEqual(['seq', 'name', 'time'])
    expect(uses('活动内容', '内容简介')).toEqual(['name', 'brief'])
    expect(uses('活动名称', '主要内容')).toEqual(['name', 'brief'])
    expect(uses('拟开展活动名称', '活动内容')).toEqual(['name', 'brief'])
  })

  it('负责人 is the contact only where nobody else is', () => {
    expect(uses('活动名称', '负责人', '电话')).toEqual(['name', 'contact', 'phone'])
    expect(uses('活动名称', '负责人', '联系人')).toEqual(['name', 'leader', 'contact'])
    expect(uses('活动名称', '项目负责人')).toEqual(['name', 'contact'])
  })

  it.each([
    '联系人及电话',
    '联系人及联系方式',
    '联系人/电话',
    '联系人（电话）',
    '联系人（手机）',
    '负责人、联系电话',
    '联系人及\n联系方式',
    '活动联系人和手机号',
  ])('%s is a name and a phone', (word) => {
    expect(uses('活动名称', word)).toEqual(['name', 'contact.name-and-phone'])
  })

  it('for a name and a phone is the phone where another column has the name', () => {
    expect(uses('活动名称', '联系人', '联系人/电话')).toEqual(['name', 'contact', 'phone'])
  })

  it('start and end count together, and a start alone is the time', () => {
    expect(uses('活动名称', '开始时间', '结束时间')).toEqual(['name', 'time.start', 'time.end'])
    expect(uses('活动名称', '结束日期', '开始日期')).toEqual(['name', 'time.end', 'time.start'])
    expect(uses('活动名称', '开始时间')).toEqual(['name', 'time'])
    expect(uses('活动名称', '结束时间')).toEqual(['name', '-'])
    expect(uses('活动名称', '日期', '开始时间', '结束时间')).toEqual(['name', 'time', '-', '-'])
  })

  it('days and hours count together, and each alone is the time', () => {
    expect(uses('活动名称', '日期', '时间')).toEqual(['name', 'time.day', 'time.hours'])
    expect(uses('活动名称', '具体时间', '活动日期')).toEqual(['name', 'time.hours', 'time.day'])
    expect(uses('活动名称', '活动日期（月日）', '活动时间')).toEqual(['name', 'time.day', 'time.hours'])
    expect(uses('活动名称', '活动时间／日期', '活动时间／时段')).toEqual(['name', 'time.day', 'time.hours'])
    expect(uses('活动名称', '日期')).toEqual(['name', 'time'])
    expect(uses('活动名称', '具体时间')).toEqual(['name', 'time'])
    expect(uses('活动名称', '时段')).toEqual(['name', '-'])
    expect(uses('活动名称', '活动时间', '时间')).toEqual(['name', 'time', '-'])
  })

  it('in two rows counts by its lower text, then by both, then by the upper', () => {
    expect(uses('活动名称', '联系方式／手机', '联系方式／邮箱')).toEqual(['name', 'phone', 'email'])
    expect(uses('活动名称', '联系人／姓名', '联系人／电话')).toEqual(['name', 'contact', 'phone'])
    expect(uses('活动名称', '联系人／电话', '联系人／姓名')).toEqual(['name', 'phone', 'contact'])
    expect(uses('活动名称', '活动时间／开始', '活动时间／结束')).toEqual(['name', 'time.start', 'time.end'])
    expect(uses('活动名称', '活动内容／（100字以内）')).toEqual(['name', 'brief'])
  })
})

describe('the header of a table', () => {
  it('is found below the annex, the title and the line of particulars', () => {
    const found = find(
      ['附件2'],
      across('2023年科普日计划开展重点活动清单', 8),
      across('填报单位（盖章）：浑南区科协　填报人：张三　联系电话：024-23221703', 8),
      header,
      activity('1', '科普讲座'),
    )
    expect(found).toEqual({ first: 3, last: 3, labels: header })
  })

  it('is no title that is merged over all columns', () => {
    expect(find(across('活动名称', 8), across('活动时间', 8))).toBeUndefined()
  })

  it('may have two rows', () => {
    expect(
      find(
        ['序号', '活动名称', '联系方式', beside('联系方式')],
        [above('序号'), above('活动名称'), '手机', '邮箱'],
        ['1', '科普讲座', '13800000000', 'a@b.cn'],
      ),
    ).toEqual({ first: 0, last: 1, labels: ['序号', '活动名称', '联系方式／手机', '联系方式／邮箱'] })
  })

  it('may have three', () => {
    expect(
      find(
        ['活动名称', '联系', beside('联系'), beside('联系')],
        [above('活动名称'), '人员', '方式', beside('方式')],
        [above('活动名称'), above('人员'), '手机', '邮箱'],
        ['科普讲座', '张三', '13800000000', 'a@b.cn'],
      ),
    ).toMatchObject({
      first: 0,
      last: 2,
      labels: ['活动名称', '联系／人员', '联系／方式／手机', '联系／方式／邮箱'],
    })
  })

  it('may have lost its merging in a CSV', () => {
    expect(
      find(
        ['序号', '活动名称', '联系人', ''],
        ['', '', '姓名', '电话'],
        ['1', '科普讲座', '张三', '13800000000'],
      ),
    ).toEqual({ first: 0, last: 1, labels: ['序号', '活动名称', '联系人／姓名', '电话'] })
  })

  it('may be merged over two rows with nothing below', () => {
    expect(find(header, header.map(above), activity('1', '科普讲座'))).toMatchObject({ first: 0, last: 1 })
  })

  it('is not widened by the rows below it', () => {
    expect(find(['活动名称', '地点', '届次'], ['科普项目', '线上平台', '其他'])).toMatchObject({ last: 0 })
    expect(find(['活动名称', '时间', '一', '二'], ['讲座', '9月17日', '联系人', '备注'])).toMatchObject({
      last: 0,
    })
  })

  it('is not found in rows that only sound like one', () => {
    expect(find(['1', '科普项目名称征集', '9月17日', '线上平台', '其他', '13800000000'])).toBeUndefined()
    expect(find(['1', '青少年科普项目', '浑南区地点待定', '其他'])).toBeUndefined()
    expect(find([number('1'), '项目', number('13800000000'), '备注'])).toBeUndefined()
  })

  it('needs a name and one field more', () => {
    expect(find(['序号', '时间', '地点'])).toBeUndefined()
    expect(find(['活动名称'])).toBeUndefined()
    expect(find(['活动名称', '时间'])).toBeDefined()
  })

  it('is looked for among the first fifteen lines', () => {
    const notes = (count: number) => Array.from({ length: count }, (_, index) => [`说明${index}`])
    expect(find(...notes(14), header)).toMatchObject({ first: 14 })
    expect(find(...notes(15), header)).toBeUndefined()
  })

  it('is the better one of two', () => {
    expect(find(['名称', '电话'], ['沈阳市科协', '024-23221703'], header)).toMatchObject({ first: 2 })
  })

  it('has one key however its words are spread', () => {
    expect(headerKey(['序　号', '活动\n名称'])).toBe(headerKey(['序号', '活动名称']))
    expect(headerKey(['序号', '活动名称'])).not.toBe(headerKey(['活动名称', '序号']))
  })
})
