import { listenForInterrupts } from './interrupts.ts'

/** A program that does not end when it is asked to, and says what it hears. */
const interrupts = listenForInterrupts(Number(process.argv[2]))
interrupts.signal.addEventListener('abort', () => {
  interrupts.close()
  process.stdout.write('aborted\n')
})
process.stdin.on('data', (words) => process.stdout.write(words))
process.stdout.write('listening\n')
