import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { ensureChromium } from './chromium.ts'

/** `npm run check`: everything that must hold before a change lands, in the order in which it fails fastest. */
const root = path.join(import.meta.dirname, '..')
const steps: readonly [string, string, readonly string[]][] = [
  ['编译与类型 build', 'node', ['build/compile.ts']],
  ['代码规范 lint', 'npm', ['run', '--silent', 'lint']],
  ['生成的文件 generated files', 'node', ['build/generate.ts', '--check']],
  [
    '规则包 rule packs',
    'node',
    ['out/cli/kepuri.js', 'notices', 'validate', 'resources/notices/liaoning-2023.json'],
  ],
  ['测试 tests', 'npx', ['vitest', 'run']],
  ['浏览器里的测试 tests in a browser', 'npx', ['vitest', 'run', '--config', 'vitest.e2e.config.ts']],
]

// Said at the start: the tests that need a browser come last.
if (!ensureChromium()) {
  const advice =
    '没有找到 Chromium，浏览器里的测试无法运行；请安装 Chromium，或用环境变量 CHROMIUM 指明它在哪里。'
  console.log(`${advice}\nNo Chromium found; install one or name it by CHROMIUM.`)
  process.exit(1)
}

let passed = 0
for (const [title, program, words] of steps) {
  console.log(`\n── ${title}`)
  const started = performance.now()
  const { status } = spawnSync(program, words, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  if (status !== 0) {
    console.log(`\n✕ ${title} (${seconds} s)\nchecks: ${passed} passed, 1 failed`)
    process.exit(1)
  }
  passed += 1
  console.log(`✓ ${title} (${seconds} s)`)
}
console.log(`\nchecks: ${passed} passed, 0 failed`)
