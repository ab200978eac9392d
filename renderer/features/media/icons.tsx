import { DropPicture, lineIcon } from '../../ui/line-icon.tsx'

export const PlusIcon = () => lineIcon(<path d="M12 5v14M5 12h14" />, 16)
export const UndoIcon = () => lineIcon(<path d="M9 7 4 12l5 5M4 12h10a6 6 0 0 1 6 6v1" />)
export const RedoIcon = () => lineIcon(<path d="m15 7 5 5-5 5M20 12H10a6 6 0 0 0-6 6v1" />)
export const SearchIcon = () => lineIcon(<path d="m20 20-4-4M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Z" />, 16)
export const CloseIcon = () => lineIcon(<path d="M6 6l12 12M18 6 6 18" />)

/** Pictures that fall onto a sheet. */
export const DropIcon = () => (
  <DropPicture>
    <circle cx="32" cy="17" r="4" fill="var(--blue)" />
    <path d="m23 36 12-12 8 8 6-6 12 11" stroke="var(--blue)" strokeWidth="2" strokeLinejoin="round" />
  </DropPicture>
)
