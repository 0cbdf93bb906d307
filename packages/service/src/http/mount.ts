export { route, ReadyJson, type Call, type FileAnswer, type Handler, type Route } from './route.ts';
