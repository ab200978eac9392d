/** Names of what passes between the page's preload script and the main process. */
export const channels = {
  frame: 'kepuri:frame',
  reply: 'kepuri:reply',
  claim: 'kepuri:claim',
  choose: 'kepuri:choose',
  saveAs: 'kepuri:save-as',
  outFolder: 'kepuri:out-folder',
  chooseOutFolder: 'kepuri:choose-out-folder',
  reveal: 'kepuri:reveal',
  exportDiagnostics: 'kepuri:export-diagnostics',
  copy: 'kepuri:copy',
  print: 'kepuri:print',
  closing: 'kepuri:closing',
  saved: 'kepuri:saved',
} as const
