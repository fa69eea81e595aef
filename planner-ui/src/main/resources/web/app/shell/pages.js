import { manifest as answer } from '../page/answer/manifest.js';
import { manifest as data } from '../page/data/manifest.js';
import { manifest as inbox } from '../page/inbox/manifest.js';
import { manifest as models } from '../page/models/manifest.js';
import { manifest as monday } from '../page/monday/manifest.js';
import { manifest as part } from '../page/part/manifest.js';
import { manifest as parts } from '../page/parts/manifest.js';
import { match } from '../kit/address.js';

/** All pages, in the order of the menu. A new page adds its room and its line here. */
export const pages = [monday, parts, part, answer, inbox, data, models];

export const mayOpen = (page, roles) => page.roles.some((role) => roles.includes(role));

/** The page that stands at a path, with what the path names. */
export function at(path) {
  for (const page of pages) {
    const named = match(page.path, path);
    if (named) return { page, named };
  }
  return undefined;
}

/** Where somebody begins. */
export const home = (roles) => pages.find((page) => page.menu && mayOpen(page, roles));
