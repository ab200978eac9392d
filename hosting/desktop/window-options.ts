import { programName } from '../../shared/wording/program-name.ts'
import type { Placement } from './window-state.ts'

/** The only window: sandboxed, isolated, and shown when there is something to see. */
export const windowOptions = ({ maximised: _maximised, ...place }: Placement, preload: string) =>
  ({
    ...place,
    title: programName,
    show: false,
    backgroundColor: '#ffffff',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  }) as const
