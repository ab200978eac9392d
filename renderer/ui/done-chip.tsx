import { CheckMark } from './check-mark.tsx'
import './done-chip.css'

/** Says beside a heading that what it is about was done: 已发送, 已打印. */
export const DoneChip = ({ text }: { readonly text: string }) => (
  <span className="done-chip">
    <CheckMark size={13} />
    {text}
  </span>
)
