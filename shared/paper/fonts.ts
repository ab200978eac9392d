/** Fonts by name, never bundled: what a government office's computer has. */
export const fonts = {
  /** 小标宋, for titles. */
  title: '方正小标宋简体',
  /** The plain 仿宋 and not 仿宋_GB2312, where rare names drop out. */
  text: '仿宋',
  /** For annex labels and a table's header. */
  heading: '黑体',
  /** For page numbers. */
  page: '宋体',
} as const

/** What may stand in where a font is missing, in the order of preference. */
export const substitutes: Readonly<Record<string, readonly string[]>> = {
  [fonts.title]: ['华文中宋', 'STZhongsong', '宋体', 'SimSun'],
  [fonts.text]: ['FangSong', '仿宋_GB2312', '华文仿宋', 'STFangsong'],
  [fonts.heading]: ['SimHei', '微软雅黑', 'Microsoft YaHei'],
  [fonts.page]: ['SimSun', 'NSimSun', '新宋体'],
}

/** Sizes in points by their Chinese names. */
export const sizes = { title: 22, annex: 16, preamble: 12, table: 10.5, page: 10.5 } as const
