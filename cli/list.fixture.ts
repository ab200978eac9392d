const brief = '围绕节约用水开展讲解和互动实验，发放宣传手册。'
export const header = '活动名称,活动时间,活动地点,主办单位,活动内容,联系人,联系电话'
/** Two activities with nothing wrong. */
export const sound = [
  `节水讲座,9月17日,文化路小学,辽宁省水利厅,${brief},李明,024-23221703`,
  `水质检测体验,9月18日,浑河公园,辽宁省水利厅,${brief},王丽,13912345678`,
]
/** A CSV as Excel saves it. */
export const table = (...lines: string[]) => `\uFEFF${lines.join('\r\n')}\r\n`
