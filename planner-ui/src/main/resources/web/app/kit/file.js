/** As a file, every value as it is shown; a text that begins like a formula is none. */
export function csv(head, table) {
  const cell = (value) => {
    const text = value == null ? '' : String(value);
    const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return [head, ...table].map((row) => row.map(cell).join(',')).join('\r\n');
}

/** Hands a file to the person: a text of commas, or what is a file already. */
export function save(name, content) {
  const file = content instanceof Blob ? content : new Blob([`\uFEFF${content}`], { type: 'text/csv;charset=utf-8' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
