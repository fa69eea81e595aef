/** Numbers as people and their spreadsheets write them. */

/**
 * @param text as typed or pasted
 * @param mark the decimal mark that is known to be meant; none where it is not
 * @returns `{ value }`, `{ unclear: true }` where the text could be read in two ways, or `{}` where it is no number
 */
export function number(text, mark = '') {
  const bare = text.replace(/[\s\u00a0\u202f'’]/g, '');
  if (!/^[-+]?\d[\d.,]*$/.test(bare)) return {};
  const marks = bare.match(/[.,]/g) ?? [];
  if (marks.length === 0) return { value: Number(bare) };
  const meant = mark || meantBy(bare, marks);
  if (!meant) return { unclear: true };
  const [whole, rest, ...more] = bare.split(meant);
  const others = meant === '.' ? ',' : '.';
  if (more.length || (rest ?? '').includes(others) || !isGrouped(whole, others)) return {};
  return { value: Number(`${whole.replaceAll(others, '')}.${rest || '0'}`) };
}

/** The decimal mark that a number shows by itself: the last of two kinds, or one that cannot group. */
function meantBy(bare, marks) {
  if (new Set(marks).size === 2) return marks.at(-1);
  const other = marks[0] === '.' ? ',' : '.';
  if (marks.length > 1) return other;
  const [whole, rest] = bare.replace(/^[-+]/, '').split(marks[0]);
  return rest.length === 3 && whole.length <= 3 && !whole.startsWith('0') ? '' : marks[0];
}

/** Thousands stand in threes. */
function isGrouped(whole, mark) {
  const [first, ...groups] = whole.replace(/^[-+]/, '').split(mark);
  return (
    groups.every((group) => group.length === 3) && (groups.length === 0 || (first.length >= 1 && first.length <= 3))
  );
}

/** The decimal mark that the numbers of a sheet show: the one that any of them makes plain; none where they differ. */
export function markOf(texts) {
  const shown = new Set();
  for (const text of texts) {
    const bare = text.replace(/[\s\u00a0\u202f'’]/g, '');
    const marks = /^[-+]?\d[\d.,]*$/.test(bare) ? (bare.match(/[.,]/g) ?? []) : [];
    if (marks.length) shown.add(meantBy(bare, marks));
  }
  shown.delete('');
  return shown.size === 1 ? [...shown][0] : '';
}

/** Cells of what a spreadsheet puts on the clipboard or writes: a mark between cells, quotes around those that hold one. */
export function cells(text, mark = '\t') {
  const rows = [[]];
  let cell = '';
  let isQuoted = false;
  const end = () => {
    rows.at(-1).push(cell);
    cell = '';
  };
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i];
    if (isQuoted) {
      if (c === '"' && text[i + 1] === '"') {
        cell += '"';
        i += 1;
      } else if (c === '"') {
        isQuoted = false;
      } else {
        cell += c;
      }
    } else if (c === '"' && cell === '') {
      isQuoted = true;
    } else if (c === mark) {
      end();
    } else if (c === '\n') {
      end();
      rows.push([]);
    } else if (c !== '\r') {
      cell += c;
    }
  }
  end();
  if (rows.at(-1).length === 1 && rows.at(-1)[0] === '') rows.pop();
  return rows;
}
