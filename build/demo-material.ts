/** The unit that reports, as in unit.json. */
export const cityUnit = {
  name: '沈阳市科协',
  class: 'city',
  region: '沈阳市',
  contact: '张三',
  phone: '024-12345678',
}

/** The day as clerks write it: 2023年5月12日. */
export const dayInWords = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
