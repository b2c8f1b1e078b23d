import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The kiosk's page, a build of its own into dist/kiosk: nothing of the clerk's window is in it. */
export default defineConfig({
  root: 'renderer/kiosk',
  base: './',
  publicDir: false,
  plugins: [react()],
  build: {
    outDir: '../../dist/kiosk',
    emptyOutDir: true,
    sourcemap: false,
    target: 'chrome140',
    chunkSizeWarningLimit: 2_000, // as in vite.config.ts
  },
});
