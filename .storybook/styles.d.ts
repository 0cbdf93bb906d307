/** Vite makes a style sheet of the page of it. */
declare module '*.css';
