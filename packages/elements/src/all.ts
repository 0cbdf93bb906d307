import './catalog-browser/define.ts';
import './deadline-clock/define.ts';
import './policy-card/define.ts';
import './provider/define.ts';
import './request-form/define.ts';
import './request-status/define.ts';
