/** Ursachen auf Deutsch: warum ein Modell gewählt, wie eine Höhe entstanden, warum ein Wert korrigiert wurde. */

const fixed = (value, digits = 0) => (value ?? NaN).toFixed(digits).replace('.', ',');
const percent = (share) => fixed(100 * share);
const around = (f) => `die Zeiträume ringsum erwarten ${fixed(f.expected)}.`;
const many = (count, one, more) => `${count} ${count === 1 ? one : more}`;

const REGRESSIONS = {
  BOOSTED: 'Verstärkte Bäume über alle Teile',
  BOOSTED_BY_SEGMENT: 'Verstärkte Bäume über alle Teile des Segments',
  ELASTIC_NET: 'Lineare Regression über alle Teile',
  FOREST: 'Zufallswald über alle Teile',
};

const METHODS = {
  SHUTDOWN: 'Stillstand',
  STOCK_OUT: 'leeres Lager',
  ONE_OFF: 'einmalige Bestellung',
  OUTLIER: 'Ausreißer',
};

const SENTENCES = {
  TOLD: (f, n) => n.words ?? '',
  HELD_OUT: heldOut,
  NOTHING_HELD_OUT: (f, n) =>
    `${n.model}: für ${n.segment} wurde noch nichts zurückgehalten, also ${n.fallback === 'SCHEDULE' ? 'was das Programm verlangt' : 'das Modell für kurze Geschichten'}.`,
  NOTHING_KNOWN: () => 'Vom Bedarf keines seiner Teile ist bisher etwas bekannt.',
  AVERAGE_DEMAND: (f) =>
    `Mittlerer Bedarf ${fixed(f.mean, 2)} je Zeitraum mit Streuung ${fixed(f.dispersion, 2)}, zum Teil die aller Teile.`,
  PAST_DEMANDS: (f) => `Die gesehenen Bedarfe, je neuer desto schwerer; ihr Mittel ist ${fixed(f.mean, 2)}.`,
  LAST_TWELVE_DEMANDS: () =>
    'Die Bedarfe der letzten zwölf Zeiträume, jeder gleich wahrscheinlich; neben den anderen gezeigt und nie gewählt.',
  NEVER_ANYTHING: () => 'Immer nichts; neben den anderen gezeigt und nie gewählt.',
  SEASON_BEFORE: () => 'Derselbe Zeitraum der letzten Saison, mit der Streuung früherer Unterschiede.',
  SMOOTHED_LEVEL: (f, n) =>
    `Niveau ${fixed(f.level, 2)}, geglättet mit Gewicht ${fixed(f.weight, 2)} auf dem neuesten Zeitraum${f.trend ? `; Trend ${fixed(f.trend, 2)} je Zeitraum` : ''}${n.seasonal ? '; mit einer Saison' : ''}.`,
  LEVEL_WITH_DRIFT: (f) => `Niveau ${fixed(f.level, 2)} mit einer Drift von ${fixed(f.drift, 2)} je Zeitraum.`,
  SEVERAL_AVERAGED: () => 'Mehrere Modelle gemittelt, Quantil für Quantil.',
  REGRESSION_MEAN: (f, n) =>
    `${REGRESSIONS[n.regression] ?? 'Verstärkte Bäume über alle Teile mit einem Programm'} auf Verzögerungen, Mitteln und Kalender; Streuung ${fixed(f.dispersion, 2)}.`,
  SCHEDULED_USE: scheduled,
  SERVICE_DEMAND: (f) =>
    `Wo kein Fahrzeug es mehr braucht, bleibt ein Ersatzteilbedarf von ${fixed(f.mean, 2)} je Zeitraum.`,
  USED_UNTIL: (f, n) => `Nach dem ${n.day} braucht es kein Fahrzeug mehr.`,
  CLOSED_AT_YEAR_END: yearEnd,
  HELD_OUT_COVERAGE: (f) =>
    `Vom zurückgehaltenen Bedarf solcher Teile blieben ${percent(f.low)} % bis zum 0,1-Quantil, ${percent(f.median)} % bis zum Median, ${percent(f.high)} % bis zum 0,9-Quantil.`,
  READ_CORRECTED: (f, n) =>
    `Korrigiert gelesen: C${fixed(f.correction)}: ${n.bucket} von ${f.original} auf ${f.corrected}, ${METHODS[n.method] ?? n.method}.`,
  MORE_CORRECTED: (f) => `${many(f.buckets, 'weiterer Zeitraum ist', 'weitere Zeiträume sind')} korrigiert gelesen.`,
  PLANT_CLOSED: (f, n) =>
    `Das Werk ist in ${many(f.buckets, 'kommenden Zeitraum', 'kommenden Zeiträumen')} geschlossen (${n.first}${n.first.split(', ').length < f.buckets ? ' und weitere' : ''}); dort wird nichts erwartet.`,
  SHUTDOWN: (f) => `Das Werk arbeitete an ${percent(f.closed)} % der Arbeitstage nicht; ${around(f)}`,
  EMPTY_STOCK: (f) => `An ${f.empty} von ${f.counted} gezählten Tagen lag nichts im Lager; ${around(f)}`,
  TOO_LITTLE: (f) => `Viel zu wenig, und weder Stillstand noch leeres Lager ist bekannt; ${around(f)}`,
  TEN_TIMES: (f) => `Etwa zehnmal zu viel oder mehr, vielleicht eine Einheit oder ein Dezimalzeichen; ${around(f)}`,
  ONCE: (f) => `Einmal, und nicht wieder; ${around(f)}`,
  LARGEST_ORDER: (f) => `Keine andere von ${f.others} Bestellungen liegt über ${fixed(f.next)}.`,
};

function heldOut(f, n) {
  const below = 100 * (f.below ?? NaN);
  const than = n.yardstick === 'SEASONAL_NAIVE' ? 'saisonal naiv' : 'die Quantile der letzten zwölf Zeiträume';
  const size = Math.abs(below) < 0.5 ? 'wie' : `${fixed(Math.abs(below))} % ${below > 0 ? 'unter' : 'über'}`;
  return `${n.model}: gewählt für ${n.segment}, gewichteter Quantilverlust ${fixed(f.wql, 3)} über ${f.buckets} zurückgehaltene Zeiträume${Number.isNaN(below) ? '' : `, ${size} ${than}`}.${n.better ? ` Höchstens 1 % schlechter als ${n.better}; ein Mittel irrt seltener.` : ''}`;
}

function scheduled(f, n) {
  const lead =
    f.lead === 0
      ? 'im Zeitraum des Baus'
      : f.lead === 1
        ? 'einen Zeitraum vor dem Bau'
        : `${f.lead} Zeiträume vor dem Bau`;
  const corrected = n.corrected
    ? ', berichtigt durch eine Regression über alle Teile auf Änderungen des Programms, wie frühere eintrafen und wie weit der Verbrauch ist'
    : '';
  return `Veröffentlichtes Programm x Verbrauch x gelernte Rate ${fixed(f.rate, 3)}${corrected}; abgerufen ${lead}; das Programm des nächsten Zeitraums verlangt ${fixed(f.next)}.`;
}

function yearEnd(f, n) {
  const weeks =
    n.christmas && n.newYear
      ? 'den Wochen des 25. Dezember und des 1. Januar'
      : `der Woche des ${n.newYear ? '1. Januar' : '25. Dezember'}`;
  return `In ${weeks} wurde nie etwas abgerufen; dort wird nichts erwartet, und was sie über andere Wochen sagen, wird nicht gelesen.`;
}

/** Die Ursachen, die Worte haben. */
export const codes = Object.keys(SENTENCES);

/** Ein oder zwei Sätze; was ein neuerer Dienst sendet, wird mit seinem Namen gezeigt. */
export function sentence(cause) {
  const words = SENTENCES[cause.code];
  return words ? words(cause.figures ?? {}, cause.names ?? {}) : cause.code;
}
