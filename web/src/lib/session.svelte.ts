import { api, follow, Refused, type EditOutcome, type Job, type Names, type ResultTable, type Stage, type Work } from './api';
import { language, t } from './words.svelte';

const oneBurst = 800; // edits that follow each other faster than this (ms) begin one run together

/** The open work: what it is, its newest results, and the job under way. One at a time. */
export class Session {
  work = $state<Work>();
  names = $state<Names>();
  job = $state<Job>();
  message = $state('');
  /** Grows with every new result, so that pages read again. */
  version = $state(0);
  /** Grows with every change of the inputs. */
  edited = $state(0);
  /** Edits asked for and not yet made. */
  pending = $state(0);
  /** Set while what is shown comes from a run that is not on the disk. */
  quick = $state(false);
  /** Of what is shown: the job it comes from, its stage ('before': from before the edit), its draws. */
  shown = $state<{ job: number; stage: Stage | 'before'; draws: number; of: number }>({ job: 0, stage: 'before', draws: 0, of: 0 });
  #stop = () => {};
  #timer: ReturnType<typeof setTimeout> | undefined;
  #edits: Promise<unknown> = Promise.resolve();
  #lastEdit = 0;
  #made = 0; // edits made since the page was opened

  constructor(readonly id: string) {}

  async load() {
    for (let before = -1; before !== this.#made;) { // an answer from before an edit is not taken
      before = this.#made;
      const [work, names] = await Promise.all([api.work(this.id), api.names(this.id).catch(() => undefined)]);
      if (before === this.#made) [this.work, this.names] = [work, names];
    }
    this.edited++;
    this.version++;
  }
  /** Opens the work, and takes up a run of it that is already under way. */
  async open() {
    const [running] = await Promise.all([this.#newest(), this.load()]);
    if (running) this.#watch(running);
  }
  /** The newest run of this work that waits or runs. */
  async #newest(): Promise<Job | undefined> {
    const mine = (job: Job) => job.work === this.id && job.kind === 'full' && (job.state === 'running' || job.state === 'waiting');
    return (await api.jobs()).filter(mine).at(-1);
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

  /** Makes an edit, after those asked for before it; what depends on it is computed anew, a first answer soon. */
  edit(change: () => Promise<EditOutcome>): Promise<boolean> {
    this.pending++;
    const made = this.#edits.then(() => this.#make(change));
    this.#edits = made.catch(() => undefined);
    return made;
  }
  async #make(change: () => Promise<EditOutcome>): Promise<boolean> {
    try {
      this.#take(await change());
      return true;
    } catch (fault) {
      if (!(fault instanceof Refused)) throw fault;
      this.message = fault.status === 412 ? t('changedElsewhere') : fault.diagnostics.map((d) => d[language()]).join(' ');
      await this.load();
      return false;
    } finally {
      this.pending--;
    }
  }
  /** What an edit changed, without reading the whole work again. */
  #take(outcome: EditOutcome) {
    const work = this.work;
    if (!work) return;
    const readable = outcome.diagnostics.every((d) => d.severity !== 'error');
    const namesChanged = outcome.files.some((f) => !/^network\/(stocks|supply|demand)/.test(f.path));
    work.undo = outcome.undo;
    work.redo = outcome.redo;
    work.diagnostics = outcome.diagnostics;
    work.readable = readable;
    if (work.run === 'current') work.run = 'stale';
    for (const changed of outcome.files) for (const file of work.files) if (file.path === changed.path) file.sha256 = changed.sha256;
    this.edited++;
    this.#made++;
    this.message = t('saved');
    clearTimeout(this.#timer);
    const soon = Date.now() - this.#lastEdit > oneBurst;
    this.#lastEdit = Date.now();
    if (readable) this.#timer = setTimeout(() => void this.run(), soon ? 0 : oneBurst / 4);
    if (readable && namesChanged) void api.names(this.id).then((names) => (this.names = names), () => undefined);
  }
  undo = () => this.edit(() => api.undo(this.id));
  redo = () => this.edit(() => api.redo(this.id));

  /** A first answer from few draws, then needs from all draws, then all figures, then the whole run with its reports. */
  async run() {
    try {
      this.#watch(await api.run(this.id, 'full'));
    } catch (fault) {
      if (!(fault instanceof Refused)) throw fault;
      this.message = fault.diagnostics.map((d) => d[language()]).join(' ');
    }
  }
  /** Answers may come in another order than they were asked for: an older job never takes the place of a newer one. */
  #watch(started: Job) {
    if (this.job && started.id < this.job.id) return;
    this.#stop();
    this.job = started;
    this.shown = { job: started.id, stage: 'before', draws: 0, of: 0 };
    this.#stop = follow(started.id, (job) => {
      this.job = job;
      if (job.state === 'done') {
        this.quick = false;
        void this.load();
      } else if (job.state === 'cancelled') {
        void this.#newest().then((newer) => newer && this.#watch(newer)); // another page may have begun one
      } else if (job.shown > 0 && (job.shown > this.shown.draws || job.stage !== this.shown.stage)) {
        this.shown = { job: job.id, stage: job.stage, draws: job.shown, of: job.draws };
        this.quick = true;
        this.version++;
      }
    });
  }
  cancel = () => this.job && api.cancel(this.job.id);
  close() {
    this.#stop();
    clearTimeout(this.#timer);
  }
}
