import path from 'node:path'

/** Where the samples lie below a data folder. */
export const samplesFolder = (dataDir: string): string => path.join(dataDir, 'samples', '科普日示例素材')
