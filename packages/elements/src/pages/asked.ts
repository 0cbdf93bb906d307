/** What pages are of: each noun has a list at `/<noun>` and a page for each record below it. */
export const nouns = ['catalog', 'policies', 'matters'] as const;
export type Noun = (typeof nouns)[number];

/** One page that is asked for. The service has the same shape (`service/src/pages/renderer.ts`). */
export interface Asked {
  noun: Noun;
  /** The record; absent: the list. */
  id?: string | undefined;
  query: URLSearchParams;
  language: 'zh' | 'en';
  /** `elder`: 适老. */
  mode: 'standard' | 'elder';
  /** Where the service is, as the reader wrote it: `https://open.example.gov.cn`. */
  origin: string;
  /** Where the built files of this version lie: `/embed/0.1.0`. */
  assets: string;
  /** Page of a record of each noun, with `{id}`, as this service or its operator names it. */
  addresses: Readonly<Record<Noun, string>>;
  /** 网站名称; the district's name when absent. */
  siteName?: string | undefined;
  /** 网站标识码, 10 digits. */
  siteCode?: string | undefined;
  /** Asks the service itself. */
  fetch: (request: Request) => Promise<Response>;
}

/** A page as it is answered. */
export interface Drawn {
  /** 200, or what the service said of the record: 404, 410. */
  status: number;
  html: string;
}
