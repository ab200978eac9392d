import { indoors } from './scenes-indoors.ts'
import { outdoors } from './scenes-outdoors.ts'

/** Pictures of science for the public, each unlike the others, as SVG on a canvas of 300 × 200. */
export const scenes = { ...outdoors, ...indoors }

export type SceneName = keyof typeof scenes
