import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { soon } from './waiting.ts'

interface Waiting<Answer> {
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

/** Threads of ours hold buffers and little else; without a limit each would take what the machine lets it. */
const resourceLimits = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 2 }

/** A thread that works off its orders one by one. */
export class Thread<Order, Answer> {
  private readonly worker: Worker
  private readonly waiting: Waiting<Answer>[] = []
  private ended: unknown

  /** @param name of the file beside this one that it runs, without its ending: the sources run as .ts in development and as .js when built */
  constructor(name: string) {
    this.worker = new Worker(new URL(`./${name}${extname(import.meta.url)}`, import.meta.url), {
      resourceLimits,
    })
    this.worker.on('message', (answer: Answer) => this.waiting.shift()?.resolve(answer))
    this.worker.on('error', (error) => this.fail(error))
    this.worker.on('exit', () => this.fail(new Error(`thread ${name} has ended`)))
  }

  /** An order that is not answered. */
  tell(order: Order): void {
    this.worker.postMessage(order)
  }

  /**
   * An order that is answered; answers come in the order of what was asked.
   *
   * @throws what ended the thread
   */
  ask(order: Order): Promise<Answer> {
    const answer = new Promise<Answer>((resolve, reject) => {
      if (this.ended === undefined) this.waiting.push({ resolve, reject })
      else reject(this.ended)
    })
    // Whoever gives up before it looks at an answer must not leave it behind as an unhandled rejection.
    answer.catch(() => undefined)
    this.worker.postMessage(order)
    return answer
  }

  /** Ends it, whatever it is doing. */
  async end(): Promise<void> {
    await soon(this.worker.terminate())
  }

  private fail(error: unknown): void {
    this.ended ??= error
    for (const { reject } of this.waiting.splice(0)) reject(error)
  }
}
