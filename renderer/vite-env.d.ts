/** Style sheets are bundled; only CSS modules have names to give. */
declare module '*.css'
