import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The api that `npm start` runs; pages ask only their own origin. */
const api = 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react()],
  // Everything is a file of its own: the page's security policy takes no data: scripts or styles.
  build: { target: 'es2022', assetsInlineLimit: 0 },
  server: { host: '127.0.0.1', proxy: { '/api': api, '/health': api } },
});
