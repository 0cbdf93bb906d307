// The floor: a page that fetches the same answer and inserts the same rows, and nothing else.
const rows = document.getElementById('rows');
const total = document.getElementById('total');
let last;

async function show(q) {
  last?.abort();
  last = new AbortController();
  const query = new URLSearchParams({ limit: '20', ...(q ? { q } : {}) });
  try {
    const answer = await fetch(`/api/v1/catalog/items?${query}`, { signal: last.signal });
    const page = await answer.json();
    total.textContent = String(page.total);
    rows.replaceChildren(...page.items.map(row));
  } catch (error) {
    if (error.name !== 'AbortError') throw error;
  }
}

function row(item) {
  const li = document.createElement('li');
  for (const text of [item.name, item.field.name, item.subject.text, item.timeLimit.text]) {
    const p = document.createElement('p');
    p.textContent = text;
    li.append(p);
  }
  return li;
}

document.getElementById('q').addEventListener('input', (event) => {
  if (!event.isComposing) void show(event.target.value);
});
void show('');
