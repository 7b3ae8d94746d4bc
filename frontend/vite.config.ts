import react from '@vitejs/plugin-react';
import {defineConfig} from 'vitest/config';

export default defineConfig({
  plugins: [react()],
  // No asset may be inlined: the content security policy allows none of the data: scheme.
  build: {outDir: 'target/classes/static', emptyOutDir: true, assetsInlineLimit: 0, chunkSizeWarningLimit: 900},
  server: {proxy: {'/api': process.env.BREAKWATER_URL ?? 'http://localhost:8080'}},
  test: {environment: 'node', include: ['src/**/*.test.{ts,tsx}'], css: false, restoreMocks: true},
});
