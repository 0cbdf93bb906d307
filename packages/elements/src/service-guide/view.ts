import type { MatterListQuery } from '@open-info/contract/matters';
import type { RoutedView } from '../controllers/routing.ts';

/** What a person looks at: the list as it is narrowed, and the matter that is open. */
export interface View extends RoutedView {
  readonly q: string;
  /** 服务主题. */
  readonly theme: string;
  /** 服务对象 code. */
  readonly audience: string;
  /** 实施主体 id. */
  readonly organ: string;
  /** Only 一件事. */
  readonly bundle: boolean;
  /** Id of the open matter. */
  readonly matter: string | undefined;
}

/** The filters a person chooses one value of. */
export const choices = ['theme', 'audience', 'organ'] as const;
export type Choice = (typeof choices)[number];

export const wholeView: View = {
  q: '',
  theme: '',
  audience: '',
  organ: '',
  bundle: false,
  cursors: [],
  matter: undefined,
};

/** What the attributes of the element limit the list to. */
export interface Limits {
  organ: readonly string[];
  theme: readonly string[];
  audience: readonly string[];
}

/** The question a view stands for, within the limits. */
export function queryOf(view: View, limits: Limits, limit: number): MatterListQuery {
  const filters = Object.fromEntries(
    choices.flatMap((choice) => {
      const values = view[choice] === '' ? [...limits[choice]] : [view[choice]];
      return values.length > 0 ? [[choice, values]] : [];
    }),
  );
  return {
    ...filters,
    q: view.q || undefined,
    bundle: view.bundle ? 'true' : undefined,
    facets: 'true',
    limit,
    cursor: view.cursors[view.cursors.length - 1],
  };
}

/** True when a person narrowed the list. */
export function isNarrowed(view: View): boolean {
  return view.bundle || view.q !== '' || choices.some((choice) => view[choice] !== '');
}

/** A view as text for one query key: `q=开店&matter=…`. Cursors stay out of links. */
export function encodeView(view: View): string {
  const text = new URLSearchParams();
  if (view.q) text.set('q', view.q);
  for (const choice of choices) if (view[choice]) text.set(choice, view[choice]);
  if (view.bundle) text.set('bundle', 'true');
  if (view.matter) text.set('matter', view.matter);
  return text.toString();
}

/** The view a text stands for; what is unknown in it is passed over. */
export function decodeView(text: string): View {
  const read = new URLSearchParams(text);
  const said = (key: string) => read.get(key) ?? '';
  return {
    q: said('q'),
    theme: said('theme'),
    audience: said('audience'),
    organ: said('organ'),
    bundle: said('bundle') === 'true',
    cursors: [],
    matter: said('matter') || undefined,
  };
}
