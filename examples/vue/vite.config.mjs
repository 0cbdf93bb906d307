import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  // Everything with a dash is an element of the browser, not a component of Vue.
  plugins: [
    vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('oi-') } } }),
  ],
  build: {
    target: 'es2021',
    modulePreload: { polyfill: false },
    rolldownOptions: { input: 'src/main.ts', output: { entryFileNames: 'app.js' } },
  },
});
