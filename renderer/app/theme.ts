import type { ThemeConfig } from 'antd'

/** antd in the colours and measures of tokens.css, which must be loaded before. */
export function themeOf(element: Element): ThemeConfig {
  const style = getComputedStyle(element)
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim()
  return {
    token: {
      colorPrimary: token('blue'),
      colorLink: token('blue'),
      colorError: token('red'),
      colorWarning: token('amber'),
      colorSuccess: token('green'),
      colorErrorBg: token('red-soft'),
      colorWarningBg: token('amber-soft'),
      colorSuccessBg: token('green-soft'),
      colorInfoBg: token('blue-soft'),
      colorText: token('ink'),
      colorTextSecondary: token('ink-2'),
      colorTextTertiary: token('ink-3'),
      colorTextPlaceholder: token('ink-3'),
      colorBorder: token('line-2'),
      colorBorderSecondary: token('line'),
      colorBgLayout: token('bg'),
      borderRadius: 8,
      fontFamily: token('font'),
      fontSize: 15,
      controlHeight: 36,
      wireframe: false,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.18s',
    },
    components: {
      Button: { fontWeight: 500, primaryShadow: 'none', defaultShadow: 'none' },
      Modal: { titleFontSize: 19 },
    },
  }
}
