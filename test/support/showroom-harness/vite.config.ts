import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  publicDir: resolve(import.meta.dirname, '../../../.cache/showroom-harness'),
  plugins: [react()],
  server: { host: '127.0.0.1', port: 5199, strictPort: true },
  build: { outDir: resolve(import.meta.dirname, '../../../.cache/showroom-harness-dist'), emptyOutDir: true },
  cacheDir: resolve(import.meta.dirname, '../../../.cache/showroom-harness-vite'),
})
