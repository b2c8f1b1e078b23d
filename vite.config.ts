import react from '@vitejs/plugin-react';
import { build, defineConfig } from 'vite';

/**
 * Builds the renderer into dist/renderer, after the kiosk's page (vite.kiosk.config.ts); relative URLs, because
 * Electron serves both from app://.
 */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    sourcemap: false,
    target: 'chrome140',
    // In kB. It comes from this machine, not over a line; the warning would stand in `npm start`'s output.
    chunkSizeWarningLimit: 2_000,
  },
  builder: {
    async buildApp(builder) {
      const { logLevel } = builder.config;
      await build({ configFile: 'vite.kiosk.config.ts', logLevel });
      const { client } = builder.environments;
      if (client !== undefined) await builder.build(client);
    },
  },
});
