import { parentPort, workerData } from 'node:worker_threads'
import { readSheets } from './read-sheets.ts'
import type { SheetsRequest } from './read-sheets-apart.ts'

/** The thread behind `readSheetsApart`. */
const { content, fields } = workerData as SheetsRequest
parentPort?.postMessage(await readSheets(Buffer.from(content), fields))
