import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

/** What is printed, and where the browser keeps what it needs meanwhile. */
export interface ChromiumPrint {
  readonly page: string
  readonly pdf: string
  /** An empty folder of its own. */
  readonly profile: string
}

/**
 * The words on Chromium's command line that print a page of ours: alone with itself, without a network. Switches that
 * a version does not know are passed over by it.
 */
export function chromiumWords({ page, pdf, profile }: ChromiumPrint): readonly string[] {
  return [
    '--headless',
    `--user-data-dir=${profile}`,
    `--print-to-pdf=${pdf}`,
    '--no-pdf-header-footer',
    // Its name until Chromium 112.
    '--print-to-pdf-no-header',
    '--disable-gpu',
    // Nothing is asked and nothing offered: no first run, no keyring, no message of errors.
    '--no-first-run',
    '--no-default-browser-check',
    '--noerrdialogs',
    '--password-store=basic',
    '--use-mock-keychain',
    '--disable-extensions',
    '--disable-breakpad',
    // An administrator's Chromium (138 and later) starts itself again with fewer rights and ends, its PDF unwritten.
    '--do-not-de-elevate',
    ...offline,
    // Its sandbox refuses root; what is printed is a page of ours and without scripts.
    ...(process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    // A small /dev/shm, as containers have, ends its renderer.
    ...(process.platform === 'linux' ? ['--disable-dev-shm-usage'] : []),
    pathToFileURL(page).href,
  ]
}

/** No host has an address, and the proxy for all, this machine included, is a port where nobody listens. */
const offline = [
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
]

/**
 * Turns scripts off in a new profile. The switch for it (`--blink-settings=scriptEnabled=false`) turns off printing as
 * well, for in a headless Chromium that is done by a page with a script.
 */
export async function forbidScripts(profile: string): Promise<void> {
  const folder = path.join(profile, 'Default')
  await mkdir(folder)
  const preferences = { profile: { default_content_setting_values: { javascript: 2 } } }
  await writeFile(path.join(folder, 'Preferences'), JSON.stringify(preferences))
}
