/** Talks to planner-ui. A lost login is told to the whole page by an event. */
export async function get(path, parameters = {}) {
  return call(`/api/${path}?${new URLSearchParams(parameters)}`, {});
}

export async function post(path, body) {
  return call(`/api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
}

/** A page without a connection says so, whatever the browser calls it. */
async function answered(url, options) {
  try {
    const response = await fetch(url, { ...options, credentials: 'same-origin' });
    return { response, text: await response.text() };
  } catch {
    throw new Error('The page has no connection to its server.');
  }
}

async function call(url, options) {
  const { response, text } = await answered(url, options);
  const body = text ? JSON.parse(text) : {};
  if (!response.ok) {
    if (response.status === 401) {
      window.dispatchEvent(new Event('takt-logged-out'));
    }
    throw new Error(body.detail || `The server answered ${response.status}.`);
  }
  return body;
}

/** Thousandths to a number for people. */
export function amount(thousandths) {
  return Number(thousandths) / 1000;
}

export function format(number) {
  return number.toLocaleString('en', { maximumFractionDigits: number < 10 ? 2 : 0 });
}

export function addDays(date, days) {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** First days of the buckets of a forecast. */
export function buckets(first, count, calendar) {
  return Array.from({ length: count }, (_, i) => {
    if (calendar === 'CALENDAR_ISO_WEEK') return addDays(first, 7 * i);
    if (calendar === 'CALENDAR_DAY') return addDays(first, i);
    const day = new Date(`${first}T00:00:00Z`);
    day.setUTCMonth(day.getUTCMonth() + i);
    return day.toISOString().slice(0, 10);
  });
}
