import { en } from '../text/en.js';

/** All texts of the page, from one catalogue a language. English is always there; others are loaded when they are wanted. */
const others = { de: () => import('../text/de.js').then((m) => m.de) };

let chosen = 'en';
let catalogue = en;
let plural = new Intl.PluralRules('en');

export const languages = ['en', ...Object.keys(others)];

export function language() {
  return chosen;
}

/** Speaks a language from now on, English where it is none of ours. */
export async function speak(wanted) {
  const name = String(wanted).slice(0, 2).toLowerCase();
  catalogue = others[name] ? await others[name]() : en;
  chosen = others[name] ? name : 'en';
  plural = new Intl.PluralRules(chosen);
}

/**
 * The text of a key, with its values in place of `{name}`. A text that depends on a number has forms by `count`, as the
 * language's plural rules name them.
 */
export function t(key, values = {}) {
  const text = catalogue[key] ?? en[key];
  if (text === undefined) return key;
  const form = typeof text === 'string' ? text : (text[plural.select(Number(values.count))] ?? text.other);
  return form.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
}

/** Whether there is a text for a key. */
export const isSaid = (key) => catalogue[key] !== undefined || en[key] !== undefined;

/** A unit as people call it; a code that has no name stays what it is. */
export function unit(code, count) {
  return isSaid(`unit.${code}`) ? t(`unit.${code}`, { count }) : code;
}
