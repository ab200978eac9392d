import { describe, expect, test } from 'vitest'
import { type Asked, cookieOf, judgeRequest } from './guard.ts'

const own = { port: 4173, token: 'secret-of-this-launch' }
const sound: Asked = {
  host: '127.0.0.1:4173',
  origin: 'http://127.0.0.1:4173',
  site: 'same-origin',
  token: own.token,
}
const verdict = (given: Partial<Asked>) => judgeRequest({ ...sound, ...given }, own)

describe('a request', () => {
  test('of our own page is allowed', () => expect(verdict({})).toBe('allowed'))
  test('to localhost is ours as well', () =>
    expect(verdict({ host: 'localhost:4173', origin: 'http://localhost:4173' })).toBe('allowed'))
  test('without an Origin, as for a picture, is allowed with the token', () =>
    expect(verdict({ origin: undefined })).toBe('allowed'))
  test.each([
    'evil.example',
    'evil.example:4173',
    '127.0.0.1',
    '127.0.0.1:4174',
    '127.0.0.1.evil.example:4173',
    '',
    undefined,
  ])('to the host %j is refused', (host) => expect(verdict({ host })).toBe('wrong-host'))
  test.each([
    'http://evil.example',
    'null',
    'http://127.0.0.1:4174',
    'https://127.0.0.1:4173',
    'http://127.0.0.1:4173.evil.example',
    '',
  ])('from the origin %j is refused', (origin) => expect(verdict({ origin })).toBe('wrong-origin'))
  test.each(['same-origin', 'none', undefined])('of the site %j is allowed', (site) =>
    expect(verdict({ site })).toBe('allowed'),
  )
  // Pages on another port of this machine are of the same site, and the cookie goes there as well.
  test.each(['same-site', 'cross-site', '', 'same-origin, same-site'])(
    'of the site %j is refused, with the token and without an Origin',
    (site) => expect(verdict({ site, origin: undefined })).toBe('wrong-site'),
  )
  test.each(['', 'secret-of-this-launcH', 'secret', 'secret-of-this-launch2', undefined])(
    'with the token %j is refused',
    (token) => expect(verdict({ token })).toBe('wrong-token'),
  )
})

test('a cookie is found by its whole name', () => {
  const header = 'other=1; kepuri-4173=abc=def; kepuri=x'
  expect([
    cookieOf(header, 'kepuri-4173'),
    cookieOf(header, 'kepuri'),
    cookieOf(header, 'epuri'),
    cookieOf(undefined, 'a'),
  ]).toEqual(['abc=def', 'x', undefined, undefined])
})
