import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  build: {
    target: 'es2021',
    modulePreload: { polyfill: false },
    rolldownOptions: { input: 'src/main.tsx', output: { entryFileNames: 'app.js' } },
  },
});
