import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'

const script = `
import fcntl, os, signal, sys, time
signal.signal(signal.SIGIO, signal.SIG_IGN)
file = os.open(sys.argv[1], os.O_RDWR)
fcntl.fcntl(file, fcntl.F_SETLEASE, fcntl.F_WRLCK)
print('held', flush=True)
time.sleep(float(sys.argv[2]) / 1000)
`
/** Whether another program can hold a file here, as file servers do on Linux: by a lease (fcntl(2)). */
export const canHold =
  process.platform === 'linux' && spawnSync('python3', ['-c', 'import fcntl']).status === 0

/** Has another program hold a file for so many milliseconds: to open it without waiting fails with EAGAIN meanwhile. */
export async function holdFile(file: string, ms: number) {
  const holder = spawn('python3', ['-c', script, file, String(ms)], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(holder.stdout, 'data')
  return {
    async [Symbol.asyncDispose]() {
      holder.kill()
      if (holder.exitCode === null && holder.signalCode === null) await once(holder, 'exit')
    },
  }
}
