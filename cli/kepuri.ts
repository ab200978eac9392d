#!/usr/bin/env node
import module from 'node:module'
import path from 'node:path'
import v8 from 'node:v8'
import { dataDir } from '../hosting/data-dir.ts'

// Compiled code of the program is kept in a place of its own user's, from the second start on; Node before 22.8 cannot.
module.enableCompileCache?.(path.join(dataDir(process.env, process.platform), 'compiled'))
// What is young stays small: left alone it takes 48 MB more, and no command is faster for it. It must be said before it grows.
v8.setFlagsFromString('--semi-space-growth-factor=1')
const { main } = await import('./main.ts')

// Chosen before anything is printed, and set rather than called: a pipe must be drained before the process ends.
process.exitCode = await main(process.argv.slice(2))
