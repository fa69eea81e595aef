/** Why something could not be had: `code` as gRPC names it, `reason` as the service names it, `offline` without a connection. */
export class Problem extends Error {
  constructor(code, message = '', reason = '') {
    super(message);
    this.code = code;
    this.reason = reason;
  }
}

const HTTP = {
  401: 'unauthenticated',
  403: 'permission_denied',
  404: 'not_found',
  413: 'resource_exhausted',
  429: 'resource_exhausted',
};

async function send(url, options) {
  try {
    return await fetch(url, { ...options, credentials: 'same-origin' });
  } catch (problem) {
    if (problem.name === 'AbortError') throw problem;
    throw new Problem('offline');
  }
}

function json(text) {
  try {
    return JSON.parse(text || '{}');
  } catch {
    return {};
  }
}

/** @param body of an answer that is none, or what stands in the place of one in a composed page or a stream */
export function problemOf(body, status = 0) {
  const info = (body.details ?? []).find((d) => d.debug?.reason);
  return new Problem(
    body.code ?? HTTP[status] ?? 'unavailable',
    body.message ?? body.detail ?? '',
    info?.debug.reason ?? body.title ?? '',
  );
}

/** Who asks without being logged in is told so, and with him the whole page. */
async function refused(response) {
  if (response.status === 401) window.dispatchEvent(new Event('takt-logged-out'));
  throw problemOf(json(await response.text()), response.status);
}

/** Calls a service; a stream's answers come as an array, and one that is cut off is a problem. */
export async function call(rpc, request, signal) {
  const response = await send(`/rpc/${rpc.path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: rpc.isStream ? 'application/x-ndjson' : 'application/json' },
    body: JSON.stringify(request),
    signal,
  });
  if (!response.ok) await refused(response);
  const text = await response.text();
  return rpc.isStream ? lines(text) : json(text);
}

/** The answers of a stream. */
export function lines(text) {
  const all = text.split('\n').filter(Boolean).map(json);
  const last = all.pop() ?? {};
  if (last.error) throw problemOf(last.error);
  if (!last.end) throw new Problem('unavailable');
  return all.map((line) => line.result);
}

/** A page's first paint; nothing where nothing happened since the last one. */
export async function compose(name, parameters, signal) {
  const response = await send(`/page/${name}?${new URLSearchParams(parameters)}`, { signal });
  if (!response.ok) await refused(response);
  return json(await response.text());
}

/** Who is at the page: asks, or logs in or out. */
export async function session(path, body) {
  const response = await send(`/api/${path}`, {
    method: path === 'me' ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  const answer = json(await response.text());
  if (!response.ok) throw problemOf(answer, response.status);
  return answer;
}

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A workbook of `{ about, rows }`, as a file. */
export async function workbook(sheet) {
  const response = await send('/sheet', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(sheet),
  });
  if (!response.ok) await refused(response);
  return response.blob();
}

/** The last sheet of a workbook: rows of texts. */
export async function rowsOf(file) {
  const response = await send('/sheet/read', { method: 'POST', headers: { 'content-type': WORKBOOK }, body: file });
  if (!response.ok) await refused(response);
  return response.json();
}
