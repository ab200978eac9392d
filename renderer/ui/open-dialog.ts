/** A dialog lies over the page, wherever the keyboard is: the keys and the clipboard are not the page's. */
export const hasOpenDialog = (): boolean =>
  [...document.querySelectorAll('.ant-modal-wrap')].some((one) => one.getClientRects().length > 0)
