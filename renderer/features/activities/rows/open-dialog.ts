/** A dialog lies over the page: its keys and its clipboard are not the page's. */
export const hasOpenDialog = (): boolean =>
  document.querySelector('.ant-modal-wrap:not([style*="none"])') !== null
