import { expect, it } from 'vitest'
import { joined, markup, plainText } from './markup.ts'

it('escapes what is filled in, between tags and in attributes', () => {
  const hostile = `</p><script>alert("1")</script>'&amp;`
  const { html } = markup`<p title="${hostile}">${hostile}</p>`
  expect(html.match(/[<>]/g)).toEqual(['<', '>', '<', '>'])
  expect(html.match(/"/g)).toHaveLength(2)
  expect(html).toContain('&#39;&amp;amp;')
})

it('takes HTML as it stands, alone or in a list', () => {
  const bold = markup`<b>${'a<b'}</b>`
  expect(markup`<p>${bold}${[bold, bold]}${3}</p>`.html).toBe(`<p>${'<b>a&lt;b</b>'.repeat(3)}3</p>`)
  expect(joined([bold, bold]).html).toBe('<b>a&lt;b</b>'.repeat(2))
})

it('keeps rare characters and makes harmless what is no character', () => {
  expect(plainText('李𬭊㛃·“e\u0301”')).toBe('李𬭊㛃·“e\u0301”')
  expect(plainText('a\u0000b\u001Bc\u007F\r\nd\u2028e')).toBe('a b c \nd\ne')
  expect(plainText('半\uD835')).toBe('半\uFFFD')
  expect(plainText('\u202Egpj.exe')).toBe('gpj.exe')
})
