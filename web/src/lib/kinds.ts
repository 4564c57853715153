import { group, type WorkKind } from './api';
import { isRoomWord, r, type RoomWord } from './room_words';
import type { Session } from './session.svelte';
import { say, t, type Word } from './words.svelte';

// The pages of each kind of work, from left to right.
const common: Word[] = ['values', 'trace', 'compare', 'report', 'problems'];
const pages: Record<WorkKind, (Word | RoomWord)[]> = {
  study: ['network', 'pathways', 'costs', 'options', 'technologies', 'values', 'trace', 'compare', 'report', 'import', 'problems'],
  assessment: ['dossiers', 'gravity', 'systems', 'asymmetries', 'time', 'ways', 'tables', ...common],
  agenda: ['agenda', 'origins', 'alarms', 'changes', 'tables', ...common.slice(1)],
};
export const pagesOf = (kind: WorkKind) => pages[kind];
/** Where a work opens. */
export const firstPage = (kind: WorkKind) => ({ study: 'technologies', assessment: 'asymmetries', agenda: 'agenda' })[kind];
export const pageTitle = (page: Word | RoomWord) => (isRoomWord(page) ? r(page) : t(page as Word));
export const kindTitle = (kind: WorkKind) => r(kind === 'agenda' ? 'agendaKind' : kind);
/** Where the needs of an agenda come from; what they are called, the program says. */
export const origins = ['supply-chain', 'asymmetry', 'framework', 'domestic'];
export const originTitle = (session: Session, id: string) => say(group(session.names, 'origins')[id], id);
