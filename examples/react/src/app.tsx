import type {} from '@open-info/elements/react';
import '@open-info/elements/catalog-browser/define';
import '@open-info/elements/policy-card/define';
import '@open-info/elements/policy-list/define';
import '@open-info/elements/provider/define';
import '@open-info/elements/request-form/define';
import type { CatalogBrowser } from '@open-info/elements/catalog-browser/catalog-browser';
import { createClient } from '@open-info/sdk/client';
import { useRef, useState } from 'react';

/** One client for the whole application; its own origin serves the data too. */
const client = createClient({ baseUrl: '' });

const views = { catalog: '公开目录', policies: '政策解读', request: '依申请公开' } as const;
type View = keyof typeof views;

export function App() {
  const [view, setView] = useState<View>('catalog');
  const [elder, setElder] = useState(false);
  const [status, setStatus] = useState('');
  return (
    <oi-provider client={client} mode={elder ? 'elder' : 'standard'}>
      <header>
        <h1>政务公开（React 示例）</h1>
        <nav aria-label="主导航">
          {(Object.keys(views) as View[]).map((name) => (
            <button
              key={name}
              type="button"
              aria-current={name === view ? 'page' : undefined}
              onClick={() => setView(name)}
            >
              {views[name]}
            </button>
          ))}
          <button type="button" aria-pressed={elder} onClick={() => setElder(!elder)}>
            适老模式
          </button>
        </nav>
        <p role="status">{status}</p>
      </header>
      <main>
        {view === 'catalog' && <Catalog onStatus={setStatus} />}
        {view === 'policies' && <Policies />}
        {view === 'request' && (
          <oi-request-form
            organ="civil-affairs"
            onoi-request-form-step={(event) => setStatus(`申请步骤：${event.step}`)}
            onoi-request-form-submitted={(event) => setStatus(`已递交：${event.number}`)}
          >
            <p>也可以到区政务服务中心当面申请。</p>
          </oi-request-form>
        )}
      </main>
    </oi-provider>
  );
}

function Catalog({ onStatus }: { onStatus: (status: string) => void }) {
  const browser = useRef<CatalogBrowser>(null);
  const [open, setOpen] = useState(false);
  return (
    <>
      {open && (
        <nav aria-label="目录">
          <button
            type="button"
            onClick={() => {
              browser.current?.showList();
              setOpen(false);
            }}
          >
            回到全部事项
          </button>
        </nav>
      )}
      <oi-catalog-browser
        ref={browser}
        pageSize={10}
        terms={{ heading: '本区公开事项' }}
        onoi-catalog-item-opened={(event) => {
          setOpen(true);
          onStatus(`正在查看事项：${event.itemId}`);
        }}
        onoi-catalog-searched={(event) => onStatus(`共 ${event.total} 项`)}
      >
        <a href="/api/v1/catalog">公开事项（JSON）</a>
      </oi-catalog-browser>
    </>
  );
}

/** The list tells which policy is wanted; this application shows it beside the list. */
function Policies() {
  const [chosen, setChosen] = useState<string>();
  return (
    <>
      <oi-policy-list
        level="district"
        heading-level="2"
        onoi-policy-list-opening={(event) => {
          event.preventDefault();
          setChosen(event.interpretationId);
        }}
      />
      {chosen !== undefined && (
        <section aria-label="政策明白看">
          <nav aria-label="政策">
            <button type="button" onClick={() => setChosen(undefined)}>
              收起政策
            </button>
          </nav>
          <oi-policy-card interpretationId={chosen} compact />
        </section>
      )}
    </>
  );
}
