export { type CapStanding, capsFor } from './caps-for.ts'
