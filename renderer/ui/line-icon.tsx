import type { ReactNode } from 'react'

/** A picture of lines in the colour of the text beside it. */
export const lineIcon = (paths: ReactNode, size = 18) => (
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

/** What falls onto a sheet, in a frame above the tray that it falls into. */
export const DropPicture = ({ children }: { readonly children: ReactNode }) => (
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
    {children}
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
