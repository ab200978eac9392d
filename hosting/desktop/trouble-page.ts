import { createHash } from 'node:crypto'

/** What stands where the window's own page could not be shown. */
export interface TroublePage {
  readonly title: string
  readonly lead: string
  readonly parts: readonly TroublePart[]
  /** Under which the log has it; undefined where no log can be written. */
  readonly reference: string | undefined
  readonly acts: readonly (readonly [TroubleAct, string])[]
}
interface TroublePart {
  readonly title: string
  readonly found: string
  readonly advice: readonly string[]
}
/** What a button of it does. */
const troubleActs = ['reopen', 'recheck', 'diagnostics', 'quit'] as const
export type TroubleAct = (typeof troubleActs)[number]

export const troubleHost = 'trouble'
export const troubleAddress = `kepuri://${troubleHost}/`

/** The act behind an address that the page wants to go to; it never gets there. */
export const actOf = (address: string): TroubleAct | undefined =>
  troubleActs.find((act) => address === troubleAddress + act)

export interface TroubleContent {
  readonly html: string
  readonly policy: string
}

const style = `
body { margin: 0; background: #f4f6f9; color: #1c2530; font: 17px/1.75 "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Micro Hei", sans-serif; }
main { box-sizing: border-box; max-width: 820px; margin: 6vh auto; padding: 40px 48px; background: #fff; border: 1px solid #d8dee6; border-radius: 10px; }
h1 { margin: 0 0 12px; font-size: 27px; line-height: 1.4; }
h2 { margin: 0 0 4px; font-size: 19px; }
p, ul { margin: 0 0 8px; overflow-wrap: anywhere; }
section { margin: 22px 0; padding: 14px 20px; background: #fff8ec; border-left: 4px solid #c77700; }
ul { padding-left: 1.3em; }
nav { display: flex; flex-wrap: wrap; gap: 14px; margin: 28px 0 20px; }
a { padding: 9px 26px; border: 1px solid #8795a8; border-radius: 7px; color: #1c2530; text-decoration: none; }
a:first-child { background: #1558c0; border-color: #1558c0; color: #fff; }
a:focus-visible { outline: 3px solid #ffb31a; outline-offset: 2px; }
small { color: #55606e; font-size: 15px; }
`
/** Nothing runs and nothing is loaded: only this one style is taken. */
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/**
 * The page as a whole document without scripts: its buttons are links that the window takes for what they mean.
 *
 * @param label says what the reference is for
 */
export function troubleContent(
  page: TroublePage,
  label: (reference: string | undefined) => string,
): TroubleContent {
  const { title, lead, parts, reference, acts } = page
  const links = acts.map(
    ([act, text]) => `<a href="${troubleAddress}${act}" role="button" draggable="false">${safe(text)}</a>`,
  )
  const sections = parts.map(
    ({ title: head, found, advice }) =>
      `<section><h2>${safe(head)}</h2><p>${safe(found)}</p><ul>${advice.map((one) => `<li>${safe(one)}</li>`).join('')}</ul></section>`,
  )
  const body = `<h1>${safe(title)}</h1><p>${safe(lead)}</p>${sections.join('')}<nav>${links.join('')}</nav><small>${safe(label(reference))}</small>`
  return {
    policy,
    html: `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${safe(title)}</title><style>${style}</style></head><body><main>${body}</main></body></html>`,
  }
}

const safe = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
