import { language } from './words.js';

/** English as it is written in Europe: days before months, hours up to 24. */
const locale = () => (language() === 'en' ? 'en-GB' : language());

/** Thousandths to a number for people. */
export function amount(thousandths) {
  return Number(thousandths) / 1000;
}

const formats = new Map();

function formatOf(digits) {
  const key = `${language()} ${digits}`;
  if (!formats.has(key)) formats.set(key, new Intl.NumberFormat(locale(), { maximumFractionDigits: digits }));
  return formats.get(key);
}

/** Small numbers keep two digits, others none that nobody needs. */
export function format(number) {
  return formatOf(Math.abs(number) < 10 ? 2 : 0).format(number);
}

/** As given, down to thousandths. */
export function exact(number) {
  return formatOf(3).format(number);
}

export function percent(share, digits = 0) {
  return `${formatOf(digits).format(100 * share)} %`;
}

/** A day in the person's language. */
export function day(date) {
  return new Intl.DateTimeFormat(locale(), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  }).format(new Date(`${date.slice(0, 10)}T00:00:00Z`));
}

/** A moment: its time, and its day where that is not today. */
export function moment(instant, now = new Date()) {
  const at = new Date(instant);
  const time = new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit' }).format(at);
  if (at.toDateString() === now.toDateString()) return time;
  return `${new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'short', year: at.getFullYear() === now.getFullYear() ? undefined : 'numeric' }).format(at)} ${time}`;
}
