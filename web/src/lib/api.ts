// The server's API (GET /api/openapi.json describes it). One place through which every request goes.

export interface Text { ja: string; en: string }
export interface Diagnostic extends Text {
  code: string; severity: 'error' | 'warning' | 'note';
  file: string; line: number; column: number; field: string;
}
export interface Basis {
  values: number; cited: number; judged: number; illustrative: number; missing: number; known_later: number;
}
export type WorkKind = 'study' | 'assessment' | 'agenda';
export interface Task extends Text { id: string; who: string; due: string; done: boolean }
export interface WithoutAxes {
  needs: { id: string; top_share: number; worth: number }[];
  technologies: { id: string; expected_rank: number; first_share: number }[];
}
export interface WorkSummary {
  id: string; kind: WorkKind; formats: string; readable: boolean; run: 'none' | 'current' | 'stale'; changed: string[]; tasks?: Task[];
  title?: Text; question?: Text; status?: 'draft' | 'release'; as_of?: string; focal_country?: string; marking?: string; basis?: Basis;
}
export interface Work extends WorkSummary {
  undo: number; redo: number; diagnostics: Diagnostic[];
  files: { path: string; bytes: number; sha256: string }[];
}
/** Groups that a study has; the rooms of other kinds ask for theirs by `group`. */
export type Names = Record<'items' | 'suppliers' | 'end_uses' | 'options' | 'packages' | 'pathways' | 'technologies', Record<string, Text>>;
export const group = (names: Names | undefined, name: string) => (names as Record<string, Record<string, Text>> | undefined)?.[name] ?? {};
export interface MatrixCell { pooled: number; disputed: boolean; judgements: { value: number; row: number; confidence: number; reason: string; claims: string[] }[] }
/** Cells row after row, null within one descriptor. */
export interface CrossImpacts {
  file: string; disputed_spread: number; cycle_share: number;
  descriptors: (Text & { id: string; states: (Text & { id: string })[] })[];
  people: (Text & { by: string })[]; cells: (MatrixCell | null)[];
  scenarios: { id: string; states: number[]; weight: number; inconsistency: number; margin: number | null; pathway: string }[];
}
export interface Sheet { path: string; sha256: string; columns: string[]; rows: string[][] }
export interface Value {
  id: string; link: string; median: number; p5: number; p95: number; people: number; unit: string; period: string;
  standing: 'cited' | 'judged' | 'illustrative' | 'missing'; by: string; claims: string[];
  file: string; line: number; written: string;
}
export interface ImportPreview {
  seen: string; diagnostics: Diagnostic[];
  files: { path: string; rows: { fate: 'changed' | 'added' | 'removed'; line: number; cells: { column: string; before: string; after: string }[] }[] }[];
}
export interface EditOutcome { files: { path: string; sha256: string }[]; undo: number; redo: number; diagnostics: Diagnostic[] }
export type ExportFormat = 'pdf' | 'docx' | 'pptx' | 'xlsx';
/** Of results shown by a run under way: all from the first draws; losses, needs and ranking from all, the rest from the
 *  first; all from all draws, packages and reports following. */
export type Stage = 'first' | 'needs' | 'figures';
export interface Job {
  id: number; work: string; kind: 'full' | 'quick' | 'export'; quick: boolean; state: 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
  progress: number; seconds: number; shown: number; draws: number; stage: Stage; diagnostics: (Text & { code: string })[];
}
export interface ResultTable { name: string; columns: { name: string; unit?: string; basis?: string }[]; rows: string[][] }
export interface TraceLine extends Text { depth: number; id: string; repeated: boolean }
export interface Difference { id: string; before: string; after: string }

/** What the server refused, with its diagnostics. */
export class Refused extends Error {
  constructor(readonly status: number, readonly code: string, readonly diagnostics: Diagnostic[]) { super(code); }
}

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

async function ask<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
  const init: RequestInit = { method, headers: { ...headers } };
  if (body instanceof Blob) {
    init.body = body;
    (init.headers as Record<string, string>)['Content-Type'] = workbook;
  } else if (body !== undefined) {
    init.body = JSON.stringify(body);
    (init.headers as Record<string, string>)['Content-Type'] = 'application/json';
  }
  const answer = await fetch(path, init);
  const json = await answer.json();
  if (!answer.ok) throw new Refused(answer.status, json.error ?? '', json.diagnostics ?? []);
  return json as T;
}

const at = (work: string, rest = '') => `/api/works/${encodeURIComponent(work)}${rest}`;
const query = (values: Record<string, string | undefined>) => {
  const set = Object.entries(values).filter((v): v is [string, string] => v[1] !== undefined);
  return set.length ? '?' + new URLSearchParams(set) : '';
};

export const api = {
  works: () => ask<{ works: WorkSummary[] }>('GET', '/api/works').then((a) => a.works),
  work: (id: string) => ask<Work>('GET', at(id)),
  names: (id: string) => ask<Names>('GET', at(id, '/names')),
  sheet: (id: string, path: string) => ask<Sheet>('GET', at(id, '/table' + query({ path }))),
  matrix: (id: string) => ask<CrossImpacts>('GET', at(id, '/matrix')),
  values: (id: string) => ask<{ values: Value[] }>('GET', at(id, '/values')).then((a) => a.values),
  editValue: (id: string, value: string, text: string, seen: string) =>
    ask<EditOutcome>('PATCH', at(id, '/values'), { id: value, value: text }, { 'If-Match': `"${seen}"` }),
  editCell: (id: string, file: string, row: number, column: string, value: string, seen: string) =>
    ask<EditOutcome>('PATCH', at(id, '/cells'), { file, row, column, value }, { 'If-Match': `"${seen}"` }),
  pasteCells: (id: string, file: string, row: number, column: string, rows: string[][], seen: string) =>
    ask<EditOutcome>('PUT', at(id, '/cells'), { file, row, column, rows }, { 'If-Match': `"${seen}"` }),
  undo: (id: string) => ask<EditOutcome>('POST', at(id, '/undo')),
  redo: (id: string) => ask<EditOutcome>('POST', at(id, '/redo')),
  previewImport: (id: string, file: Blob) => ask<ImportPreview>('POST', at(id, '/import'), file),
  applyImport: (id: string, file: Blob, seen: string) => ask<EditOutcome>('PUT', at(id, '/import'), file, { 'If-Match': `"${seen}"` }),
  tablesAddress: (id: string) => at(id, '/tables.xlsx'),
  run: (id: string, kind: 'quick' | 'full') => ask<Job>('POST', at(id, '/runs'), { kind }),
  jobs: () => ask<{ jobs: Job[] }>('GET', '/api/jobs').then((a) => a.jobs),
  job: (id: number) => ask<Job>('GET', `/api/jobs/${id}`),
  cancel: (job: number) => ask<Job>('DELETE', `/api/jobs/${job}`),
  result: (id: string, table: string, run?: 'quick') => ask<ResultTable>('GET', at(id, `/results/${table}` + query({ run }))),
  trace: (id: string, figure: string) => ask<{ lines: TraceLine[] }>('GET', at(id, '/trace' + query({ id: figure }))).then((a) => a.lines),
  traceFrom: (id: string, claim: string) => ask<{ figures: string[] }>('GET', at(id, '/trace' + query({ from: claim }))).then((a) => a.figures),
  traceable: (id: string) => ask<{ traceable: string[] }>('GET', at(id, '/trace')).then((a) => a.traceable),
  compare: (id: string, other: string) => ask<{ differences: Difference[] }>('GET', at(id, '/compare' + query({ with: other }))).then((a) => a.differences),
  withoutAxes: (id: string, off: string[], run?: 'quick') => ask<WithoutAxes>('GET', at(id, '/axes' + query({ off: off.join(';') || undefined, run }))),
  export: (id: string, format: ExportFormat, lang: string) => ask<Job>('POST', at(id, '/exports'), { format, lang }),
  exportAddress: (job: number) => `/api/jobs/${job}/file`,
  reportAddress: (id: string, lang: string) => at(id, '/report' + query({ lang })),
};

/** Follows a job to its end; `told` is called with where it stands now, and with every step. A stream that breaks is
 *  opened again: by the browser, or here where it was refused. */
export function follow(job: number, told: (job: Job) => void): () => void {
  let events: EventSource | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  const close = () => {
    events?.close();
    clearTimeout(again);
  };
  const open = () => {
    events = new EventSource(`/api/jobs/${job}/events`);
    const take = (event: Event) => told(JSON.parse((event as MessageEvent<string>).data) as Job);
    events.addEventListener('progress', take);
    for (const end of ['done', 'failed', 'cancelled'])
      events.addEventListener(end, (event) => { close(); take(event); });
    events.onerror = () => events?.readyState === EventSource.CLOSED && later();
  };
  const later = () => {
    again = setTimeout(() => void api.job(job).then(open, (fault) => fault instanceof Refused || later()), 500);
  };
  open();
  return close;
}
