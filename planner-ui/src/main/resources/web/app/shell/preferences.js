/** What a person prefers on this browser: nothing of data, nothing of who it is. */
const KEY = 'takt-preferences';

function all() {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? '{}');
  } catch {
    return {};
  }
}

export const preference = (name) => all()[name];

export function prefer(name, value) {
  try {
    localStorage.setItem(KEY, JSON.stringify({ ...all(), [name]: value }));
  } catch {
    // a browser that keeps nothing forgets it with the page
  }
  settle();
}

/** Light or dark as chosen, else as the system is; rows as chosen. */
export function settle() {
  const dark = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  document.documentElement.dataset.theme = preference('theme') || dark;
  document.documentElement.dataset.density =
    preference('density') || (matchMedia('(pointer: coarse)').matches ? 'touch' : 'easy');
}
