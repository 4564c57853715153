import type { ResultTable } from './api';
import { number } from './number';
import type { Session } from './session.svelte';

/** A table of results by id and column; read again whenever the session has new results. */
export class Rows {
  table = $state.raw<ResultTable>(); // replaced as a whole, never changed
  read = $state(false);
  constructor(session: Session, name: string) {
    $effect(() => {
      void session.version;
      void session.table(name).then((table) => {
        this.table = table;
        this.read = true;
      });
    });
  }
  get rows(): Row[] {
    const table = this.table;
    return table ? table.rows.map((cells) => new Row(table, cells)) : [];
  }
  row(id: string) {
    return this.rows.find((r) => r.id === id);
  }
}

export class Row {
  constructor(readonly table: ResultTable, readonly cells: string[]) {}
  get id() { return this.cells[0] ?? ''; }
  text(column: string) { return this.cells[this.table.columns.findIndex((c) => c.name === column)] ?? ''; }
  n(column: string, scale = 1) {
    const value = number(this.text(column));
    return value === undefined ? undefined : value / scale;
  }
}
