import type { ReactNode } from 'react'

const drawn = (paths: ReactNode, size = 18) => (
  <svg
    width={size}
    height={size}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth="2"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    {paths}
  </svg>
)

export const PlusIcon = () => drawn(<path d="M12 5v14M5 12h14" />, 16)
export const UndoIcon = () => drawn(<path d="M9 7 4 12l5 5M4 12h10a6 6 0 0 1 6 6v1" />)
export const RedoIcon = () => drawn(<path d="m15 7 5 5-5 5M20 12H10a6 6 0 0 0-6 6v1" />)
export const SearchIcon = () => drawn(<path d="m20 20-4-4M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Z" />, 16)
export const CloseIcon = () => drawn(<path d="M6 6l12 12M18 6 6 18" />)

/** Pictures that fall onto a sheet. */
export const DropIcon = () => (
  <svg width="84" height="72" viewBox="0 0 84 72" fill="none" aria-hidden="true">
    <rect
      x="20"
      y="6"
      width="44"
      height="34"
      rx="5"
      fill="var(--blue-soft)"
      stroke="var(--blue)"
      strokeWidth="2"
    />
    <circle cx="32" cy="17" r="4" fill="var(--blue)" />
    <path d="m23 36 12-12 8 8 6-6 12 11" stroke="var(--blue)" strokeWidth="2" strokeLinejoin="round" />
    <path
      d="M42 46v16m-7-6 7 7 7-7"
      stroke="var(--blue)"
      strokeWidth="3"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
    <path
      d="M8 54v10a6 6 0 0 0 6 6h56a6 6 0 0 0 6-6V54"
      stroke="var(--line-2)"
      strokeWidth="3"
      strokeLinecap="round"
    />
  </svg>
)
