/** The list that a person came from: what stood before and after what is open. */
let paths = [];

/** Remembers a list as it was shown, by the addresses of its items. */
export function lay(addresses) {
  paths = addresses;
}

/** The address a step away from the one that is open; undefined where there is none. */
export function beside(path, step) {
  const at = paths.indexOf(path);
  return at < 0 ? undefined : paths[at + step];
}
