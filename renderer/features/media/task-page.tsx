/** A task of files: what is asked, what is there, what is missing. */
export const TaskPage = ({ task }: { readonly task: string }) => <main>{task}</main>
