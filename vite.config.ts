import { constants } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { compression, defineAlgorithm } from 'vite-plugin-compression2'

export default defineConfig({
  root: 'client',
  plugins: [
    react(),
    // As small as they get, once: the server sends these beside others as they are, see server/platform/http/pages.ts.
    compression({
      include: /\.(?:js|css|svg|wasm)$/,
      algorithms: [defineAlgorithm('brotliCompress', { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } })],
      skipIfLargerOrEqual: true,
      logLevel: 'silent',
    }),
  ],
  resolve: { tsconfigPaths: true },
  // The server replaces this mark with the nonce of each reply.
  html: { cspNonce: '__NONCE__' },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    // Tells the server what a page needs: see server/platform/http/page-preloads.ts.
    manifest: true,
  },
})
