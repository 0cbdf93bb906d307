/** What a card draws once it has its policy: fetched beside it, so it costs no time of its own. */
import { blockStyles } from '../../base/blocks.styles.ts';
import { sectionStyles } from '../../themes/sections.styles.ts';
import { styles } from '../policy-card.styles.ts';

export { cardTerms } from './card.terms.ts';
export { renderFoot, renderInterpreter } from './foot.ts';
export { renderBanner, renderHead } from './head.ts';
export { sectionsOf } from './sections.ts';
export { renderToolsPlace } from './tools-place.ts';

export const cardStyles = [blockStyles, sectionStyles, styles];
