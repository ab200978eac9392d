/** 一键打包: always there, and says why it cannot yet. */
export const PackButton = ({ task }: { readonly task: string }) => <button type="button">{task}</button>
