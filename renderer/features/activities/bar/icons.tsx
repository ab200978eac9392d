import { DropPicture, lineIcon } from '../../../ui/line-icon.tsx'

export const UpIcon = () => lineIcon(<path d="M12 20V5m-6 6 6-6 6 6" />, 16)
export const DownIcon = () => lineIcon(<path d="M12 4v15m-6-6 6 6 6-6" />, 16)

/** A table that falls onto a sheet. */
export const TableDropIcon = () => (
  <DropPicture>
    <path d="M20 16h44M20 28h44M34 6v34M49 16v24" stroke="var(--blue)" strokeWidth="2" />
  </DropPicture>
)
