import { lineIcon } from '../../ui/line-icon.tsx'

export const BackIcon = () => lineIcon(<path d="M19 12H5m6-6-6 6 6 6" />, 16)
export const PrinterIcon = () =>
  lineIcon(
    <>
      <path d="M7 8V3h10v5" />
      <path d="M7 17H4v-7a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v7h-3" />
      <path d="M7 14h10v7H7Z" />
    </>,
    16,
  )
