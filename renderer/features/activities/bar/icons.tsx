const arrow = (path: string) => (
  <svg
    width={16}
    height={16}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    strokeWidth="2"
    strokeLinecap="round"
    strokeLinejoin="round"
    aria-hidden="true"
  >
    <path d={path} />
  </svg>
)

export const UpIcon = () => arrow('M12 20V5m-6 6 6-6 6 6')
export const DownIcon = () => arrow('M12 4v15m-6-6 6 6 6-6')

/** A table that falls onto a sheet. */
export const TableDropIcon = () => (
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
    <path d="M20 16h44M20 28h44M34 6v34M49 16v24" stroke="var(--blue)" strokeWidth="2" />
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
