import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { Sheet, SheetState } from './sheet-state.ts'

const SheetContext = createContext<Sheet | undefined>(undefined)
export const SheetProvider = SheetContext.Provider

/** Where the clerk is in the list; only below the provider. */
export function useSheet(): Sheet {
  const sheet = useContext(SheetContext)
  if (!sheet) throw new Error('no sheet')
  return sheet
}

/** @param select gives the same value, not only an equal one, while nothing is to be drawn anew */
export const useSheetState = <T>(select: (state: SheetState) => T): T => useStore(useSheet().store, select)
