/** What was packed of a task: mails to send, and earlier packages. */
export const SendPage = ({ task }: { readonly task: string; readonly record?: string | undefined }) => (
  <main>{task}</main>
)
