/** The current file of the task: picture, findings, texts. Without one, the board of what is missing. */
export const DetailPane = ({ task }: { readonly task: string }) => <aside>{task}</aside>
