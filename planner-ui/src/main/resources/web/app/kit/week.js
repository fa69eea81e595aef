import { t } from './words.js';

/** Weeks are their Mondays, days and buckets are dates `YYYY-MM-DD`. */
const DAY = 86_400_000;
const utc = (date) => new Date(`${date}T00:00:00Z`);
const text = (day) => day.toISOString().slice(0, 10);

export function addDays(date, days) {
  return text(new Date(utc(date).getTime() + days * DAY));
}

/** Days from one date to another. */
export function daysBetween(from, to) {
  return Math.round((utc(to) - utc(from)) / DAY);
}

/** Its ISO-8601 week: the one with that week's Thursday. */
export function week(date) {
  const thursday = new Date(utc(date).getTime() + (3 - ((utc(date).getUTCDay() + 6) % 7)) * DAY);
  const year = thursday.getUTCFullYear();
  return { year, number: 1 + Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * DAY)) };
}

/** As planners say it: `W17`, in German `KW17`, and with its year where that is not the year before it. */
export function weekName(date, before) {
  const { year, number } = week(date);
  const short = t('week.short', { number: String(number).padStart(2, '0') });
  return before !== undefined && week(before).year === year ? short : `${short} ${year}`;
}

/** First days of the buckets of a forecast. */
export function buckets(first, count, calendar) {
  return Array.from({ length: count }, (_, i) => {
    if (calendar === 'CALENDAR_ISO_WEEK') return addDays(first, 7 * i);
    if (calendar === 'CALENDAR_DAY') return addDays(first, i);
    const day = utc(first);
    day.setUTCMonth(day.getUTCMonth() + i);
    return text(day);
  });
}
