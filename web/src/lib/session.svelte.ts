import { api, follow, Refused, type EditOutcome, type Job, type Names, type ResultTable, type Work } from './api';
import { t } from './words.svelte';

/** The open work: what it is, its newest results, and the job under way. One at a time. */
export class Session {
  work = $state<Work>();
  names = $state<Names>();
  job = $state<Job>();
  message = $state('');
  /** Grows with every new result, so that pages read again. */
  version = $state(0);
  quick = $state(false);
  #stop = () => {};
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(readonly id: string) {}

  async load() {
    this.work = await api.work(this.id);
    this.names = await api.names(this.id).catch(() => undefined);
    this.version++;
  }

  hashOf(file: string) {
    return this.work?.files.find((f) => f.path === file)?.sha256 ?? '';
  }

  /** Results of the newest run: the quick one after an edit, else the full one. */
  async table(name: string): Promise<ResultTable | undefined> {
    if (this.quick) {
      const quick = await api.result(this.id, name, 'quick').catch(() => undefined);
      if (quick) return quick;
    }
    return api.result(this.id, name).catch(() => undefined);
  }

  /** Makes an edit; what depends on it is computed anew from few draws a moment later. */
  async edit(change: () => Promise<EditOutcome>): Promise<boolean> {
    try {
      await change();
    } catch (fault) {
      if (!(fault instanceof Refused)) throw fault;
      this.message = fault.status === 412 ? t('changedElsewhere') : fault.diagnostics.map((d) => d[document.documentElement.lang === 'ja' ? 'ja' : 'en']).join(' ');
      await this.load();
      return false;
    }
    await this.load();
    this.message = t('saved');
    clearTimeout(this.#timer);
    if (this.work?.readable) this.#timer = setTimeout(() => void this.run('quick'), 150);
    return true;
  }
  undo = () => this.edit(() => api.undo(this.id));
  redo = () => this.edit(() => api.redo(this.id));

  async run(kind: 'quick' | 'full') {
    this.#stop();
    const started = await api.run(this.id, kind);
    this.job = started;
    this.#stop = follow(started.id, (job) => {
      this.job = job;
      if (job.state === 'done') {
        this.quick = job.quick;
        void this.load();
      }
    });
  }
  cancel = () => this.job && api.cancel(this.job.id);
  close() {
    this.#stop();
    clearTimeout(this.#timer);
  }
}
