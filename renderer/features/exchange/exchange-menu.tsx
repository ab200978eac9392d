/** 用 Excel 填写: the form out and back in, and the list of problems. */
export const ExchangeMenu = ({ task }: { readonly task: string }) => <button type="button">{task}</button>
