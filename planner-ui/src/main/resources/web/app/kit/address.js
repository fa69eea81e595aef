/** Where the person is: a path, and what was chosen on the page. Every choice is in it. */

const HEARD = 'takt-address';

/** @returns the address in pieces; `path` is undefined where it cannot be read */
export function here(location = window.location) {
  let path;
  try {
    path = location.pathname.split('/').map(decodeURIComponent).join('/');
  } catch {
    path = undefined;
  }
  return { path, raw: location.pathname + location.search, chosen: new URLSearchParams(location.search) };
}

export function go(to) {
  if (to === window.location.pathname + window.location.search) return;
  window.history.pushState(null, '', to);
  tell();
}

/** Says what was chosen on this page; the step before stays the step before. */
export function choose(changes) {
  const { chosen } = here();
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value === null || value === '') {
      chosen.delete(name);
    } else {
      chosen.set(name, value);
    }
  }
  const query = chosen.toString();
  window.history.replaceState(null, '', window.location.pathname + (query ? `?${query}` : ''));
  tell();
}

function tell() {
  window.dispatchEvent(new Event(HEARD));
}

/** Hears of each change of the address, also by back and forward. */
export function listen(heard) {
  window.addEventListener(HEARD, heard);
  window.addEventListener('popstate', heard);
  return () => {
    window.removeEventListener(HEARD, heard);
    window.removeEventListener('popstate', heard);
  };
}

/** A click on a link of ours that would open here stays in the document. */
export function follow(event) {
  if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey)
    return;
  const link = event.composedPath().find((node) => node.tagName === 'A' && node.href);
  if (!link || link.target || link.hasAttribute('download') || link.origin !== window.location.origin) return;
  if (link.hash && link.pathname === window.location.pathname) return;
  event.preventDefault();
  go(link.pathname + link.search);
}

export const partPath = (part) => `/part/${encodeURIComponent(part)}`;

/** What a path names by a pattern as `/part/:part`; undefined where it is another's. */
export function match(pattern, path) {
  const steps = pattern.split('/');
  const walked = (path ?? '').replace(/(.)\/$/, '$1').split('/');
  if (steps.length !== walked.length) return undefined;
  const named = {};
  for (const [i, step] of steps.entries()) {
    if (step.startsWith(':') && walked[i]) {
      named[step.slice(1)] = walked[i];
    } else if (step !== walked[i]) {
      return undefined;
    }
  }
  return named;
}
