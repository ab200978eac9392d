import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/**
 * What has to be bundled: the window's page, and the preload script, which in a sandbox must be one CommonJS file.
 * Everything else is compiled file by file by `tsc -b`.
 */
export default defineConfig({
  preload: {
    build: {
      outDir: 'out/preload',
      emptyOutDir: true,
      minify: true,
      reportCompressedSize: false,
      // Sandboxed, it can require nothing but electron.
      externalizeDeps: false,
      rollupOptions: {
        input: 'electron/preload.ts',
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: 'preload.cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    base: './',
    plugins: [react()],
    build: {
      outDir: 'out/window',
      emptyOutDir: true,
      minify: true,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2000,
      rollupOptions: { input: 'renderer/index.html' },
    },
    worker: { format: 'es' },
  },
})
