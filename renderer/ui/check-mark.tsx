/** A tick in the colour of the text around it. */
export const CheckMark = ({ size = 14 }: { readonly size?: number }) => (
  <svg viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" focusable="false">
    <path
      d="M2.5 8.6 6.2 12.2 13.5 4.2"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.2"
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  </svg>
)
