/** Vite makes a style sheet of the page of it. */
declare module '*.css';

/** What the elements say of themselves; `scripts/write-manifest.mjs` writes it. */
declare module 'open-info:manifest' {
  const manifest: { modules: unknown[] };
  export default manifest;
}
