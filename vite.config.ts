import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, defineConfig, type Plugin } from 'vite';

/**
 * pdf.js asks for these by name, beside the page, when a scanned page needs them: fax and JBIG2, JPEG 2000. Without
 * them such a page stays white.
 */
const pdfDecoders: Plugin = {
  name: 'pdf-decoders',
  generateBundle() {
    for (const name of ['jbig2_nowasm_fallback.js', 'openjpeg_nowasm_fallback.js']) {
      const source = readFileSync(join(import.meta.dirname, 'node_modules', 'pdfjs-dist', 'wasm', name));
      this.emitFile({ type: 'asset', fileName: `pdf/${name}`, source });
    }
  },
};

/**
 * Builds the renderer into dist/renderer, after the kiosk's page (vite.kiosk.config.ts); relative URLs, because
 * Electron serves both from app://.
 */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react(), pdfDecoders],
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
