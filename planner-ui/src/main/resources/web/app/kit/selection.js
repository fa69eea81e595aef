/** A selection of cells: the one that is chosen, and the one it was drawn from. */

export function bounds({ row, column, fromRow, fromColumn }) {
  return {
    top: Math.min(row, fromRow),
    bottom: Math.max(row, fromRow),
    left: Math.min(column, fromColumn),
    right: Math.max(column, fromColumn),
  };
}

/** Its cells, row by row. */
export function spread({ top, bottom, left, right }) {
  return Array.from({ length: bottom - top + 1 }, (_, down) =>
    Array.from({ length: right - left + 1 }, (_c, over) => ({ row: top + down, column: left + over })),
  );
}

const within = (value, size) => Math.max(0, Math.min(size - 1, value));

/**
 * Where a key leads: arrows by one, with Ctrl to the edge, with Shift keeping the cell it was drawn from.
 *
 * @param size `{ rows, columns, page }`
 * @returns the selection after it; undefined where the key leads nowhere
 */
export function moved(at, key, { rows, columns, page }, { ctrlKey = false, metaKey = false, shiftKey = false }) {
  const far = ctrlKey || metaKey;
  const steps = {
    ArrowDown: [far ? rows : 1, 0],
    ArrowUp: [far ? -rows : -1, 0],
    ArrowRight: [0, far ? columns : 1],
    ArrowLeft: [0, far ? -columns : -1],
    PageDown: [page, 0],
    PageUp: [-page, 0],
    Home: [far ? -rows : 0, -columns],
    End: [far ? rows : 0, columns],
    Tab: [0, shiftKey ? -1 : 1],
  };
  if (!steps[key]) return undefined;
  const [down, right] = steps[key];
  const row = within(at.row + down, rows);
  const column = within(at.column + right, columns);
  const keeps = shiftKey && key !== 'Tab';
  return { row, column, fromRow: keeps ? at.fromRow : row, fromColumn: keeps ? at.fromColumn : column };
}
