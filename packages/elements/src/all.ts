import './catalog-browser/define.ts';
import './provider/define.ts';
