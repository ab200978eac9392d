import { describe, expect, it } from 'vitest'
import { type PhoneReading, parsePhones } from './phone.ts'

function brief(reading: PhoneReading): string {
  if ('number' in reading) return `${reading.kind} ${reading.number}`
  const suggestion =
    reading.kind === 'unreadable' && reading.suggestion !== undefined ? `?${reading.suggestion}` : ''
  return `${reading.kind}${suggestion}`
}

describe('parsePhones', () => {
  it.each([
    ['15041455447', ['mobile 15041455447']],
    ['１５０４１４５５４４７', ['mobile 15041455447']],
    ['150 4145 5447', ['mobile 15041455447']],
    ['150-4145-5447', ['mobile 15041455447']],
    ['+86 15041455447', ['mobile 15041455447']],
    ['\u202d15041455447\u202c', ['mobile 15041455447']],
    ['手机：15041455447', ['mobile 15041455447']],
    ['15041455447.0', ['mobile 15041455447']],
    ['1.5041455447E10', ['mobile 15041455447']],
    ['12041455447', ['unreadable']],
    ['1504145544', ['unreadable']],
    ['150414554471', ['unreadable']],
    ['013912345678', ['unreadable?13912345678']],
    ['015041455447', ['unreadable?15041455447']],
    ['024-23221703', ['landline 024-23221703']],
    ['02423221703', ['landline 024-23221703']],
    ['024 23221703', ['landline 024-23221703']],
    ['（024）23221703', ['landline 024-23221703']],
    ['024－23221703', ['landline 024-23221703']],
    ['024——23221703', ['landline 024-23221703']],
    ['0411-1234567', ['landline 0411-1234567']],
    ['041112345678', ['landline 0411-12345678']],
    ['04111234567', ['landline 0411-1234567']],
    ['01068512519', ['landline 010-68512519']],
    ['+86-24-23221703', ['landline 024-23221703']],
    ['024-23221703-801', ['landline 024-23221703-801']],
    ['024-23221703转801', ['landline 024-23221703转801']],
    ['024-23221703 转 801', ['landline 024-23221703转801']],
    ['02423221703转801', ['landline 024-23221703转801']],
    ['024-23221703转8011234', ['unreadable']],
    ['4001234567', ['service 400-123-4567']],
    ['400-123-4567', ['service 400-123-4567']],
    ['800-1234567', ['service 800-123-4567']],
    ['23221703', ['without-area-code 23221703']],
    ['2322170', ['without-area-code 2322170']],
    ['2322-1703', ['without-area-code 23221703']],
    ['232217', ['unreadable']],
    ['1.50415E+10', ['lost-digits']],
    ['1.5E10', ['lost-digits']],
    ['2423221703', ['unreadable?024-23221703']],
    ['24-23221703', ['unreadable?024-23221703']],
    ['1068512519', ['unreadable?010-68512519']],
    ['41123221703', ['unreadable?0411-23221703']],
    ['024-23221703，15041455447', ['landline 024-23221703', 'mobile 15041455447']],
    ['024-23221703、15041455447', ['landline 024-23221703', 'mobile 15041455447']],
    ['024-23221703/15041455447', ['landline 024-23221703', 'mobile 15041455447']],
    ['024-23221703；15041455447', ['landline 024-23221703', 'mobile 15041455447']],
    ['024-23221703 15041455447', ['landline 024-23221703', 'mobile 15041455447']],
    ['024-23221703\n15041455447', ['landline 024-23221703', 'mobile 15041455447']],
    ['024 23221703 150 4145 5447', ['landline 024-23221703', 'mobile 15041455447']],
    ['2423221703 15041455447', ['unreadable?024-23221703', 'mobile 15041455447']],
    ['024-23221703、23221704', ['landline 024-23221703', 'without-area-code 23221704']],
    ['张三 15041455447', ['unreadable?15041455447']],
    ['024-23221703（办公室）', ['landline 024-23221703']],
    ['无', ['unreadable']],
    ['', []],
    [' 、 ', []],
  ])('reads %j as %j', (text, expected) => {
    expect(parsePhones(text).map(brief)).toEqual(expected)
  })

  it('keeps what was written beside what was read', () => {
    expect(parsePhones('024 23221703；张三 150')).toEqual([
      { kind: 'landline', number: '024-23221703', text: '024 23221703' },
      { kind: 'unreadable', text: '张三 150' },
    ])
  })
})

describe('a field that holds far more than numbers', () => {
  it.each([
    ['blanks between digits', '1 '.repeat(16_000)],
    ['blanks only between words', `电话${' '.repeat(32_000)}1`],
    ['a whole text', '请于活动前联系。'.repeat(4_000)],
  ])('is refused at once: %s', (_, text) => {
    const readings = parsePhones(text)
    expect(readings).toHaveLength(1)
    expect(readings[0]?.kind).toBe('unreadable')
    expect(readings[0]?.text.length).toBeLessThan(50)
  })

  it('is given up soon where it is full of single digits', () => {
    expect(parsePhones('1 2 '.repeat(50)).map(({ kind }) => kind)).toEqual(['unreadable'])
  })
})
