// Every view is an address: /, /works/<id>/<page>?…

const read = () => ({ path: location.pathname.split('/').filter(Boolean).map(decodeURIComponent), query: new URLSearchParams(location.search) });
const state = $state<{ now: ReturnType<typeof read> }>({ now: read() });
addEventListener('popstate', () => { state.now = read(); });

export const place = () => state.now;
export function go(address: string) {
  history.pushState(null, '', address);
  state.now = read();
  document.querySelector('main')?.focus();
}
export const address = (work: string, page: string, query: Record<string, string> = {}) =>
  `/works/${encodeURIComponent(work)}${page ? '/' + page : ''}` + (Object.keys(query).length ? '?' + new URLSearchParams(query) : '');

/** Links inside the workbench change the view without a reload. */
export function onLink(event: MouseEvent) {
  const link = (event.target as Element).closest('a');
  if (!link || link.target || event.ctrlKey || event.metaKey || event.shiftKey || link.origin !== location.origin) return;
  if (link.pathname.startsWith('/api/')) return;
  event.preventDefault();
  go(link.pathname + link.search);
}
